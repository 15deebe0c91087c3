/** Who the other person is to the one who asks, in the style of the step: "They are my son". */
import type { StepAnswer } from '../requests/definition.js';
import { ACQUAINTANCE, BARE_KIN, CLIENT, END, KIN, MY } from './people.js';
import { typed, type Sign } from './typed.js';

const MINE = new RegExp(`${MY}(?<whom>${KIN}|${ACQUAINTANCE}|${CLIENT})${END}`, 'gi');
/** "Mum's notes", of one's own mother. */
const BARE = new RegExp(
  `(?<!\\b(?:his|her|their|a|an|the|[\\w-]+'s) )(?<whom>${BARE_KIN})${END}(?! (?:and|&)\\b)`,
  'gi',
);
/** Said from the other side: "I'm his father", "I am mother of boy". */
const AS_THEIRS = new RegExp(
  `\\b(?:i'?m|i am|as) (?:(?:his|her|their|(?:[a-z'-]+ )?[a-z'-]+'s) (?:\\w+ )?(?<whom>${KIN})(?!\\w)|(?:the |a )?(?<role>${KIN}) (?:of|to)\\b)`,
  'i',
);
const REPRESENTED =
  /\b(?:(?:we|i) (?:act|represent)|instructed by|(?:solicitors?|advocates?) (?:acting )?(?:for|of|instructed))\b/i;

/** @param sign what shows that they are another; who is named there is meant before anybody else. */
export function mineRelationship(text: string, said: string, sign: Sign): StepAnswer | undefined {
  const mine = [...said.matchAll(MINE)];
  const bare = [...said.matchAll(BARE)].filter((found) => !isOneself(said, found));
  const shown = [...mine, ...bare].find(({ index }) => index >= sign.start && index < sign.end);
  const theirs = AS_THEIRS.exec(said);
  // "Her son's notes", from somebody who writes down what a caller says.
  if (!shown && !theirs && /^(?:his|her|their)\b/i.test(said.slice(sign.start))) return undefined;
  const named = shown ?? mine[0] ?? (theirs ? undefined : bare[0]);
  if (named) return { words: wordsOf(text, named), understood: `They are my ${whomIn(named)}` };
  if (theirs) return { words: wordsOf(text, theirs), understood: `I am their ${whomIn(theirs)}` };
  return REPRESENTED.test(said) ? { words: typed(text, sign), understood: 'They are my client' } : undefined;
}

/** "I am mother of" is the one who asks; "I'm mum's attorney" names her. */
const isOneself = (said: string, { index, 0: found, groups }: RegExpExecArray): boolean =>
  found === groups?.['whom'] && /\b(?:i'?m|am|as) $/i.test(said.slice(0, index));

const wordsOf = (text: string, { index, 0: found }: RegExpExecArray): string =>
  typed(text, { start: index, end: index + found.length });

const whomIn = ({ groups }: RegExpExecArray): string => (groups?.['whom'] ?? groups?.['role'] ?? '').toLowerCase();
