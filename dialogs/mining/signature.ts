/** The end of a message that is written like a letter: "Kind regards, Sarah Khan", and what stands below the name. */
import { nameAt, type FoundName } from './names.js';

const SIGN_OFF =
  /(?:^|[\s,.;!])(?:(?:many |with )?thanks(?: so much| very much| again| in advance| a lot)?|thank you(?: very much| so much| in advance)?|thankyou|thx|ta|cheers|(?:(?:kind|warm|best|kindest|with) )*regards|(?:all the |very )?best(?: wishes)?|with best wishes|yours(?: (?:sincerely|faithfully|truly))?|sincerely|signed|respectfully|faithfully)[\s,.!:–—-]+/gi;
/** How far from the end a letter may close, in characters: a name, an address, a number and an email. */
const MOST = 300;
/** A line of its own at the end, perhaps behind a dash. */
const LAST_LINE = /\n[ \t]*(?:[-–—]+[ \t]*)?(?=\S[^\n]{2,60}$)/g;
const SENTENCE_ENDS = /[.!?\n][ \t]*\n*(?=\S)/g;
/** Capitalised words that name no person. */
const NO_PERSON =
  /\b(?:road|street|avenue|lane|close|teams?|department|school|house|office|centre|health|care|tax|benefits?|records?|files?|rights?|planning|education|libraries|library|highways|waste|recycling|elections|licensing|support)\b/i;

export interface Signature {
  readonly name: FoundName;
  /** The place where what stands below the name begins. */
  readonly below: number;
}

/** @param said with straight apostrophes. A single first name is no signature: the full name is still to be asked. */
export function signatureOf(said: string): Signature | undefined {
  const end = said.trimEnd();
  return signedOff(end) ?? beforeContact(end) ?? lastLine(end);
}

/** Nothing but ways to reach them may follow the name. */
function signedOff(said: string): Signature | undefined {
  return signedAfter(said, SIGN_OFF, /^\s*(?:$|[,.\n(–—-]|\S*@|tel|mob|phone|\+?\d)/i);
}

/** "… my file. Sarah Khan, sarah@example.org" */
function beforeContact(said: string): Signature | undefined {
  return signedAfter(said, SENTENCE_ENDS, /^\s*[,.\n–—-]?\s*(?:[^\s@]+@|(?:tel|mob|mobile|phone|email)\b|\+44|0\d)/i);
}

function lastLine(said: string): Signature | undefined {
  const found = signedAfter(said, LAST_LINE, /^\.?$/);
  return found && !NO_PERSON.test(said.slice(found.name.start)) ? found : undefined;
}

/** @param cues after which the name stands. @param below what follows it. */
function signedAfter(said: string, cues: RegExp, below: RegExp): Signature | undefined {
  for (const cue of said.matchAll(cues)) {
    const place = cue.index + cue[0].length;
    const name = said.length - place > MOST ? undefined : nameAt(said, place);
    if (name && name.parts > 1 && !name.possessive && below.test(said.slice(name.end)))
      return { name, below: name.end };
  }
  return undefined;
}
