/** What the model sees of a message: named features, and their weights as a sparse vector. */
import { stemOf } from '../text/tokens.js';
import type { Concepts } from '../text/concepts.js';

/** A sparse vector: `ids` ascending, `weights` of the same length, Euclidean length 1 (or empty). */
export interface SparseVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Features of a message's words, with repeats: stems (`w:`), neighbouring pairs of stems (`p:`, the ends marked), parts of
 * 3 to 5 characters (`c:`, which survive misspelling), concepts of the lexicon (`k:`) and pairs of them (`kk:`).
 */
export function featuresOf(words: readonly string[], concepts: Concepts): string[] {
  const features: string[] = [];
  const stems = words.map(stemOf);
  for (const stem of stems) features.push(`w:${stem}`);
  const marked = ['^', ...stems, '$'];
  for (let i = 1; i < marked.length; i += 1) features.push(`p:${marked[i - 1]!} ${marked[i]!}`);
  for (const word of words) {
    const padded = `_${word.slice(0, 24)}_`;
    for (let size = 3; size <= 5; size += 1) {
      for (let i = 0; i + size <= padded.length; i += 1) features.push(`c:${padded.slice(i, i + size)}`);
    }
  }
  const found = concepts(stems).sort();
  for (const concept of found) features.push(`k:${concept}`);
  for (let i = 0; i < found.length && found.length <= 8; i += 1) {
    for (let j = i + 1; j < found.length; j += 1) features.push(`kk:${found[i]!} ${found[j]!}`);
  }
  return features;
}

/** Parts of words are many and say the same thing several times: each kind of feature gets its share of the length. */
const SHARE: Readonly<Record<string, number>> = { w: 1, p: 0.8, c: 0.7, k: 0.7, kk: 0.4 };
const kindOf = (feature: string): string => feature.slice(0, feature.indexOf(':'));

/** The features that the model knows, each with the weight of its rarity. */
export class Vocabulary {
  readonly #ids: Map<string, number>;

  /** @param features in the order of their ids. @param rarity inverse document frequency of each. */
  constructor(
    readonly features: readonly string[],
    readonly rarity: Float32Array,
  ) {
    this.#ids = new Map(features.map((feature, id) => [feature, id]));
  }

  /** From the features of all phrasings; a feature seen in only one phrasing teaches nothing and is left out. */
  static from(documents: readonly (readonly string[])[], fewest = 2): Vocabulary {
    const seenIn = new Map<string, number>();
    for (const document of documents) {
      for (const feature of new Set(document)) seenIn.set(feature, (seenIn.get(feature) ?? 0) + 1);
    }
    const features = [...seenIn]
      .filter(([, n]) => n >= fewest)
      .map(([feature]) => feature)
      .sort();
    const rarity = Float32Array.from(features, (feature) =>
      Math.log((documents.length + 1) / (seenIn.get(feature) ?? 1)),
    );
    return new Vocabulary(features, rarity);
  }

  /** tf-idf with damped counts; each kind of feature scaled to its share, the whole to length 1. */
  vector(features: readonly string[]): SparseVector {
    const counts = new Map<number, number>();
    for (const feature of features) {
      const id = this.#ids.get(feature);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const ids = Uint32Array.from(counts.keys()).sort();
    const weights = new Float32Array(ids.length);
    const squares: Record<string, number> = {};
    ids.forEach((id, i) => {
      const weight = (1 + Math.log(counts.get(id) ?? 1)) * (this.rarity[id] ?? 0);
      weights[i] = weight;
      const kind = kindOf(this.features[id] ?? '');
      squares[kind] = (squares[kind] ?? 0) + weight * weight;
    });
    let total = 0;
    ids.forEach((id, i) => {
      const kind = kindOf(this.features[id] ?? '');
      weights[i] = ((weights[i] ?? 0) * (SHARE[kind] ?? 1)) / Math.sqrt(squares[kind] ?? 1);
      total += (weights[i] ?? 0) ** 2;
    });
    const length = Math.sqrt(total) || 1;
    for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) / length;
    return { ids, weights };
  }
}
