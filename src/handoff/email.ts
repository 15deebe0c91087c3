/** The two mails of a request: the one to the Data Protection Officer, and the resident's acknowledgement. Pure. */
import { shortDate } from '../requests/dates.js';
import { privacyRequestSchema, type PrivacyRequest } from '../requests/request.js';
import { RIGHT_NAMES } from '../requests/right.js';
import type { MailPurpose } from '../stores/store.js';
import { acknowledgementDocument } from './acknowledgement.js';
import { dpoDocument } from './dpo-document.js';
import type { EmailDocument } from './email-document.js';
import { renderHtml } from './email-html.js';
import { renderText } from './email-text.js';
import type { Mail } from './mail.js';
import { messageIdOf } from './message-id.js';
import { oneLine, readableJson } from './plain-characters.js';
import { safeEmail } from '../requests/safe-email.js';

/** What is not in the request: whose council it is, and from where to where the mail goes. */
export interface MailContext {
  /** As it stands in a sentence: "Barnet Council". */
  readonly councilName: string;
  readonly dpoMailbox: string;
  /** The sender, as in a From header; its domain is the one of the Message-IDs. */
  readonly from: string;
  readonly noticeUrl: string;
  /** The day to aim for, before the due date: `target` of `deadlineFor`. yyyy-mm-dd. */
  readonly internalTarget?: string;
}

/**
 * The mails that go out with a request, for the outbox: the acknowledgement only where there is a safe email address.
 * @throws {import('zod').ZodError} where the request is not one that `privacyRequestSchema` takes.
 */
export function composeMails(
  request: PrivacyRequest,
  context: MailContext,
): readonly { readonly purpose: MailPurpose; readonly mail: Mail }[] {
  const acknowledgement = composeAcknowledgement(request, context);
  return [
    { purpose: 'dpo', mail: composeDpoMail(request, context) },
    ...(acknowledgement ? [{ purpose: 'acknowledgement' as const, mail: acknowledgement }] : []),
  ];
}

/**
 * The mail to the Data Protection Officer, with the request attached as `request.json`.
 * @throws {import('zod').ZodError} where the request is not one that `privacyRequestSchema` takes.
 */
export function composeDpoMail(request: PrivacyRequest, context: MailContext): Mail {
  const checked = privacyRequestSchema.parse(request);
  const replyTo = safeEmail(checked);
  return {
    ...bodiesOf(dpoDocument(checked, context)),
    ...envelopeOf(checked, 'dpo', context),
    to: oneLine(context.dpoMailbox),
    ...(replyTo === undefined ? {} : { replyTo }),
    subject: `[${RIGHT_NAMES[checked.right]}${checked.unfinished ? ', unfinished' : ''}] ${checked.reference} – respond by ${shortDate(checked.dueDate)}`,
    headers: { 'X-Privacy-Request': checked.reference },
    attachments: [
      {
        filename: 'request.json',
        contentType: 'application/json; charset=utf-8',
        content: `${readableJson(checked)}\n`,
      },
    ],
  };
}

/**
 * The resident's acknowledgement; undefined where there is no email address that is safe to use.
 * @throws {import('zod').ZodError} where the request is not one that `privacyRequestSchema` takes.
 */
export function composeAcknowledgement(request: PrivacyRequest, context: MailContext): Mail | undefined {
  const checked = privacyRequestSchema.parse(request);
  const to = safeEmail(checked);
  if (to === undefined) return undefined;
  return {
    ...bodiesOf(acknowledgementDocument(checked, context)),
    ...envelopeOf(checked, 'acknowledgement', context),
    to,
    replyTo: oneLine(context.dpoMailbox),
    subject: `We have your ${checked.right === 'complaint' ? 'complaint' : 'request'}: ${checked.reference}`,
    // RFC 3834 and Exchange's own header: no out-of-office reply to a mail that nobody wrote.
    headers: {
      'X-Privacy-Request': checked.reference,
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
    },
    attachments: [],
  };
}

function bodiesOf(document: EmailDocument): Pick<Mail, 'text' | 'html'> {
  return { text: renderText(document), html: renderHtml(document) };
}

function envelopeOf(
  { reference }: PrivacyRequest,
  purpose: MailPurpose,
  { from }: MailContext,
): Pick<Mail, 'from' | 'messageId'> {
  return { from: oneLine(from), messageId: messageIdOf(reference, purpose, from) };
}
