/** Everyday words read as terms of the field, by the lexicon. */
import type { LexiconConcept } from '../knowledge/load.js';
import { stemOf, wordsOf } from './tokens.js';

/** Longest idiom of the lexicon that is looked for, in words. */
const LONGEST = 5;

export type Concepts = (stems: readonly string[]) => string[];

/** @returns a function from a message's stems to the concepts that its words and idioms stand for, each once. */
export function createConcepts(lexicon: readonly LexiconConcept[]): Concepts {
  const byPhrase = new Map<string, string[]>();
  for (const { concept, words } of lexicon) {
    for (const phrase of words) {
      const key = wordsOf(phrase).map(stemOf).join(' ');
      if (key) byPhrase.set(key, [...(byPhrase.get(key) ?? []), concept]);
    }
  }
  return (stems) => {
    const found = new Set<string>();
    for (let from = 0; from < stems.length; from += 1) {
      let phrase = '';
      for (let to = from; to < Math.min(stems.length, from + LONGEST); to += 1) {
        phrase = phrase ? `${phrase} ${stems[to]!}` : stems[to]!;
        for (const concept of byPhrase.get(phrase) ?? []) found.add(concept);
      }
    }
    return [...found];
  };
}
