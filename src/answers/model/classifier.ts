/** From a message's words to how likely each entry is meant. */
import type { Act } from '../knowledge/schema.js';
import { createSpeller, type Speller } from '../text/spelling.js';
import { wordsOf } from '../text/tokens.js';
import { createFeatures, type Featurise, type Language } from './features.js';
import type { Neighbours } from './neighbours.js';
import type { Softmax } from './softmax.js';
import type { Vocabulary } from './vocabulary.js';

export const ACTS: readonly Act[] = ['answer', 'request', 'beyond', 'chat', 'safety'];

/** What the model makes of a text. */
export interface Scores {
  /** For each class, in the order of {@link TrainedModel.ids}: how likely it is meant. They sum to 1. */
  readonly entries: Float64Array;
  /** How likely each act is, in the order of {@link ACTS}. */
  readonly acts: Float32Array;
  /** Cosine of the nearest phrasing, 0 to 1: near 0, the text is like nothing that is known. */
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

/** Scores texts by a trained model. Pure: the same text gives the same scores. */
export class Classifier {
  readonly #featurise: Featurise;
  readonly #spell: Speller;

  constructor(
    private readonly model: TrainedModel,
    language: Language,
  ) {
    this.#featurise = createFeatures(language);
    this.#spell = createSpeller(model.words);
  }

  get ids(): readonly string[] {
    return this.model.ids;
  }

  score(text: string): Scores {
    const { model } = this;
    const vector = model.vocabulary.vector(this.#featurise(wordsOf(text).map(this.#spell)));
    const { shares, nearest } = model.neighbours.vote(vector);
    const acts = model.act.predict(vector);
    return { entries: combine(model, model.entries.predict(vector), shares, acts), acts, nearest };
  }
}

/** How much the vote of the nearest phrasings counts beside the trained model. */
const VOTE = 0.4;

/** Both together; an unlikely act weighs all its entries down. */
export function combine(
  { acts }: Pick<TrainedModel, 'acts'>,
  trained: Float32Array,
  shares: Float32Array,
  actScores: Float32Array,
): Float64Array {
  const scores = Float64Array.from(
    trained,
    (score, c) => ((1 - VOTE) * score + VOTE * shares[c]!) * Math.sqrt(actScores[acts[c]!]!),
  );
  const sum = scores.reduce((total, score) => total + score, 0) || 1;
  return scores.map((score) => score / sum);
}
