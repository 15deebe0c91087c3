/** Asking for one's own records: UK GDPR Art 15. No reason is asked for; none is needed. */
import { adjustments, format, identifiers } from '../steps/extras.js';
import { ownWordsStep } from '../steps/own-words.js';
import { periodStep } from '../steps/period.js';
import { servicesStep } from '../steps/services.js';
import { people } from './common-steps.js';
import type { RequestDefinition } from './definition.js';

export const access: RequestDefinition = {
  right: 'access',
  offer:
    'It sounds as if you want to see the information the council holds about you. I can take that request now. Shall I?',
  opening:
    'I can take your request for the information the council holds, and pass it to the Data Protection Officer. It is free, and you do not have to say why.',
  steps: [
    ...people,
    servicesStep('Which council services is it about? For example housing, council tax or social care.'),
    periodStep('Which dates is it about? For example “2019 to 2021”, “since March last year” or “any time”.'),
    ownWordsStep({
      step: 'details',
      label: 'What is asked for',
      names: ['details', 'what i asked for', 'what i want', 'request'],
      question:
        'What would you like to see? For example “all my housing records” or “emails about my repair on 3 May”. Use your own words.',
      why: 'The clearer this is, the sooner the council can find it. You can ask for everything.',
      firstMessage: true,
    }),
    identifiers,
    format,
    adjustments,
  ],
  details: ({ details }) => details?.understood ?? '',
  next: 'The Data Protection Officer’s team will read it and look for the records. They may ask you to show who you are, if they need to.',
};
