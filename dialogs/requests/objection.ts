/**
 * Objecting to a use of one's information: UK GDPR Art 21. For direct marketing the right is absolute (Art 21(2) and (3)),
 * so nothing is asked but what to stop and for whom.
 */
import { choiceStep } from '../steps/choice.js';
import { contact, safeToContact } from '../steps/contact.js';
import { forWhomSteps } from '../steps/for-whom.js';
import { fullName } from '../steps/name.js';
import { ownWordsStep } from '../steps/own-words.js';
import { servicesStep } from '../steps/services.js';
import type { Answers, RequestDefinition, StepContext } from './definition.js';

const MARKETING = 'Adverts, newsletters or other marketing';

export const isMarketing = (answers: Answers): boolean => answers.objectionUse?.understood === MARKETING;
const unlessMarketing = ({ answers }: StepContext): boolean => !isMarketing(answers);

const services = servicesStep('Which council services is it about? “Not sure” is fine.');

export const objection: RequestDefinition = {
  right: 'objection',
  offer:
    'It sounds as if you want the council to stop using your information in some way. I can take that objection now. Shall I?',
  opening: 'I can take your objection and pass it to the Data Protection Officer. It is free.',
  steps: [
    choiceStep({
      step: 'objectionUse',
      label: 'What should stop',
      names: ['use', 'what should stop', 'what i object to', 'objection'],
      question:
        'What do you want the council to stop? If it is marketing, choose that. If it is something else, tell me in your own words.',
      // "Stop it" anywhere else would cancel the request.
      answersBy: /^\s*(?:please )?stop\s+\S/i,
      why: 'The council must always stop marketing when you ask. For other uses it has to look at your reasons.',
      choices: [
        {
          title: MARKETING,
          means:
            /^(?:(?:its |it is |the |your |stop |stop the |all )*(?:marketing|adverts?|advertising|newsletters?|junk(?: mail)?|spam|promotions?|marketing emails?|promotional emails?|mailing list)(?: emails?| texts?| calls?| post)?)$/,
        },
      ],
      ownWords: true,
      otherwise: (text) =>
        /\p{L}{3}/u.test(text)
          ? { answer: { words: text.trim(), understood: text.trim() } }
          : { problem: 'Please tell me in a few words what the council should stop.' },
    }),
    ownWordsStep({
      step: 'objectionReason',
      label: 'Why, in your situation',
      names: ['reason', 'why', 'my reason'],
      question: 'Why do you object? Tell me what it is about your situation that matters here.',
      why: 'Unless it is marketing, the council has to weigh your situation against its own reasons. It can only do that if it knows yours.',
      applies: unlessMarketing,
    }),
    ...forWhomSteps,
    fullName,
    contact,
    safeToContact,
    { ...services, applies: unlessMarketing },
  ],
  details: ({ objectionUse, objectionReason }) =>
    [
      objectionUse && `Stop: ${objectionUse.understood}`,
      objectionReason?.understood && `Because: ${objectionReason.understood}`,
    ]
      .filter(Boolean)
      .join('\n'),
  next: 'The Data Protection Officer’s team will read your objection and write to you with the council’s answer.',
};
