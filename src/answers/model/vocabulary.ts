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
    const seen = new Map<string, { last: number; documents: number }>();
    documents.forEach((document, number) => {
      for (const feature of document) {
        const before = seen.get(feature);
        if (before === undefined) seen.set(feature, { last: number, documents: 1 });
        else if (before.last !== number) {
          before.last = number;
          before.documents += 1;
        }
      }
    });
    const features = [...seen]
      .filter(([, { documents: n }]) => n >= fewest)
      .map(([feature]) => feature)
      .sort();
    const rarity = Float32Array.from(features, (feature) =>
      Math.log((documents.length + 1) / (seen.get(feature)?.documents ?? 1)),
    );
    return new Vocabulary(features, rarity);
  }

  /** tf-idf with damped counts; each kind of feature scaled to its share, the whole to length 1. */
  vector(features: readonly string[]): SparseVector {
    const found = this.#found(features);
    const ids = new Uint32Array(found.length);
    const weights = new Float32Array(found.length);
    let kept = 0;
    for (let from = 0, to = 0; from < found.length; from = to) {
      const id = found[from]!;
      while (found[to] === id) to += 1;
      ids[kept] = id;
      weights[kept] = (1 + Math.log(to - from)) * this.rarity[id]!;
      kept += 1;
    }
    return this.#shared(ids.slice(0, kept), weights.slice(0, kept));
  }

  /** The ids of those features that are known, ascending, with repeats. */
  #found(features: readonly string[]): Uint32Array {
    const ids = new Uint32Array(features.length);
    let found = 0;
    for (const feature of features) {
      const id = this.#ids.get(feature);
      if (id !== undefined) ids[found++] = id;
    }
    return ids.subarray(0, found).sort();
  }

  /** Each kind of feature scaled to its share, in place. */
  #shared(ids: Uint32Array, weights: Float32Array): SparseVector {
    const squares = new Float64Array(SHARES.length);
    for (let i = 0; i < ids.length; i += 1) squares[this.#kinds[ids[i]!]!]! += weights[i]! ** 2;
    const total = SHARES.reduce((sum, [, share], kind) => sum + (squares[kind]! > 0 ? share ** 2 : 0), 0);
    const factors = SHARES.map(([, share], kind) => share / Math.sqrt(squares[kind]! * total || 1));
    for (let i = 0; i < ids.length; i += 1) weights[i]! *= factors[this.#kinds[ids[i]!]!]!;
    return { ids, weights };
  }
}
