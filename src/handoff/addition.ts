/** The mail by which something is added to a request: the Data Protection Officer's mail program puts it with the first. */
import type { Addition } from '../requests/addition.js';
import { dayInWords, londonDate, shortDate } from '../requests/dates.js';
import { RIGHT_NAMES } from '../requests/right.js';
import { STEPS } from '../requests/step.js';
import { rowsOf, type Block, type EmailDocument } from './email-document.js';
import { renderHtml } from './email-html.js';
import { renderText } from './email-text.js';
import type { MailContext } from './email.js';
import type { Mail } from './mail.js';
import { additionIdOf, messageIdOf } from './message-id.js';
import { oneLine } from './plain-characters.js';
import { STEP_NAMES } from './step-names.js';

/** Without an attachment: whatever reads those takes each for a request of its own. */
export function composeAddition(addition: Addition, { dpoMailbox, from }: MailContext): Mail {
  const { reference, right, dueDate, number, unfinished } = addition;
  const document = documentOf(addition);
  const first = messageIdOf(reference, 'dpo', from);
  return {
    from: oneLine(from),
    to: oneLine(dpoMailbox),
    subject: `[${RIGHT_NAMES[right]}, addition${unfinished ? ', unfinished' : ''}] ${reference} – respond by ${shortDate(dueDate)}`,
    messageId: additionIdOf(reference, number, from),
    // RFC 5322, 3.6.4: an answer to the first mail, which it is not the first word of.
    headers: { 'X-Privacy-Request': reference, 'In-Reply-To': first, References: first },
    text: renderText(document),
    html: renderHtml(document),
    attachments: [],
  };
}

function documentOf({
  reference,
  right,
  dueDate,
  receivedAt,
  firstMessage,
  answers,
  unfinished,
}: Addition): EmailDocument {
  const { details } = answers;
  const given = STEPS.flatMap((step) => {
    const said = step === 'details' ? undefined : answers[step];
    return said ? [[STEP_NAMES[step], said] as const] : [];
  });
  const isMore = details !== undefined && details.trim() !== '' && details.trim() !== firstMessage.trim();
  return {
    title: `Added to ${reference}`,
    opening: [
      {
        kind: 'paragraph',
        text: `The person added this to their ${RIGHT_NAMES[right].toLowerCase()} in the same chat, on ${dayInWords(londonDate(new Date(receivedAt)))}. It is no new request: respond by ${dayInWords(dueDate)}, as before. Whose request it is, and how to reach them, stands in the first mail.`,
      },
      ...(unfinished ? [UNFINISHED] : []),
    ],
    sections: [
      {
        heading: 'What is added, in the person’s own words',
        blocks: [{ kind: 'quote', text: firstMessage }, ...(isMore ? [{ kind: 'quote', text: details } as const] : [])],
      },
      ...(given.length ? [{ heading: 'What they said besides', blocks: [rowsOf(...given)] }] : []),
      {
        heading: 'About this mail',
        blocks: [
          rowsOf(['Reference', reference]),
          { kind: 'paragraph', text: 'A second mail with the same Message-ID is a repeat of this one.' },
        ],
      },
    ],
  };
}

const UNFINISHED: Block = {
  kind: 'warning',
  text: 'Unfinished: the person fell silent before they checked and sent this. Ask them whether it is what they want.',
};
