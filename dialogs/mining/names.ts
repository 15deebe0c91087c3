/** Names of people as they stand in a message: any script, hyphens, apostrophes, initials. No title is asked for. */
import { TITLE } from './people.js';

const WORD = String.raw`(?:\p{Lu}\.|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*(?:['-][\p{L}\p{M}]+)*)`;
const PARTICLE = String.raw`(?:de la|de|da|di|do|dos|del|della|van der|van den|van|von|der|den|bin|binti|bint|ibn|abu|al|el|la|le|ní|nic|ap|ab|y)`;
const CAPITALISED = new RegExp(String.raw`${WORD}(?:[ \t]+(?:${PARTICLE}[ \t]+)?${WORD}){0,4}`, 'uy');
const SMALL = /[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*(?:[ \t]+[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*){0,5}/uy;
const TITLED = new RegExp(`${TITLE}[ \\t]+`, 'iy');

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that follow a name, or stand with a capital letter where a name might. */
const NO_NAME = set(
  'a about access actually address after again aged all also always an and any are as asking at aunt autistic ' +
    'barnet because before between blind british but by call called can capita carer case catholic chair client ' +
    'cos could council councillor currently customer dad data deaf dear deputy diabetic director disabled ' +
    'disgusted dob dpo dyslexic email even father foi for freedom from gave gdpr get has have he head ' +
    'headteacher hello her here hi hindu his homes housing how i if im in information is it its jewish just leader ' +
    'legal like london making manager me member mobile mother mum muslim my name need never next not now number of ' +
    'officer often on only or our parent parking patient phone please pls plz polish postcode privacy protection ' +
    're ref reference regarding regards request requesting resident responsible roman sar send services she sikh ' +
    'since so social solicitor somali some sorry speaking student subject teacher team tel tenant thank thanks ' +
    'that the they this to too type u ukrainian under until up very want wanting was we were what when where which ' +
    'who whose wish with worker would writing you your yours',
);
/** What may be said of one's name instead of the name. */
const ABOUT_THE_NAME = set(
  'wrong wrongly incorrect incorrectly spelt spelled misspelt misspelled mispelt mistyped down listed recorded registered showing ' +
    'appearing missing being changed changing known mentioned included used different no none private confidential similar same',
);
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** A name by its place in a message. */
export interface FoundName {
  /** Without a title, unless a title and one name is all there is: "K Osei", "Mrs Patel". */
  readonly start: number;
  /** Before the "'s" of a possessive. */
  readonly end: number;
  /** How many names it has; initials count. */
  readonly parts: number;
  /** It was said as "Leo's". */
  readonly possessive: boolean;
}

/** The name as it was typed, on one line. */
export const nameIn = (text: string, { start, end }: FoundName): string => text.slice(start, end).replace(/\s+/g, ' ');

/** The capitalised name that begins at a place of a text with straight apostrophes. */
export function nameAt(text: string, place: number): FoundName | undefined {
  const title = stickyMatch(TITLED, text, place) ?? '';
  const start = place + title.length;
  const words = wordsAt(CAPITALISED, text, start);
  // Words in capitals are shouted, or short for a service: "my son EHCP".
  const shouted = words.findIndex((word) => /^\s*\p{Lu}{2,}$/u.test(word));
  const named = shouted < 0 ? words : words.slice(0, shouted);
  // "Sarah Khan's" ends with its possessive.
  const owner = named.findIndex((word) => /'s$/i.test(word));
  const kept = owner < 0 ? named : named.slice(0, owner + 1);
  const typed = kept.join('').replace(/'s$/i, '');
  if (!typed || (!title && /^\p{L}\.?$/u.test(typed))) return undefined;
  const from = kept.length === 1 ? place : start;
  return { start: from, end: start + typed.length, parts: kept.length, possessive: owner >= 0 };
}

/** The name that begins at a place where one is announced: "my name is", "name:". It may be typed without capitals. */
export function announcedNameAt(text: string, place: number): FoundName | undefined {
  const capitalised = nameAt(text, place);
  const small = capitalised && capitalised.parts > 1 ? undefined : smallNameAt(text, place);
  const found = small && small.parts > (capitalised?.parts ?? 0) ? small : capitalised;
  return found?.possessive ? undefined : found;
}

/** It ends where the sentence goes on. */
function smallNameAt(text: string, place: number): FoundName | undefined {
  const start = place + (stickyMatch(TITLED, text, place) ?? '').length;
  const words = wordsAt(SMALL, text, start);
  // Five words in a row are a sentence.
  if (!words.length || words.length > 4 || ABOUT_THE_NAME.has(words[0]?.toLowerCase() ?? '')) return undefined;
  const typed = words.join('');
  return { start, end: start + typed.length, parts: words.length, possessive: /'s$/i.test(typed) };
}

/** The words that a pattern finds at a place, up to the first that belongs to no name, or to a date. */
function wordsAt(pattern: RegExp, text: string, place: number): string[] {
  const found = stickyMatch(pattern, text, place) ?? '';
  const words = found.split(/(?<=\S)(?=[ \t])/).filter(Boolean);
  const beforeDate = /^,? *\d/.test(text.slice(place + found.length, place + found.length + 5)) ? words.length - 1 : -1;
  const stop = words.findIndex(
    (word, i) => NO_NAME.has(word.trim().toLowerCase()) || (i === beforeDate && MONTH.test(word.trim())),
  );
  return stop < 0 ? words : words.slice(0, stop);
}

function stickyMatch(pattern: RegExp, text: string, place: number): string | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0];
}
