/** What the pages of a small council show. */
import type { Site } from '../../src/http/public/site.js';

export const SITE: Site = {
  council: {
    name: 'London Borough of Example',
    shortName: 'Example',
    noticeUrl: 'https://www.example.gov.uk/privacy',
    dpoMailbox: 'dpo@example.gov.uk',
  },
  entries: [
    {
      id: 'sharing',
      act: 'answer',
      title: 'Who the council shares with',
      answer: 'With **partners** & the police. See [the website](https://www.example.gov.uk/).',
      quotes: [
        {
          section: 'Who we share information with',
          text: 'We share it:\n- with partners\n- with the police',
          lines: [40, 41, 42],
        },
      ],
      followUps: ['access', 'request-access', 'hello', 'nobody'],
    },
    {
      id: 'access',
      act: 'answer',
      title: 'Seeing what is held about you',
      answer: 'You can ask for a copy.',
      quotes: [{ section: 'Your rights > Access', text: 'You can ask us for a copy.', lines: [12] }],
    },
    {
      id: 'rights',
      act: 'answer',
      title: 'Which rights you have',
      answer: 'There are several.',
      quotes: [{ section: 'Your rights', text: 'You have rights.', lines: [10] }],
    },
    { id: 'bins', act: 'beyond', title: 'Bins & recycling', answer: 'The notice does not say.' },
    { id: 'request-access', act: 'request', title: 'Ask for a copy of your information' },
    { id: 'hello', act: 'chat', title: 'Hello', answer: 'Hello.' },
  ],
};
