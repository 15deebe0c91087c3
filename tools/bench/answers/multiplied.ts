/**
 * The knowledge many times over, for measuring how answering grows with it. Training so many classes would take hours and
 * hundreds of gigabytes, so the trained model itself is repeated: each copy has entries, classes, phrasings and weights of
 * its own, and the words of a copy are other words (`renaming.ts`), except for the commonest, which all copies share.
 * What no question of the measurement reaches is left out: it would take memory, but no time.
 */
import type { Entry } from '../../../src/answers/knowledge/schema.js';
import { createFeatures } from '../../../src/answers/model/features.js';
import { Neighbours } from '../../../src/answers/model/neighbours.js';
import { Softmax } from '../../../src/answers/model/softmax.js';
import { Vocabulary, type SparseVector } from '../../../src/answers/model/vocabulary.js';
import { answererOf, type Known } from './known.js';
import { renaming, sharedBy } from './renaming.js';

/** So many of the commonest words stay the same in all copies: every council's knowledge would use them. */
export const COMMON_WORDS = 200;

/** A feature that questions reach: its id in the trained model, and whether all copies have it. */
interface Reached {
  readonly id: number;
  readonly shared: boolean;
}

/** Notes which features messages are found to have. */
class NotingVocabulary extends Vocabulary {
  readonly noted = new Set<number>();

  override vector(features: readonly string[]): SparseVector {
    const vector = super.vector(features);
    for (const id of vector.ids) this.noted.add(id);
    return vector;
  }
}

/** The features of the model that any of the questions has. */
export function reachedBy(questions: readonly string[], known: Known): Reached[] {
  const { features, rarity } = known.model.vocabulary;
  const vocabulary = new NotingVocabulary(features, rarity);
  const answerer = answererOf({ ...known, model: { ...known.model, vocabulary } });
  for (const question of questions) answerer.answer(question);
  const isShared = sharedBy(known.model.words.slice(0, COMMON_WORDS), createFeatures(known.language));
  return [...vocabulary.noted].sort((a, b) => a - b).map((id) => ({ id, shared: isShared(features[id] ?? '') }));
}

/** @param times 1 gives the knowledge as it is, made in the same way. */
export function multiply(known: Known, reached: readonly Reached[], times: number): Known {
  const { model } = known;
  return {
    ...known,
    entries: copies(times, (copy) => known.entries.map((entry) => entryOf(entry, copy))).flat(),
    model: {
      ids: copies(times, (copy) => model.ids.map((id) => idOf(id, copy))).flat(),
      acts: copies(times, () => model.acts).flat(),
      words: wordsOf(model.words, times),
      vocabulary: vocabularyOf(model.vocabulary, reached, times),
      entries: softmaxOf(model.entries, reached, times),
      act: softmaxOf(model.act, reached, 1),
      neighbours: neighboursOf(model.neighbours, reached, times),
    },
  };
}

const copies = <T>(times: number, copyOf: (copy: number) => T): T[] =>
  Array.from({ length: times }, (_, copy) => copyOf(copy));

const idOf = (id: string, copy: number): string => (copy ? `${id}--${copy}` : id);

/**
 * The copies' answers are signposts: which of 25,000 answers share their quotes with which is worked out at the start, takes
 * minutes, and is no part of answering.
 */
function entryOf(entry: Entry, copy: number): Entry {
  if (copy === 0) return entry;
  const own = { id: idOf(entry.id, copy), title: idOf(entry.title, copy) };
  if (entry.act !== 'answer') return { ...entry, ...own };
  return { ...own, act: 'beyond', kind: 'signpost', answer: entry.answer, followUps: [], phrasings: [] };
}

/**
 * What spelling is corrected to. By Heaps' law a text a hundred times as long has about ten times as many different words,
 * so that not every copy adds its own.
 */
function wordsOf(words: readonly string[], times: number): string[] {
  const own = words.slice(COMMON_WORDS);
  return [...words, ...copies(Math.round(Math.sqrt(times)) - 1, (copy) => own.map(renaming(copy + 1))).flat()];
}

/** A copy's own feature is rarer, among so many times as many phrasings. */
function vocabularyOf({ features, rarity }: Vocabulary, reached: readonly Reached[], times: number): Vocabulary {
  return new Vocabulary(
    reached.map(({ id }) => features[id] ?? ''),
    Float32Array.from(reached, ({ id, shared }) => (rarity[id] ?? 0) + (shared ? 0 : Math.log(times))),
  );
}

/** Every copy weighs a shared feature alike. A feature of the first copy alone speaks against all others as usual: by the median. */
function softmaxOf({ classes, bytes, scales }: Softmax, reached: readonly Reached[], times: number): Softmax {
  const row = classes * times;
  const repeated = new Int8Array(reached.length * row);
  reached.forEach(({ id, shared }, i) => {
    const weights = bytes.subarray(id * classes, (id + 1) * classes);
    const others = shared ? weights : weights.slice().fill(weights.toSorted()[classes >> 1] ?? 0);
    for (let copy = 0; copy < times; copy += 1) repeated.set(copy ? others : weights, i * row + copy * classes);
  });
  return new Softmax(
    row,
    repeated,
    Float32Array.from(reached, ({ id }) => scales[id] ?? 0),
  );
}

function neighboursOf(
  { starts, phrasings, weights, labels, classes }: Neighbours,
  reached: readonly Reached[],
  times: number,
): Neighbours {
  const lists = reached.map(({ id, shared }) => ({
    from: starts[id] ?? 0,
    to: starts[id + 1] ?? 0,
    times: shared ? times : 1,
  }));
  const newStarts = new Uint32Array(reached.length + 1);
  lists.forEach((list, i) => (newStarts[i + 1] = (newStarts[i] ?? 0) + (list.to - list.from) * list.times));
  const newPhrasings = new Uint32Array(newStarts.at(-1) ?? 0);
  const newWeights = new Uint8Array(newPhrasings.length);
  lists.forEach((list, i) => {
    const own = phrasings.subarray(list.from, list.to);
    for (let copy = 0; copy < list.times; copy += 1) {
      const at = (newStarts[i] ?? 0) + copy * own.length;
      newPhrasings.set(
        own.map((phrasing) => phrasing + copy * labels.length),
        at,
      );
      newWeights.set(weights.subarray(list.from, list.to), at);
    }
  });
  const newLabels = new Uint16Array(labels.length * times);
  for (let copy = 0; copy < times; copy += 1) {
    newLabels.set(
      labels.map((label) => label + copy * classes),
      copy * labels.length,
    );
  }
  return new Neighbours(newStarts, newPhrasings, newWeights, newLabels, classes * times);
}
