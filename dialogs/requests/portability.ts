/**
 * Having information in a form that can be moved: UK GDPR Art 20. It holds only for what a person gave, used by consent or
 * contract and by computer, which is rare in a council: so that is said first, and a copy is offered instead.
 */
import { adjustments, format } from '../steps/extras.js';
import { ownWordsStep } from '../steps/own-words.js';
import { people, services } from './common-steps.js';
import type { RequestDefinition } from './definition.js';

export const portability: RequestDefinition = {
  right: 'portability',
  offer:
    'It sounds as if you want to move information that you gave the council. I can take that request now. Shall I?',
  opening:
    'I can take your request to have information moved, and pass it to the Data Protection Officer. It is free. They will check whether it can be done in this way.',
  instead: {
    entry: 'portability-rarely',
    text: 'I can take this request. But you should know that it seldom fits what a council does: it is only for information that you gave yourself, and that the council uses because you agreed or have a contract. In most cases a copy of your information is the better way. You can have a copy as a computer file too.',
    right: 'access',
    button: 'Ask for a copy instead',
  },
  steps: [
    ownWordsStep({
      step: 'details',
      label: 'What should be moved',
      names: ['details', 'what should be moved', 'what to move', 'request'],
      question: 'Which information did you give the council that you would like to have or to move?',
      why: 'The right is only for information that you gave the council yourself.',
      firstMessage: true,
    }),
    ownWordsStep({
      step: 'recipient',
      label: 'Who should get it',
      names: ['recipient', 'who should get it', 'where to', 'who gets it'],
      question: 'Who should get it: you, or another organisation? If it is another one, which?',
      why: 'You can have it yourself, or ask for it to be sent straight to somebody else.',
    }),
    ...people,
    services,
    format,
    adjustments,
  ],
  details: ({ details, recipient }) =>
    [details?.understood, recipient?.understood && `To go to: ${recipient.understood}`].filter(Boolean).join('\n'),
  next: 'The Data Protection Officer’s team will check which of it can be given in this way. If it cannot, they will tell you what you can have.',
};
