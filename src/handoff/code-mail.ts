/** The mail that brings a code, to show that an email address works. It says nothing of the request, nor of whose it is. */
import { randomUUID } from 'node:crypto';
import type { EmailDocument } from './email-document.js';
import { renderHtml } from './email-html.js';
import { renderText } from './email-text.js';
import type { Mail } from './mail.js';
import { domainOf } from './message-id.js';
import { oneLine } from './plain-characters.js';

export interface CodeMailContext {
  /** As it stands in a sentence: "Barnet Council". */
  readonly councilName: string;
  /** The sender, as in a From header. */
  readonly from: string;
  readonly dpoMailbox: string;
}

/** @param digits the code. @param minutes how long it works. */
export function composeCodeMail(
  { email, digits, minutes }: { readonly email: string; readonly digits: string; readonly minutes: number },
  { councilName, from, dpoMailbox }: CodeMailContext,
): Mail {
  const document = codeDocument(digits, minutes, councilName);
  return {
    from: oneLine(from),
    to: oneLine(email),
    replyTo: oneLine(dpoMailbox),
    subject: `Your code for ${councilName}’s chat`,
    messageId: `<${randomUUID()}.code@${domainOf(from)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: renderText(document),
    html: renderHtml(document),
    attachments: [],
  };
}

function codeDocument(digits: string, minutes: number, councilName: string): EmailDocument {
  return {
    title: 'Your code',
    opening: [
      { kind: 'paragraph', text: `Type this code in ${councilName}’s chat:` },
      { kind: 'quote', text: digits },
      { kind: 'paragraph', text: `It works for ${minutes} minutes.` },
    ],
    sections: [
      {
        heading: 'If this was not you',
        blocks: [
          {
            kind: 'paragraph',
            text: 'Someone may have typed your email address by mistake. You do not have to do anything. Do not give the code to anybody.',
          },
        ],
      },
    ],
  };
}
