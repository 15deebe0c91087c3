/** Spelling corrected against the words that the knowledge itself uses. */
import Fuse from 'fuse.js';

/** Shorter words have too many neighbours one letter away; longer ones are seldom words at all. */
const SHORTEST = 4;
const LONGEST = 18;
/** Fuse's score runs from 0 (the same) to 1: about one letter in five wrong. */
const MOST_WRONG = 0.22;
const REMEMBERED = 5_000;

export type Speller = (word: string) => string;

/**
 * @param vocabulary known words, the more frequent first where two are equally near.
 * @param english other words that are spelt right, and are left alone.
 * @returns a function that gives the nearest known word, or the word itself where none is near.
 */
export function createSpeller(vocabulary: readonly string[], english?: ReadonlyMap<string, unknown>): Speller {
  const known = new Set(vocabulary);
  const byLetter = new Map<string, Fuse<string>>();
  const wordsByLetter = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < SHORTEST) continue;
    const letter = word.charAt(0);
    wordsByLetter.set(letter, [...(wordsByLetter.get(letter) ?? []), word]);
  }
  // People seldom get a word's first letter wrong; an index a letter keeps a look-up well under a millisecond.
  for (const [letter, words] of wordsByLetter) {
    byLetter.set(
      letter,
      new Fuse(words, { includeScore: true, threshold: MOST_WRONG, location: 0, distance: 20, ignoreLocation: false }),
    );
  }
  const remembered = new Map<string, string>();
  return (word) => {
    if (known.has(word) || english?.has(word) || word.length < SHORTEST || word.length > LONGEST || /\d/.test(word))
      return word;
    let correction = remembered.get(word);
    if (correction === undefined) {
      correction = nearest(byLetter.get(word.charAt(0)), word) ?? word;
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(word, correction);
    }
    return correction;
  };
}

function nearest(fuse: Fuse<string> | undefined, word: string): string | undefined {
  const hits = fuse?.search(word, { limit: 8 }) ?? [];
  const near = hits.filter(({ item }) => Math.abs(item.length - word.length) <= 2);
  return near[0]?.item;
}
