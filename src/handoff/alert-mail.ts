/** The mail that tells the operators of mail that is stuck. It names references, and nothing of what a request says. */
import { randomUUID } from 'node:crypto';
import type { MailPurpose, StuckMail } from '../stores/store.js';
import type { EmailDocument } from './email-document.js';
import { renderHtml } from './email-html.js';
import { renderText } from './email-text.js';
import type { Mail } from './mail.js';
import { domainOf } from './message-id.js';
import { oneLine } from './plain-characters.js';

export interface AlertContext {
  /** The sender, as in a From header. */
  readonly from: string;
  readonly to: string;
}

/** The rest can be looked up. */
const MOST_LISTED = 50;

const TO: Readonly<Record<MailPurpose, string>> = {
  dpo: 'to the Data Protection Officer',
  acknowledgement: 'the acknowledgement to the resident',
};

const SAYS: Readonly<Record<StuckMail['why'], { readonly title: (mails: string) => string; readonly what: string }>> = {
  refused: {
    title: (mails) => `${mails} refused by the mail server`,
    what: 'The mail server refused this mail for good. It is kept, and not tried again until you say so.',
  },
  late: {
    title: (mails) => `${mails} not sent for four hours or more`,
    what: 'The mail server has not taken this mail yet. It is kept, and tried again and again, at most a day apart.',
  },
};

/** @param mails those of this kind, oldest first; at least one. */
export function composeAlert(kind: StuckMail['why'], mails: readonly StuckMail[], { from, to }: AlertContext): Mail {
  const title = SAYS[kind].title(mails.length === 1 ? '1 mail' : `${mails.length} mails`);
  const document = alertDocument(title, SAYS[kind].what, mails);
  return {
    from: oneLine(from),
    to: oneLine(to),
    subject: `[Privacy assistant] ${title}`,
    messageId: `<${randomUUID()}.alert@${domainOf(from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'X-Privacy-Alert': kind },
    text: renderText(document),
    html: renderHtml(document),
    attachments: [],
  };
}

function alertDocument(title: string, what: string, mails: readonly StuckMail[]): EmailDocument {
  const listed = mails.slice(0, MOST_LISTED).map(({ reference, purpose }) => `${reference}: ${TO[purpose]}`);
  const more = mails.length - listed.length;
  return {
    title,
    opening: [
      { kind: 'paragraph', text: what },
      { kind: 'list', items: [...listed, ...(more > 0 ? [`and ${more} more: npm run requests -- list`] : [])] },
    ],
    sections: [
      {
        heading: 'What to do',
        blocks: [
          {
            kind: 'list',
            items: [
              'Read the server’s answers: npm run requests -- show REFERENCE',
              'Put right what they name: the address in DPO_MAILBOX, the sender in MAIL_FROM, the server in SMTP_URL.',
              'Send it again: npm run requests -- resend REFERENCE',
            ],
          },
          {
            kind: 'paragraph',
            text: 'Time limits run meanwhile. This comes at most once an hour, and once a day while nothing changes.',
          },
        ],
      },
    ],
  };
}
