/**
 * How to reach the one who asks, where a first message gives it as that. An email, a number or an address that is part of
 * a story is left alone: a letter that goes to it may end up with somebody whom the person is afraid of.
 */
import type { StepAnswer } from '../requests/definition.js';
import { LIKE_EMAIL, PHONE_INSIDE, POSTCODE, readContact } from '../steps/contact.js';
import {
  ANOTHERS,
  EMAIL_ALONE,
  EMAIL_GIVEN,
  LIKE_ADDRESS,
  NOT_ASKED,
  NUMBER_GIVEN,
  POST_GIVEN,
  WRONG_AFTER,
} from './contact-cues.js';
import { signatureOf } from './signature.js';
import { straight } from './typed.js';

/** How much is read before and after a place to see how it was given, in characters. */
const AROUND = 60;
/** The longest postal address, in characters. */
const LONGEST = 140;
/** The council's own are written to, not from. */
const COUNCIL_OWN = /@(?:[\w-]+\.)*gov\.uk$/i;

/** @returns all ways that were given; undefined where there is none. */
export function mineContact(text: string): StepAnswer | undefined {
  const said = straight(text);
  const letter = signatureOf(said);
  const below = letter && readContact(said.slice(letter.below));
  const email = emailIn(said) ?? below?.email;
  const phone = phoneIn(said) ?? below?.phone;
  const post = postIn(said) ?? (below?.post !== undefined && POSTCODE.test(below.post) ? below.post : undefined);
  const ways = [email, phone, post?.replace(/\s*\n\s*/g, ', ')].filter((way) => way !== undefined).join(', ');
  if (!ways) return undefined;
  return {
    words: ways,
    understood: ways,
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(post ? { post: post.replace(/\s*\n\s*/g, ', ') } : {}),
  };
}

/** The clause before a place, as far as it is read. */
function before(said: string, place: number): string {
  return said.slice(Math.max(0, place - AROUND), place);
}

const clauseOf = (lead: string): string => lead.split(/[.,!?;\n]\s/).at(-1) ?? '';

/** One of several emails in a list, and so perhaps another's. */
const LISTED = /@\S+(?:,|;| and| or)? *$/;

/** Whether what stands at a place is given as one's own. */
function isGiven(said: string, place: number, end: number, given: readonly RegExp[]): boolean {
  const lead = before(said, place);
  const cue = given.map((pattern) => pattern.exec(lead)).find((found) => found !== null);
  return (
    cue !== undefined && !NOT_ASKED.test(lead.slice(0, cue.index)) && !WRONG_AFTER.test(said.slice(end, end + AROUND))
  );
}

/** Two that differ are left to be asked: one of them may be the wrong one. */
function onlyOne(found: readonly string[]): string | undefined {
  return new Set(found).size === 1 ? found[0] : undefined;
}

function emailIn(said: string): string | undefined {
  const found = [...said.matchAll(new RegExp(LIKE_EMAIL, 'g'))].flatMap(({ index, 0: typed }) => {
    const email = readContact(typed)?.email;
    return email === undefined ? [] : [{ email, index, end: index + typed.length }];
  });
  const given = found.filter(({ index, end }) => isGiven(said, index, end, EMAIL_GIVEN));
  const alone = found.filter(
    ({ email, index, end }) =>
      EMAIL_ALONE.test(before(said, index)) &&
      !LISTED.test(before(said, index)) &&
      !ANOTHERS.test(clauseOf(before(said, index))) &&
      !WRONG_AFTER.test(said.slice(end, end + AROUND)) &&
      !COUNCIL_OWN.test(email),
  );
  return onlyOne((given.length ? given : alone).map(({ email }) => email));
}

function phoneIn(said: string): string | undefined {
  const given = [...said.matchAll(new RegExp(PHONE_INSIDE, 'gi'))].flatMap(({ index, 0: typed }) =>
    isGiven(said, index, index + typed.length, NUMBER_GIVEN) ? (readContact(typed)?.phone ?? []) : [],
  );
  return onlyOne(given);
}

function postIn(said: string): string | undefined {
  const given = [...said.matchAll(POST_GIVEN)].flatMap(({ index, 0: cue }) => {
    const start = index + cue.length;
    const postcode = POSTCODE.exec(said.slice(start, start + LONGEST));
    if (!postcode || NOT_ASKED.test(before(said, index))) return [];
    const address = said.slice(start, start + postcode.index + postcode[0].length);
    return LIKE_ADDRESS.test(address) ? (readContact(address)?.post ?? []) : [];
  });
  return onlyOne(given);
}
