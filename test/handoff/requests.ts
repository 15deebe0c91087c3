/** Requests and contexts for the tests of the handoff. Every personal detail is a word that occurs nowhere else. */
import type { MailContext } from '../../src/handoff/email.js';
import type { PrivacyRequest } from '../../src/requests/request.js';

export const CONTEXT: MailContext = {
  councilName: 'Barnet Council',
  dpoMailbox: 'data.protection@example.gov.uk',
  from: 'Privacy assistant <privacy@example.gov.uk>',
  noticeUrl: 'https://example.gov.uk/privacy-notices',
  internalTarget: '2026-12-22',
};

/** Everything in {@link aRequest} that says something about a person. */
export const PERSONAL = [
  'Quillfeather',
  'Zebedee',
  '07700',
  'Marmalade',
  'dampness',
  'Wisteria',
  'UPRN-998',
  'zq@example.com',
];

export function aRequest(change: Partial<PrivacyRequest> = {}): PrivacyRequest {
  return {
    reference: 'PR-7K3M-Q2X9',
    right: 'access',
    receivedAt: '2026-11-23T22:30:00.000Z',
    dueDate: '2026-12-23',
    dueDateReason: 'One calendar month from 23 November 2026.',
    channel: 'web chat',
    firstMessage: 'I want everything about the dampness in my flat',
    requester: {
      fullName: 'Zebedee Quillfeather',
      email: 'zq@example.com',
      emailConfirmed: true,
      phone: '07700 900123',
      post: '3 Marmalade Lane\nBarnet',
    },
    scope: {
      services: ['Housing'],
      from: '2020-01-01',
      to: '2021-03-31',
      details: 'All repair notes about Wisteria House',
    },
    answers: {
      fullName: 'Zebedee Quillfeather',
      contact: 'zq@example.com',
      services: 'Housing',
      identifiers: 'UPRN-998',
      format: '',
    },
    noticeVersion: '2026-03-01',
    ...change,
  };
}
