/** From a message's words to how likely each entry is meant. */
import type { LexiconConcept } from '../knowledge/load.js';
import type { Act, Entry } from '../knowledge/schema.js';
import { createConcepts, type Concepts } from '../text/concepts.js';
import { createSpeller, type Speller } from '../text/spelling.js';
import { wordsOf } from '../text/tokens.js';
import { featuresOf, Vocabulary, type SparseVector } from './features.js';
import { Neighbours } from './neighbours.js';
import { Softmax, type Example } from './softmax.js';

export const ACTS: readonly Act[] = ['answer', 'request', 'beyond', 'chat', 'safety'];

/** What the model makes of a message. */
export interface Classification {
  /** Entry ids with their scores, the likeliest first; the scores sum to 1. */
  readonly ranked: readonly { readonly id: string; readonly score: number }[];
  /** How likely each act is. */
  readonly acts: Readonly<Record<Act, number>>;
  /** Cosine of the nearest phrasing, 0 to 1: near 0, the message is like nothing that is known. */
  readonly nearest: number;
}

/** Everything that training makes and answering needs. */
export interface TrainedModel {
  readonly ids: readonly string[];
  readonly acts: readonly number[];
  readonly vocabulary: Vocabulary;
  /** Words of the phrasings, the commonest first: what spelling is corrected to. */
  readonly words: readonly string[];
  readonly entries: Softmax;
  readonly act: Softmax;
  readonly neighbours: Neighbours;
}

const EPOCHS = 6;
const RATE = 0.25;
const SEED = 20_261_124;
/** Seen less often, a word may itself be a misspelling. */
const FEWEST_FOR_SPELLING = 3;

/** Trains on the phrasings of all entries. Deterministic. */
export function train(entries: readonly Entry[], lexicon: readonly LexiconConcept[]): TrainedModel {
  const concepts = createConcepts(lexicon);
  const phrasings = entries.flatMap((entry, label) => entry.phrasings.map((text) => ({ words: wordsOf(text), label })));
  const words = commonWords(phrasings.map((phrasing) => phrasing.words));
  const documents = phrasings.map((phrasing) => featuresOf(phrasing.words, concepts));
  const vocabulary = Vocabulary.from(documents);
  const vectors = documents.map((document) => vocabulary.vector(document));
  const labels = phrasings.map(({ label }) => label);
  const acts = entries.map((entry) => ACTS.indexOf(entry.act));
  const options = { features: vocabulary.features.length, epochs: EPOCHS, rate: RATE, seed: SEED };
  const actLabels = labels.map((label) => acts[label]!);
  return {
    ids: entries.map((entry) => entry.id),
    acts,
    vocabulary,
    words,
    entries: Softmax.train(
      examplesOf(
        vectors,
        labels,
        labels.map(() => 1),
      ),
      { ...options, classes: entries.length },
    ),
    act: Softmax.train(examplesOf(vectors, actLabels, balance(actLabels)), { ...options, classes: ACTS.length }),
    neighbours: Neighbours.from(vectors, labels, vocabulary.features.length, entries.length),
  };
}

function examplesOf(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  weights: readonly number[],
): Example[] {
  return vectors.map((vector, i) => ({ vector, label: labels[i]!, weight: weights[i]! }));
}

/** Rare acts count more, by the square root of how rare: requests stand beside ten times as many questions. */
function balance(labels: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const mean = labels.length / counts.size;
  return labels.map((label) => Math.sqrt(mean / counts.get(label)!));
}

function commonWords(messages: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const words of messages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= FEWEST_FOR_SPELLING)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/** Classifies messages by a trained model. Pure: the same message gives the same result. */
export class Classifier {
  readonly #concepts: Concepts;
  readonly #spell: Speller;

  constructor(
    private readonly model: TrainedModel,
    lexicon: readonly LexiconConcept[],
  ) {
    this.#concepts = createConcepts(lexicon);
    this.#spell = createSpeller(model.words);
  }

  classify(text: string): Classification {
    const { model } = this;
    const words = wordsOf(text).map(this.#spell);
    const vector = model.vocabulary.vector(featuresOf(words, this.#concepts));
    const trained = model.entries.predict(vector);
    const { shares, nearest } = model.neighbours.vote(vector);
    const act = model.act.predict(vector);
    const scores = model.ids.map((id, c) => ({
      id,
      score: ((trained[c]! + shares[c]!) / 2) * Math.sqrt(act[model.acts[c]!]!),
    }));
    const sum = scores.reduce((total, { score }) => total + score, 0) || 1;
    const ranked = scores.map(({ id, score }) => ({ id, score: score / sum })).sort((a, b) => b.score - a.score);
    const acts = { answer: act[0]!, request: act[1]!, beyond: act[2]!, chat: act[3]!, safety: act[4]! };
    return { ranked, acts, nearest };
  }
}
