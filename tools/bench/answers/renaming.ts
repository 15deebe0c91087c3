/** Other words for the copies of the knowledge. */
import type { Featurise } from '../../../src/answers/model/features.js';
import { seededRandom, shuffle } from '../../../src/answers/model/random.js';
import { stemOf } from '../../../src/answers/text/tokens.js';

const VOWELS = Array.from('aeiou');
const CONSONANTS = Array.from('bcdfghjklmnpqrstvwxyz');

/**
 * Renames words, always the same word to the same: vowels are exchanged for vowels, consonants for consonants, so that
 * lengths and syllables stay as they are.
 * @param copy which exchange; each number has its own.
 */
export function renaming(copy: number): (word: string) => string {
  const random = seededRandom(copy);
  const exchange = new Map<string, string>();
  for (const letters of [VOWELS, CONSONANTS]) {
    const shuffled = [...letters];
    shuffle(shuffled, random);
    letters.forEach((letter, i) => exchange.set(letter, shuffled[i] ?? letter));
  }
  return (word) => Array.from(word, (letter) => exchange.get(letter) ?? letter).join('');
}

/**
 * Tells which features of the model stay when all but the common words are renamed: those of common words alone, and parts
 * of them. A renamed word is a word of another field, with another meaning: its class and its concept are others too.
 */
export function sharedBy(commonWords: readonly string[], featurise: Featurise): (feature: string) => boolean {
  const stems = new Set(['^', '$', ...commonWords.map(stemOf)]);
  const ofCommonWords = new Set(commonWords.flatMap((word) => featurise([word])));
  return (feature) =>
    ofCommonWords.has(feature) ||
    (feature.startsWith('p:') &&
      feature
        .slice(2)
        .split(' ')
        .every((stem) => stems.has(stem)));
}
