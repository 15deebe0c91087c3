/** Taking back consent: UK GDPR Art 7(3). It must be as easy as giving it was, so little is asked. */
import { adjustments } from '../steps/extras.js';
import { ownWordsStep } from '../steps/own-words.js';
import { people, services } from './common-steps.js';
import type { RequestDefinition } from './definition.js';

export const consentWithdrawal: RequestDefinition = {
  right: 'consent_withdrawal',
  offer: 'It sounds as if you want to take back a yes that you gave the council. I can pass that on now. Shall I?',
  opening:
    'I can pass on that you take back your consent, to the Data Protection Officer. It is free, and you need no reason.',
  steps: [
    ownWordsStep({
      step: 'details',
      label: 'What you take back',
      names: ['details', 'what i take back', 'consent', 'which consent', 'request'],
      question: 'What did you say yes to, that you now want to stop? For example “photos of my son in your leaflets”.',
      why: 'The council has to know which use of your information to stop.',
      // "Stop it" anywhere else would cancel the request.
      answersBy: /^\s*(?:please )?stop\s+\S/i,
      firstMessage: true,
    }),
    ...people,
    services,
    adjustments,
  ],
  details: ({ details }) => details?.understood ?? '',
  next: 'The Data Protection Officer’s team will find what you said yes to, and see that it stops. They will write to you about it.',
};
