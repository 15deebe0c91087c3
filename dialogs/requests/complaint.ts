/**
 * Complaining about how the council used information: section 164A Data Protection Act 2018, in force since 19 June 2026.
 * The council must take it however it comes, and acknowledge it within 30 days; this conversation does so at once.
 */
import { adjustments } from '../steps/extras.js';
import { ownWordsStep } from '../steps/own-words.js';
import { people, services } from './common-steps.js';
import type { RequestDefinition } from './definition.js';

export const complaint: RequestDefinition = {
  right: 'complaint',
  offer:
    'I am sorry that this happened. It sounds as if you want to complain about how your information was used. I can take your complaint now. Shall I?',
  opening:
    'I am sorry that this happened. I can take your complaint and pass it to the Data Protection Officer. It is free. You can also complain to the Information Commission (ICO), now or later: ico.org.uk/make-a-complaint or 0303 123 1113.',
  steps: [
    ownWordsStep({
      step: 'details',
      label: 'What happened',
      names: ['details', 'what happened', 'complaint', 'my complaint'],
      question:
        'What happened, and when? Please leave out other people’s private details. If you were sent somebody else’s letter, do not copy it here.',
      why: 'The council has to look into what happened. Your own words are best.',
      firstMessage: true,
    }),
    ownWordsStep({
      step: 'outcomeWanted',
      label: 'What would put it right',
      names: ['outcome', 'what would put it right', 'what i want'],
      question: 'What would put it right for you? You can skip this.',
      why: 'It helps the council to know what you hope for. You do not have to say.',
      optional: true,
      // "Stop it" anywhere else would cancel the request.
      answersBy: /^\s*(?:please )?stop\s+\S/i,
    }),
    ...people,
    services,
    adjustments,
  ],
  details: ({ details, outcomeWanted }) =>
    [details?.understood, outcomeWanted?.understood && `What would put it right: ${outcomeWanted.understood}`]
      .filter(Boolean)
      .join('\n'),
  next: 'This is to say that your complaint has been received and will be looked into. The Data Protection Officer’s team will keep you informed and tell you what they find. You can also go to the Information Commission (ICO): ico.org.uk/make-a-complaint or 0303 123 1113.',
};
