/** What the model sees of a message: named features. */
import type { LexiconConcept } from '../knowledge/load.js';
import { createConcepts } from '../text/concepts.js';
import { stemOf } from '../text/tokens.js';
import { classesOf, type WordClasses } from '../text/word-classes.js';

/** What reading takes besides the words themselves. */
export interface Language {
  readonly lexicon: readonly LexiconConcept[];
  readonly wordClasses: WordClasses;
}

/** Length of the parts of words, in characters: they survive misspelling. */
const PART = 4;
const LONGEST_WORD = 24;
/** More concepts than this are a long story, in which pairs say nothing. */
const MOST_PAIRED = 8;

/** The features of a message's words, with repeats. */
export type Featurise = (words: readonly string[]) => string[];

/**
 * Makes the features of words: stems (`w:`), neighbouring pairs of stems (`p:`, the ends marked), parts of words (`c:`),
 * classes of words near in meaning (`g:`), concepts of the lexicon (`k:`) and pairs of them (`kk:`).
 */
export function createFeatures({ lexicon, wordClasses }: Language): Featurise {
  const conceptsOf = createConcepts(lexicon);
  return (words) => {
    const stems = words.map(stemOf);
    const marked = ['^', ...stems, '$'];
    const concepts = conceptsOf(stems).sort();
    return [
      ...stems.map((stem) => `w:${stem}`),
      ...marked.slice(1).map((stem, i) => `p:${marked[i] ?? ''} ${stem}`),
      ...words.flatMap(partsOf),
      ...words.flatMap((word) => classesOf(word, wordClasses).map((name) => `g:${name}`)),
      ...concepts.map((concept) => `k:${concept}`),
      ...(concepts.length <= MOST_PAIRED ? pairsOf(concepts) : []),
    ];
  };
}

function partsOf(word: string): string[] {
  const padded = `_${word.slice(0, LONGEST_WORD)}_`;
  return Array.from({ length: Math.max(0, padded.length - PART + 1) }, (_, i) => `c:${padded.slice(i, i + PART)}`);
}

function pairsOf(concepts: readonly string[]): string[] {
  return concepts.flatMap((first, i) => concepts.slice(i + 1).map((second) => `kk:${first} ${second}`));
}
