/** Makes the mails of one council: whose it is, and from where to where they go, is settled once. */
import type { Deadline } from '../requests/deadline.js';
import type { PrivacyRequest } from '../requests/request.js';
import type { HandedOver, PassingMail } from '../stores/store.js';
import { composeCodeMail } from './code-mail.js';
import { composeMails, type MailContext } from './email.js';

export interface Mailer {
  /** A request with the mails that go out for it. */
  handOver(finished: { readonly request: PrivacyRequest; readonly deadline: Deadline }): HandedOver;
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
    code: ({ email, digits, sentAt }) => ({
      mail: composeCodeMail({ email, digits, minutes: codeMinutes }, context),
      expiresAt: new Date(Date.parse(sentAt) + codeMinutes * 60_000),
    }),
  };
}
