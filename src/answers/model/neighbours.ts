/** The phrasings nearest to a message, by cosine over an inverted index, and their vote. */
import type { SparseVector } from './vocabulary.js';

/** How many phrasings vote. */
const VOTERS = 25;
/** A vote counts by this power of its nearness: one that is nearly the message outweighs many that are a little like it. */
const SHARPNESS = 4;
/** What stands in a larger share of the phrasings tells them apart too little: with it, the vote is both slower and worse. */
const TOO_COMMON = 0.03;

/** For each feature the phrasings that have it: `phrasings` and `weights` from `starts[id]` to `starts[id + 1]`. */
export class Neighbours {
  readonly #scores: Float32Array;

  constructor(
    readonly starts: Uint32Array,
    readonly phrasings: Uint32Array,
    /** The feature's weight in the phrasing, 0 to 1 as 0 to 255. */
    readonly weights: Uint8Array,
    /** The class of each phrasing. */
    readonly labels: Uint16Array,
    readonly classes: number,
  ) {
    this.#scores = new Float32Array(labels.length);
  }

  static from(
    vectors: readonly SparseVector[],
    labels: readonly number[],
    features: number,
    classes: number,
  ): Neighbours {
    const starts = new Uint32Array(features + 1);
    for (const { ids } of vectors) for (const id of ids) starts[id + 1]! += 1;
    const isKept = starts.slice(1).map((count) => (count <= vectors.length * TOO_COMMON ? 1 : 0));
    for (let id = 0; id < features; id += 1) starts[id + 1] = starts[id]! + starts[id + 1]! * isKept[id]!;
    const next = starts.slice();
    const phrasings = new Uint32Array(starts[features]!);
    const weights = new Uint8Array(starts[features]!);
    vectors.forEach((vector, phrasing) => {
      vector.ids.forEach((id, i) => {
        if (!isKept[id]) return;
        const at = next[id]!++;
        phrasings[at] = phrasing;
        weights[at] = Math.round(Math.min(1, vector.weights[i]!) * 255);
      });
    });
    return new Neighbours(starts, phrasings, weights, Uint16Array.from(labels), classes);
  }

  /** Share of the vote for each class (summing to 1), and how near the nearest phrasing is (0 to 1). */
  vote({ ids, weights }: SparseVector): { readonly shares: Float32Array; readonly nearest: number } {
    const scores = this.#scores.fill(0);
    for (let i = 0; i < ids.length; i += 1) {
      const id = ids[i]!;
      const weight = weights[i]! / 255;
      const end = this.starts[id + 1]!;
      for (let at = this.starts[id]!; at < end; at += 1) scores[this.phrasings[at]!]! += weight * this.weights[at]!;
    }
    const shares = new Float32Array(this.classes);
    let sum = 0;
    const voters = highest(scores, VOTERS);
    for (const phrasing of voters) {
      const share = scores[phrasing]! ** SHARPNESS;
      shares[this.labels[phrasing]!]! += share;
      sum += share;
    }
    if (sum > 0) for (let c = 0; c < shares.length; c += 1) shares[c]! /= sum;
    return { shares, nearest: voters.length ? scores[voters[0]!]! : 0 };
  }
}

/** Indexes of the `count` highest scores above 0, the highest first. */
function highest(scores: Float32Array, count: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i]!;
    if (score <= least) continue;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at -= 1;
    best.splice(at, 0, i);
    if (best.length > count) best.pop();
    if (best.length === count) least = scores[best[count - 1]!]!;
  }
  return best;
}
