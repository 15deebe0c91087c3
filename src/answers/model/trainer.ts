/** Learns the weights of a {@link Softmax} by AdaGrad, a pass over its examples at a time. */
import { seededRandom, shuffle } from './random.js';
import { normaliseExponentials, quantise, type Softmax } from './softmax.js';
import type { SparseVector } from './vocabulary.js';

export interface Example {
  readonly vector: SparseVector;
  readonly label: number;
  /** How much this example counts; 1 is usual. */
  readonly weight: number;
}

export interface TrainerOptions {
  readonly features: number;
  readonly classes: number;
  readonly rate: number;
  /** Seed of the order in which examples are shown; the same seed gives the same bytes. */
  readonly seed: number;
}

export interface Trainer {
  /** Shows each of the chosen examples once, in an order of the trainer's own. */
  pass(chosen: readonly number[]): void;
  /** What was learnt so far. */
  finish(): Softmax;
}

/** Gradients smaller than this are skipped: nearly all classes of nearly all examples, and no accuracy is lost. */
const NEGLIGIBLE = 2e-3;
/** From its third showing on, an example is held against the classes that were at least this likely at its second. */
const IN_THE_RUNNING = 1e-3;

/** Deterministic for the same examples, options and platform arithmetic. */
export function createTrainer(
  examples: readonly Example[],
  { features, classes, rate, seed }: TrainerOptions,
): Trainer {
  const work: Workspace = {
    classes,
    rate,
    weights: new Float32Array(features * classes),
    squares: new Float32Array(features * classes),
    active: new Uint16Array(classes),
    errors: new Float64Array(classes),
  };
  const random = seededRandom(seed);
  const shown = new Uint8Array(examples.length);
  const running: (Uint16Array | undefined)[] = [];
  return {
    pass(chosen) {
      const order = [...chosen];
      shuffle(order, random);
      for (const i of order) {
        const among = running[i];
        const scores = scoresOf(examples[i]!, among, work);
        if (shown[i]! === 1) running[i] = inTheRunning(scores, examples[i]!.label);
        shown[i]! += 1;
        step(examples[i]!, among, scores, work);
      }
    },
    finish: () => quantise(work.weights, features, classes),
  };
}

interface Workspace {
  readonly classes: number;
  readonly rate: number;
  /** A row of classes for each feature. */
  readonly weights: Float32Array;
  /** Sum of squared gradients so far, for each weight. */
  readonly squares: Float32Array;
  /** The classes that one step moves, and by how much each is wrong; written over by every step. */
  readonly active: Uint16Array;
  readonly errors: Float64Array;
}

function inTheRunning(scores: Float32Array, label: number): Uint16Array {
  const among = new Uint16Array(scores.length);
  let count = 0;
  for (let c = 0; c < scores.length; c += 1) if (c === label || scores[c]! >= IN_THE_RUNNING) among[count++] = c;
  return among.slice(0, count);
}

/** How likely each of the classes `among` is; of all classes where it is undefined. */
function scoresOf(example: Example, among: Uint16Array | undefined, work: Workspace): Float32Array {
  return normaliseExponentials(among ? sumsAmong(example.vector, among, work) : sumsOfAll(example.vector, work));
}

/** Four rows at a time: the sums are read and written a quarter as often, which is most of the cost. */
function sumsOfAll({ ids, weights: values }: SparseVector, { weights, classes }: Workspace): Float32Array {
  const sums = new Float32Array(classes);
  const whole = ids.length - (ids.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const rowA = ids[i]! * classes;
    const rowB = ids[i + 1]! * classes;
    const rowC = ids[i + 2]! * classes;
    const rowD = ids[i + 3]! * classes;
    const a = values[i]!;
    const b = values[i + 1]!;
    const c = values[i + 2]!;
    const d = values[i + 3]!;
    for (let k = 0; k < classes; k += 1) {
      sums[k]! += a * weights[rowA + k]! + b * weights[rowB + k]! + c * weights[rowC + k]! + d * weights[rowD + k]!;
    }
  }
  for (let i = whole; i < ids.length; i += 1) {
    const row = ids[i]! * classes;
    const value = values[i]!;
    for (let k = 0; k < classes; k += 1) sums[k]! += value * weights[row + k]!;
  }
  return sums;
}

function sumsAmong(
  { ids, weights: values }: SparseVector,
  among: Uint16Array,
  { weights, classes }: Workspace,
): Float32Array {
  const sums = new Float32Array(among.length);
  for (let i = 0; i < ids.length; i += 1) {
    const row = ids[i]! * classes;
    const value = values[i]!;
    for (let k = 0; k < among.length; k += 1) sums[k]! += value * weights[row + among[k]!]!;
  }
  return sums;
}

/** Moves the weights against the gradient, which is how far each class is from what it should be. */
function step(
  { vector: { ids, weights: values }, label, weight }: Example,
  among: Uint16Array | undefined,
  scores: Float32Array,
  { weights, squares, classes, rate, active, errors }: Workspace,
): void {
  let count = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const c = among ? among[k]! : k;
    const error = scores[k]! - (c === label ? 1 : 0);
    if (error < NEGLIGIBLE && error > -NEGLIGIBLE) continue;
    active[count] = c;
    errors[count] = error;
    count += 1;
  }
  for (let i = 0; i < ids.length; i += 1) {
    const row = ids[i]! * classes;
    const value = values[i]! * weight;
    for (let k = 0; k < count; k += 1) {
      const at = row + active[k]!;
      const gradient = errors[k]! * value;
      const square = squares[at]! + gradient * gradient;
      squares[at] = square;
      weights[at]! -= (rate * gradient) / (Math.sqrt(square) + 1e-6);
    }
  }
}
