/** Multinomial logistic regression over sparse vectors: trained by AdaGrad, kept as bytes. */
import type { SparseVector } from './vocabulary.js';

export interface Example {
  readonly vector: SparseVector;
  readonly label: number;
  /** How much this example counts; 1 is usual. */
  readonly weight: number;
}

export interface TrainingOptions {
  readonly features: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  /** Seed of the order in which examples are shown; the same seed gives the same bytes. */
  readonly seed: number;
}

/** Gradients smaller than this are skipped: nearly all classes of nearly all examples, and no accuracy is lost. */
const NEGLIGIBLE = 2e-3;

/** Weights as signed bytes with a scale a feature: an eighth of the size of doubles, with the same decisions. */
export class Softmax {
  constructor(
    readonly classes: number,
    readonly bytes: Int8Array,
    readonly scales: Float32Array,
  ) {}

  /** Probabilities of the classes, summing to 1. */
  predict({ ids, weights }: SparseVector): Float32Array {
    const { classes, bytes } = this;
    const scores = new Float32Array(classes);
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i] ?? 0;
      const factor = (weights[i] ?? 0) * (this.scales[id] ?? 0);
      const row = id * classes;
      for (let c = 0; c < classes; c += 1) scores[c] = (scores[c] ?? 0) + factor * (bytes[row + c] ?? 0);
    }
    return normaliseExponentials(scores);
  }

  /** Trains on the examples; deterministic for the same examples, options and platform arithmetic. */
  static train(examples: readonly Example[], { features, classes, epochs, rate, seed }: TrainingOptions): Softmax {
    const work: Workspace = {
      weights: new Float32Array(features * classes),
      squares: new Float32Array(features * classes),
      scores: new Float32Array(classes),
      active: new Uint16Array(classes),
      rate,
    };
    const random = seededRandom(seed);
    const order = examples.map((_, i) => i);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      shuffle(order, random);
      for (const i of order) {
        const example = examples[i];
        if (example) learn(example, work);
      }
    }
    return quantise(work.weights, features, classes);
  }
}

interface Workspace {
  readonly weights: Float32Array;
  /** Sum of squared gradients so far, for each weight. */
  readonly squares: Float32Array;
  readonly scores: Float32Array;
  /** Classes whose gradient is worth a step. */
  readonly active: Uint16Array;
  readonly rate: number;
}

function learn(
  { vector: { ids, weights: values }, label, weight }: Example,
  { weights, squares, scores, active, rate }: Workspace,
): void {
  const classes = scores.length;
  scores.fill(0);
  // Four rows at a time: the scores are read and written a quarter as often, which is most of the cost.
  let i = 0;
  for (; i + 3 < ids.length; i += 4) {
    const [rowA, rowB, rowC, rowD] = [
      ids[i]! * classes,
      ids[i + 1]! * classes,
      ids[i + 2]! * classes,
      ids[i + 3]! * classes,
    ];
    const [a, b, c, d] = [values[i]!, values[i + 1]!, values[i + 2]!, values[i + 3]!];
    for (let k = 0; k < classes; k += 1) {
      scores[k]! += a * weights[rowA + k]! + b * weights[rowB + k]! + c * weights[rowC + k]! + d * weights[rowD + k]!;
    }
  }
  for (; i < ids.length; i += 1) {
    const row = ids[i]! * classes;
    for (let k = 0; k < classes; k += 1) scores[k]! += values[i]! * weights[row + k]!;
  }
  normaliseExponentials(scores);
  scores[label]! -= 1;
  let count = 0;
  for (let c = 0; c < classes; c += 1) if (Math.abs(scores[c]!) >= NEGLIGIBLE) active[count++] = c;
  for (let i = 0; i < ids.length; i += 1) {
    const row = ids[i]! * classes;
    const value = values[i]! * weight;
    for (let k = 0; k < count; k += 1) {
      const at = row + active[k]!;
      const gradient = scores[active[k]!]! * value;
      const square = squares[at]! + gradient * gradient;
      squares[at] = square;
      weights[at]! -= (rate * gradient) / (Math.sqrt(square) + 1e-6);
    }
  }
}

function normaliseExponentials(scores: Float32Array): Float32Array {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    const value = Math.exp(scores[c]! - most);
    scores[c] = value;
    sum += value;
  }
  for (let c = 0; c < scores.length; c += 1) scores[c]! /= sum;
  return scores;
}

function quantise(weights: Float32Array, features: number, classes: number): Softmax {
  const bytes = new Int8Array(features * classes);
  const scales = new Float32Array(features);
  for (let id = 0; id < features; id += 1) {
    const row = weights.subarray(id * classes, (id + 1) * classes);
    let largest = 0;
    for (const weight of row) largest = Math.max(largest, Math.abs(weight));
    const scale = largest / 127 || 1;
    scales[id] = scale;
    for (let c = 0; c < classes; c += 1) bytes[id * classes + c] = Math.round(row[c]! / scale);
  }
  return new Softmax(classes, bytes, scales);
}

/** Mulberry32: small, fast, the same everywhere. Only for the order of training, never for anything secret. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fisher and Yates, in place. */
export function shuffle(list: unknown[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
}
