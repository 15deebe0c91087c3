/** Having information deleted: UK GDPR Art 17. It is not absolute, so nothing is promised. */
import { ownWordsStep } from '../steps/own-words.js';
import { help, people, services } from './common-steps.js';
import type { RequestDefinition } from './definition.js';

export const erasure: RequestDefinition = {
  right: 'erasure',
  offer: 'It sounds as if you want information deleted. I can take that request now. Shall I?',
  opening:
    'I can take your request to have information deleted, and pass it to the Data Protection Officer. It is free. A person will look at it: the law says that some records must be kept.',
  steps: [
    ownWordsStep({
      step: 'details',
      label: 'What should be deleted',
      names: ['details', 'what should be deleted', 'what to delete', 'request'],
      question:
        'What would you like deleted, and why? For example “my old library account, I have moved away”. Use your own words.',
      why: 'The reason can matter: some things must be deleted when they are no longer needed, or when you take back a yes that you gave.',
      firstMessage: true,
    }),
    ...people,
    services,
    ...help,
  ],
  details: ({ details }) => details?.understood ?? '',
  next: 'The Data Protection Officer’s team will check what can be deleted. They will write to you about what they did, and why.',
};
