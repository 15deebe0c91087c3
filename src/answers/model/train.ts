/** Trains the model on the phrasings of the knowledge: deterministic, in seconds, from nothing else. */
import type { Entry } from '../knowledge/schema.js';
import { wordsOf } from '../text/tokens.js';
import { ACTS, type TrainedModel } from './classifier.js';
import { createFeatures, type Language } from './features.js';
import { Neighbours } from './neighbours.js';
import { Softmax, type Example } from './softmax.js';
import { Vocabulary, type SparseVector } from './vocabulary.js';

/** More passes gain nothing on held-out phrasings. */
const EPOCHS = 5;
const RATE = 0.25;
const SEED = 20_261_124;
/** Seen less often, a word may itself be a misspelling. */
const FEWEST_FOR_SPELLING = 3;

/** Trains on the phrasings of all entries. */
export function train(entries: readonly Pick<Entry, 'id' | 'act' | 'phrasings'>[], language: Language): TrainedModel {
  const featurise = createFeatures(language);
  const phrasings = entries.flatMap((entry, label) => entry.phrasings.map((text) => ({ words: wordsOf(text), label })));
  const documents = phrasings.map(({ words }) => featurise(words));
  const vocabulary = Vocabulary.from(documents);
  const vectors = documents.map((document) => vocabulary.vector(document));
  const labels = phrasings.map(({ label }) => label);
  const acts = entries.map((entry) => ACTS.indexOf(entry.act));
  const actLabels = labels.map((label) => acts[label]!);
  const options = { features: vocabulary.features.length, epochs: EPOCHS, rate: RATE, seed: SEED };
  return {
    ids: entries.map((entry) => entry.id),
    acts,
    vocabulary,
    words: commonWords(phrasings.map(({ words }) => words)),
    entries: Softmax.train(
      examplesOf(vectors, labels, () => 1),
      { ...options, classes: entries.length },
    ),
    act: Softmax.train(examplesOf(vectors, actLabels, balanced(actLabels)), { ...options, classes: ACTS.length }),
    neighbours: Neighbours.from(vectors, labels, vocabulary.features.length, entries.length),
  };
}

function examplesOf(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  weightOf: (label: number) => number,
): Example[] {
  return vectors.map((vector, i) => ({ vector, label: labels[i]!, weight: weightOf(labels[i]!) }));
}

/** Rare acts count more, by the square root of how rare: requests stand beside ten times as many questions. */
function balanced(labels: readonly number[]): (label: number) => number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const mean = labels.length / counts.size;
  return (label) => Math.sqrt(mean / counts.get(label)!);
}

function commonWords(messages: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const words of messages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= FEWEST_FOR_SPELLING)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}
