/** Names of services that are typed wrongly, found with Fuse.js. A wrong guess misleads, so little is let through. */
import Fuse from 'fuse.js';
import { plainWords } from '../../src/requests/plain-words.js';
import type { StepContext } from '../requests/definition.js';

type Services = StepContext['services'];

interface Word {
  readonly name: string;
  readonly word: string;
}

/** Shorter words have other words one letter away: "rates" and "rats", "taxi" and "ctax". */
const SHORTEST = 6;
/** In a message, where anything may be said, the word that is meant must be longer still. */
const SHORTEST_AMONG_WORDS = 7;
/** Fuse's score runs from 0 (the same) to 1. One wrong letter in six, two in twelve. */
const MOST_WRONG = 0.17;
/** From so many letters on, two may be left out or put in. */
const LONG = 12;
/** Two letters that changed places count as two wrong ones. */
const MOST_SWAPPED = 0.3;

/** A word of a name that has several: one wrong letter in four. The other words vouch for it. */
const SHORTEST_IN_NAME = 4;
const MOST_WRONG_IN_NAME = 0.25;

/** Words that are spelt right and mean something else, a letter from a service's. */
const LOOKALIKES: ReadonlySet<string> = new Set(
  (
    'adaption admission allocation benefit camped caroline clapped clumped committed complain complained complains ' +
    'complaint cramped creation discipline electron electrons festering flooring hopeless hopelessness housings ' +
    'nurses packing parting patrol payment payments perking planking planned planting pooling pulling rabbis ' +
    'redundant register registers registry repaid revenge slammed tenant truman weeding welding'
  ).split(' '),
);

/** "Council tax" → "ct". People seldom get a first letter wrong, so only names with the same ones are looked at. */
const initials = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** An index for all initials. The list is the same for as long as the service runs. */
const indexes = new WeakMap<Services, ReadonlyMap<string, Fuse<Word>>>();

function indexOf(services: Services): ReadonlyMap<string, Fuse<Word>> {
  const known = indexes.get(services);
  if (known) return known;
  const byInitials = new Map<string, Word[]>();
  for (const { name, also } of services) {
    for (const word of [name, ...also].map(plainWords)) {
      const key = initials(word);
      byInitials.set(key, [...(byInitials.get(key) ?? []), { name, word }]);
    }
  }
  const options = { keys: ['word'], includeScore: true, threshold: MOST_SWAPPED, distance: 20, ignoreFieldNorm: true };
  const index = new Map([...byInitials].map(([key, words]) => [key, new Fuse(words, options)]));
  indexes.set(services, index);
  return index;
}

/**
 * The service whose name, or other word, was meant.
 * @param typed as in `plainWords`.
 * @param among.amongWords whether the words stand in a message about anything, rather than in an answer.
 */
export function meantService(
  typed: string,
  services: Services,
  { amongWords = false }: { readonly amongWords?: boolean } = {},
): string | undefined {
  const shortest = amongWords ? SHORTEST_AMONG_WORDS : SHORTEST;
  if (amongWords && (typed.length < SHORTEST || /\d/.test(typed) || LOOKALIKES.has(typed))) return undefined;
  const hits = indexOf(services).get(initials(typed))?.search(typed, { limit: 8 }) ?? [];
  return hits.find(({ item: { word }, score = 1 }) => {
    if (typed === word || `${typed}s` === word || `${word}s` === typed) return true;
    if (word.length < shortest || Math.abs(word.length - typed.length) > (word.length < LONG ? 1 : 2)) return false;
    return (score <= MOST_WRONG || sorted(word) === sorted(typed)) && alikeWordByWord(typed, word);
  })?.item.name;
}

/** "Send me" is not "send team": each word is the same, or itself one that is typed wrongly. */
function alikeWordByWord(typed: string, meant: string): boolean {
  const [words, others] = [typed.split(' '), meant.split(' ')];
  return words.length === others.length && words.every((word, i) => isNear(word, others[i] ?? ''));
}

function isNear(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (typed.length < SHORTEST_IN_NAME || typed.charAt(0) !== meant.charAt(0)) return false;
  const [hit] = new Fuse([meant], { includeScore: true, threshold: MOST_WRONG_IN_NAME, distance: 20 }).search(typed);
  return hit !== undefined || sorted(typed) === sorted(meant);
}

/** The letters, whatever their order: two of them may have changed places. */
const sorted = (word: string): string => Array.from(word).sort().join('');
