/** The features that the model knows, and a message's features as a sparse vector. */

/** A sparse vector: `ids` ascending, `weights` of the same length, Euclidean length 1 (or empty). */
export interface SparseVector {
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
}

/** Parts of words are many and say the same thing several times: each kind of feature gets its share of the length. */
const SHARES = [
  ['w', 1],
  ['p', 0.8],
  ['c', 0.7],
  ['g', 0.7],
  ['k', 0.7],
  ['kk', 0.4],
] as const;
/** In how many phrasings a feature has to be seen. */
const FEWEST = 3;

const kindOf = (feature: string): number => SHARES.findIndex(([kind]) => feature.startsWith(`${kind}:`));

/** The features that the model knows, each with the weight of its rarity. */
export class Vocabulary {
  readonly #ids: Map<string, number>;
  readonly #kinds: Uint8Array;

  /** @param features in the order of their ids. @param rarity inverse document frequency of each. */
  constructor(
    readonly features: readonly string[],
    readonly rarity: Float32Array,
  ) {
    this.#ids = new Map(features.map((feature, id) => [feature, id]));
    this.#kinds = Uint8Array.from(features, kindOf);
  }

  /** From the features of all phrasings, without those that are too rare to teach anything. */
  static from(documents: readonly (readonly string[])[], fewest = FEWEST): Vocabulary {
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
    const weights = Float32Array.from(ids, (id) => (1 + Math.log(counts.get(id) ?? 1)) * (this.rarity[id] ?? 0));
    this.#share(ids, weights);
    return { ids, weights };
  }

  /** Scales each kind of feature to its share, in place. */
  #share(ids: Uint32Array, weights: Float32Array): void {
    const squares = new Float64Array(SHARES.length);
    for (let i = 0; i < ids.length; i += 1) squares[this.#kinds[ids[i]!]!]! += weights[i]! ** 2;
    const total = SHARES.reduce((sum, [, share], kind) => sum + (squares[kind]! > 0 ? share ** 2 : 0), 0);
    const factors = SHARES.map(([, share], kind) => share / Math.sqrt(squares[kind]! * total || 1));
    for (let i = 0; i < ids.length; i += 1) weights[i]! *= factors[this.#kinds[ids[i]!]!]!;
  }
}
