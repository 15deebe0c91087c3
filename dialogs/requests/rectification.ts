/** Having information put right: UK GDPR Art 16. No proof is taken here; the council asks for it where it must. */
import { ownWordsStep } from '../steps/own-words.js';
import { help, people, services } from './common-steps.js';
import type { RequestDefinition } from './definition.js';

/** "Change my address to 5 Oak Road" is what should be put right, and steers nothing. */
const CORRECTS = /^\s*(?:please )?(?:change|correct|fix|amend|update|make)\b/i;

export const rectification: RequestDefinition = {
  right: 'rectification',
  offer: 'It sounds as if something the council holds is wrong. I can take a request to put it right now. Shall I?',
  opening:
    'I can take your request to put information right, and pass it to the Data Protection Officer. It is free. This does not change anything by itself: a person will look at it.',
  steps: [
    ownWordsStep({
      step: 'wrongInformation',
      label: 'What is wrong',
      names: ['what is wrong', 'whats wrong', 'the mistake', 'wrong information'],
      question: 'What is wrong? Say what the council has down, and where you saw it if you can.',
      why: 'The council has to find the mistake before it can put it right.',
      answersBy: CORRECTS,
      firstMessage: true,
    }),
    ownWordsStep({
      step: 'rightInformation',
      label: 'What it should say',
      names: ['what is right', 'whats right', 'the right information', 'correction', 'what it should say'],
      question:
        'What should it say instead? If you have anything that shows it, tell me what it is. Do not send it here.',
      why: 'The council needs to know what to put there. It may ask for something that shows it, if its records cannot.',
      answersBy: CORRECTS,
    }),
    ...people,
    services,
    ...help,
  ],
  details: ({ wrongInformation, rightInformation }) =>
    [
      wrongInformation?.understood && `Wrong: ${wrongInformation.understood}`,
      rightInformation?.understood && `Should be: ${rightInformation.understood}`,
    ]
      .filter(Boolean)
      .join('\n'),
  next: 'The Data Protection Officer’s team will check it against the records, and write to you about what they changed. If they do not change it, they will tell you why.',
};
