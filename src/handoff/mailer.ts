/** Makes the mails of one council: whose it is, and from where to where they go, is settled once. */
import type { Addition } from '../requests/addition.js';
import type { Deadline } from '../requests/deadline.js';
import type { PrivacyRequest } from '../requests/request.js';
import type { AddedMail, HandedOver, PassingMail } from '../stores/store.js';
import { composeAddition } from './addition.js';
import { composeCodeMail } from './code-mail.js';
import { composeMails, type MailContext } from './email.js';

export interface Mailer {
  /** A request with the mails that go out for it. */
  handOver(finished: { readonly request: PrivacyRequest; readonly deadline: Deadline }): HandedOver;
  /** What is added to a request, as a mail of that request. */
  add(addition: Addition): AddedMail;
  /** @param code as it was sent to `email` at `sentAt`, ISO 8601. */
  code(code: { readonly email: string; readonly digits: string; readonly sentAt: string }): PassingMail;
}

/** @param codeMinutes how long a code works. */
export function createMailer(context: MailContext, codeMinutes: number): Mailer {
  return {
    handOver: ({ request, deadline }) => ({
      request,
      mails: composeMails(request, { ...context, internalTarget: deadline.target }),
    }),
    add: (addition) => ({
      reference: addition.reference,
      number: addition.number,
      mail: composeAddition(addition, context),
    }),
    code: ({ email, digits, sentAt }) => ({
      mail: composeCodeMail({ email, digits, minutes: codeMinutes }, context),
      expiresAt: new Date(Date.parse(sentAt) + codeMinutes * 60_000),
    }),
  };
}
