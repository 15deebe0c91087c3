/** What lets somebody ask for another person, only where they say so, in their own words. */
import type { StepAnswer } from '../requests/definition.js';

const STATED = new RegExp(
  [
    '\\b(?:power of attorney|poa|lpa|attorney|deputy|deputyship|court of protection|executor|executrix|probate|letters of administration)\\b',
    '\\b(?:parental responsibility|legal guardian|special guardian(?:ship)?|guardianship|litigation friend|appointee|next of kin)\\b',
    '\\bsigned (?:\\w+ ){0,2}(?:authority|consent|permission|mandate|form of authority)\\b|\\b(?:letter|form) of authority\\b',
    "\\b(?:with|have|has|got|given|gave|gives|giving) (?:\\w+ )?(?:his|her|their|written|signed|full|verbal|me|us|(?:my )?[\\w-]+'s) (?:\\w+ ){0,3}(?:permission|consent|authority|say-so)\\b",
    '\\b(?:asked|told|instructed|authorised|authorized|wants) (?:me|us) to\\b|\\binstructed by\\b',
    "\\b(?:i am|i'm|we are|as)(?: the| an?)? (?:\\w+ ){0,2}solicitors?\\b|\\bsolicitors? (?:acting )?for\\b|\\b(?:we|i) (?:act|represent)\\b|\\bacting for\\b",
    '\\b(?:happy|fine|ok|okay) (?:for|with) me (?:to )?(?:ask|asking|request|requesting|do|doing)\\b',
  ].join('|'),
  'i',
);
/** They deny it, or are only on the way to it. */
const NOT_HELD =
  /\b(?:no|not|never|without|don't|dont|haven't|havent|isn't|lost|applying for|applied for)(?: [\w']+){0,3} ?$/i;
const CLAUSE_ENDS = /[.,!?;](?=\s|$)|\s[-–—]\s/g;

/** @param said the text on one line. @returns the clause that states it, as it was typed. */
export function mineAuthority(text: string, said: string): StepAnswer | undefined {
  const found = STATED.exec(said);
  if (!found) return undefined;
  const ends = [...said.matchAll(CLAUSE_ENDS)].map(({ index }) => index);
  const start = (ends.findLast((end) => end < found.index) ?? -1) + 1;
  if (NOT_HELD.test(said.slice(start, found.index))) return undefined;
  const end = ends.find((place) => place >= found.index + found[0].length) ?? said.length;
  const words = text
    .slice(start, end)
    .replace(/^[\s-–—]+/, '')
    .trim();
  return { words, understood: words };
}
