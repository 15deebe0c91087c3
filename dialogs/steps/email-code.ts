/**
 * Showing that an email address works, by a code that is sent to it. It can be skipped, and proves nothing about who is
 * asking: the Data Protection Officer is told which it was.
 */
import { plainWords } from '../../src/requests/plain-words.js';
import { isSafe } from '../../src/requests/safe-email.js';
import type { Reading, SentCode, StepContext, StepDefinition } from '../requests/definition.js';

/** Minutes for which a code is good. */
export const CODE_MINUTES = 10;
/** Wrong codes that are taken before the step is left: a million guesses, five tries. */
const MOST_TRIES = 5;
/** Codes in one request: nobody is to be sent a stream of mail by a stranger. */
const MOST_CODES = 4;

/** The button that asks for another. */
export const NEW_CODE = 'Send a new code';
const AGAIN =
  /^where is it$|\bwhere\b.*\bcode\b|\b(?:again|another|new|resend|resent)\b|\b(?:did ?nt|didnt|has ?nt|hasnt|not|never|nothing|no)\b.*\b(?:get|got|come|came|arrived?|received?|email|mail|code|here|yet)\b/;

export const emailCode: StepDefinition = {
  step: 'emailCode',
  label: 'Email confirmed',
  names: ['code', 'email code'],
  ask: ({ code, now }) => ({
    text:
      code && isTooOld(code, now)
        ? 'The code that I sent to you has run out. You can ask for a new one, or skip this.'
        : `I have sent a code of six digits to ${code?.email ?? 'your email address'}. Please type it here. It works for ${CODE_MINUTES} minutes. If you cannot get at your email now, you can skip this.`,
    buttons: [
      { title: NEW_CODE, value: NEW_CODE },
      { title: 'Skip this question', value: 'Skip' },
    ],
  }),
  why: 'It shows that the email address works, so that the answer does not go astray. It is not a check of who you are.',
  optional: true,
  ownWords: false,
  carries: true,
  applies: ({ answers: { contact, safeToContact }, code, codesSent, danger }) =>
    contact?.email !== undefined &&
    // Not where somebody else may read the mail, or it is not known yet.
    (safeToContact ? isSafe(safeToContact.understood) : !danger) &&
    // Nor to one address after the other.
    (codesSent < MOST_CODES || code?.email === contact.email),
  recognises: (text) => (digitsIn(text) !== undefined || AGAIN.test(plainWords(text)) ? 'whole' : undefined),
  skipped: 'No',
  read: (text, context) => readCode(text, context),
};

const isTooOld = ({ sentAt }: SentCode, now: Date): boolean =>
  now.getTime() - Date.parse(sentAt) > CODE_MINUTES * 60_000;

/** What a message at this step comes to. */
function readCode(text: string, { code, codesSent, now }: StepContext): Reading {
  const typed = digitsIn(text);
  const isOver = code === undefined || isTooOld(code, now);
  if (typed !== undefined && code && !isOver && typed === code.digits) return confirmed(text, true);
  const another = (sent: string, instead: string): Reading =>
    codesSent < MOST_CODES ? { problem: sent, code: 'resend' } : { problem: instead };
  if (typed === undefined)
    return AGAIN.test(plainWords(text))
      ? another(
          'I have sent a new code. The old one no longer works. Please look in your junk mail too.',
          'I have sent as many codes as I may. You can type the last one, change your email, or skip this.',
        )
      : { problem: 'I need the six digits from the email. You can also ask for a new code, or skip this.' };
  if (isOver)
    return another(
      'That code is too old now. I have sent a new one.',
      'That code is too old now, and I may not send more. Please skip this: your request goes on all the same.',
    );
  const left = MOST_TRIES - code.tries - 1;
  if (left <= 0) return confirmed(text, false);
  return {
    problem: `That is not the code that I sent. Please look again: you can try ${left === 1 ? 'once' : `${left} times`} more. You can also ask for a new code, or skip this.`,
    code: 'wrong',
  };
}

function confirmed(text: string, emailConfirmed: boolean): Reading {
  const words = emailConfirmed ? text.trim() : '';
  return { answer: { words, understood: emailConfirmed ? 'Yes, with a code' : 'No', emailConfirmed } };
}

/** "123 456", "my code is 123-456." */
function digitsIn(text: string): string | undefined {
  const runs = text.slice(0, 200).match(/\d[\d \-.]*\d|\d/g) ?? [];
  return runs.map((run) => run.replace(/\D/g, '')).find((digits) => digits.length >= 4 && digits.length <= 8);
}
