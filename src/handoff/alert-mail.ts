/** The mail that tells the operators of mail that is stuck. It names references, and nothing of what a request says. */
import { randomUUID } from 'node:crypto';
import type { MailPurpose, StuckMail } from '../stores/store.js';
import type { EmailDocument } from './email-document.js';
import { renderHtml } from './email-html.js';
import { renderText } from './email-text.js';
import type { Mail, Receiver } from './mail.js';
import { domainOf } from './message-id.js';
import { oneLine } from './plain-characters.js';

export interface AlertContext {
  /** The sender, as in a From header. */
  readonly from: string;
  readonly to: string;
  /** Who did not take the mails that are told of. */
  readonly receiver: Receiver;
}

/** The rest can be looked up. */
const MOST_LISTED = 50;

/** Nothing that an operator sets would change it, and the alert would come every day. */
const WRONG_ADDRESS =
  'If the address of a resident is wrong, tell the Data Protection Officer’s team, whose own mail has it all. Once they have that: npm run requests -- purge REFERENCE';

const TO: Readonly<Record<MailPurpose, string>> = {
  dpo: 'to the Data Protection Officer',
  acknowledgement: 'the acknowledgement to the resident',
  addition: 'to the Data Protection Officer, with something added',
};

interface Says {
  readonly title: (mails: string, receiver: string) => string;
  readonly what: (receiver: string) => string;
}
const SAYS: Readonly<Record<StuckMail['why'], Says>> = {
  refused: {
    title: (mails, receiver) => `${mails} refused by ${receiver}`,
    what: (receiver) =>
      `This mail was refused by ${receiver} for good. It is kept, and not tried again until you say so.`,
  },
  late: {
    title: (mails) => `${mails} not sent for four hours or more`,
    what: (receiver) =>
      `This mail was not taken by ${receiver} yet. It is kept, and tried again and again, at most a day apart.`,
  },
};

/** @param mails those of this kind, oldest first; at least one. */
export function composeAlert(kind: StuckMail['why'], mails: readonly StuckMail[], context: AlertContext): Mail {
  const { from, to, receiver } = context;
  const title = SAYS[kind].title(mails.length === 1 ? '1 mail' : `${mails.length} mails`, receiver.name);
  const document = alertDocument(title, SAYS[kind].what(receiver.name), mails, receiver);
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

function alertDocument(title: string, what: string, mails: readonly StuckMail[], { remedy }: Receiver): EmailDocument {
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
              'Read the answers to it: npm run requests -- show REFERENCE',
              `Put right what they name: ${remedy}.`,
              'Send it again: npm run requests -- resend REFERENCE',
              ...(mails.some(({ purpose }) => purpose === 'acknowledgement') ? [WRONG_ADDRESS] : []),
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
