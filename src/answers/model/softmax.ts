/** Multinomial logistic regression over sparse vectors, kept as bytes. */
import type { SparseVector } from './vocabulary.js';

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
}

/** Scores into probabilities, in place. */
export function normaliseExponentials(scores: Float32Array): Float32Array {
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

/** Weights, a row of classes a feature, as bytes. */
export function quantise(weights: Float32Array, features: number, classes: number): Softmax {
  const bytes = new Int8Array(features * classes);
  const scales = new Float32Array(features);
  for (let id = 0; id < features; id += 1) {
    const row = weights.subarray(id * classes, (id + 1) * classes);
    let largest = 0;
    for (let c = 0; c < classes; c += 1) largest = Math.max(largest, Math.abs(row[c]!));
    const scale = largest / 127 || 1;
    scales[id] = scale;
    for (let c = 0; c < classes; c += 1) bytes[id * classes + c] = Math.round(row[c]! / scale);
  }
  return new Softmax(classes, bytes, scales);
}
