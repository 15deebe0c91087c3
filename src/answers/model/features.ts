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

/** Length of the parts of words, in characters: they survive misspelling. Shorter words are told by themselves. */
const PART = 4;
const SHORTEST_WORD = 5;
/** Words that join others; their class says nothing. */
const JOINING = new Set(
  (
    'a an the of to in on at by for from with and or but if so as than that this these those it its is are was were be been ' +
    'am do does did have has had i me my you your he him his she her we us our they them their not no what who which'
  ).split(' '),
);
const LONGEST_WORD = 24;
/** More concepts than this are a long story, in which pairs say nothing. */
const MOST_PAIRED = 8;
/** So many words are remembered: a few megabytes at most, whatever is typed. */
const REMEMBERED = 5_000;

/** The features of a message's words, with repeats. */
export type Featurise = (words: readonly string[]) => string[];

/**
 * Makes the features of words: stems (`w:`), neighbouring pairs of stems (`p:`, the ends marked), parts of words (`c:`),
 * classes of words near in meaning (`g:`), concepts of the lexicon (`k:`) and pairs of them (`kk:`).
 */
export function createFeatures({ lexicon, wordClasses }: Language): Featurise {
  const conceptsOf = createConcepts(lexicon);
  const ofWord = remembering((word: string) => [`w:${stemOf(word)}`, ...partsOf(word), ...groupsOf(word, wordClasses)]);
  return (words) => {
    const stems = words.map(stemOf);
    const concepts = conceptsOf(stems).sort();
    const features = concepts.map((concept) => `k:${concept}`);
    if (concepts.length <= MOST_PAIRED) features.push(...pairsOf(concepts));
    for (const word of words) features.push(...ofWord(word));
    for (let i = 0; i <= stems.length; i += 1) features.push(`p:${stems[i - 1] ?? '^'} ${stems[i] ?? '$'}`);
    return features;
  };
}

/** The same few thousand words come again and again: what was made of one is kept, which also makes it quicker to look up. */
function remembering<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return (word) => {
    let known = made.get(word);
    if (known === undefined) {
      if (made.size >= REMEMBERED) made.clear();
      known = make(word);
      made.set(word, known);
    }
    return known;
  };
}

function groupsOf(word: string, wordClasses: WordClasses): string[] {
  return JOINING.has(word) ? [] : classesOf(word, wordClasses).map((name) => `g:${name}`);
}

function partsOf(word: string): string[] {
  if (word.length < SHORTEST_WORD) return [];
  const padded = `_${word.slice(0, LONGEST_WORD)}_`;
  return Array.from({ length: Math.max(0, padded.length - PART + 1) }, (_, i) => `c:${padded.slice(i, i + PART)}`);
}

function pairsOf(concepts: readonly string[]): string[] {
  return concepts.flatMap((first, i) => concepts.slice(i + 1).map((second) => `kk:${first} ${second}`));
}
