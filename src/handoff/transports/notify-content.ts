/** What GOV.UK Notify is told of a mail: which template, and what goes into its placeholders. */
import type { Mail } from '../mail.js';
import { toNotifyMarkdown } from './notify-markdown.js';

/** Notify takes files smaller than 2 MB; in bytes, by either way of counting. */
const LARGEST_FILE = 2_000_000;
/** The month in which a request has to be answered, and the days by which a weekend may lengthen it. */
export const FILE_WEEKS = 5;

export interface NotifyContent {
  /** The DPO's has a placeholder more, for the file. */
  readonly template: 'dpo' | 'resident';
  /** The same on every attempt, so that a repeat is recognisable; says nothing of a person. */
  readonly reference: string;
  readonly subject: string;
  /** Notify's Markdown. */
  readonly body: string;
  /** For the DPO's template: the file, or the words that stand in its place. */
  readonly file?: { readonly filename: string; readonly content: Buffer } | string;
}

/**
 * A mail with an attachment is the one to the Data Protection Officer, and the only one with words of a resident in it.
 * None has more than one.
 */
export function contentOf(mail: Mail): NotifyContent {
  const { subject, text, attachments } = mail;
  const reference = referenceOf(mail.messageId);
  const [attachment] = attachments;
  if (!attachment) return { template: 'resident', reference, subject, body: toNotifyMarkdown(text, { links: true }) };
  const { filename } = attachment;
  const content = Buffer.from(attachment.content);
  const fits = content.length < LARGEST_FILE;
  return {
    template: 'dpo',
    reference,
    subject,
    body: [
      toNotifyMarkdown(text, { links: false }),
      '## HOW THIS MAIL CAME',
      fits ? fileByLink(filename) : fileLeftOut(filename),
      'A reply does not reach the person: use the details above. Web addresses in this mail cannot be clicked, because the person may have typed them.',
    ].join('\n\n'),
    file: fits ? { filename, content } : 'left out, see above',
  };
}

const fileByLink = (filename: string): string =>
  `By GOV.UK Notify, which attaches no files. ${filename} is behind the link below for ${FILE_WEEKS} weeks. Whoever opens it is asked for the email address that this mail was sent to.`;
const fileLeftOut = (filename: string): string =>
  `By GOV.UK Notify, which attaches no files. ${filename} is larger than it takes and was left out. All that it says stands above.`;

/** A Message-ID without its brackets and its domain, which are no part of what makes it the only one. */
const referenceOf = (messageId: string): string => messageId.replace(/^</, '').replace(/@.*$/s, '');
