/** Trains the model on the phrasings of the knowledge: deterministic, in seconds, from nothing else. */
import type { Entry } from '../knowledge/schema.js';
import { wordsOf } from '../text/tokens.js';
import { ACTS, type TrainedModel } from './classifier.js';
import { createFeatures, type Language } from './features.js';
import { Neighbours } from './neighbours.js';
import { createTrainer, type Example } from './trainer.js';
import { Vocabulary } from './vocabulary.js';

/** More passes gain nothing on held-out phrasings. */
const PASSES = 3;
const RATE = 0.25;
const SEED = 20_261_124;
/** One phrasing in so many is kept back until the last pass, to measure the model by. */
const HELD_OUT_OF = 12;
/** Seen less often, a word may itself be a misspelling. */
const FEWEST_FOR_SPELLING = 3;

type Trainable = Pick<Entry, 'id' | 'act' | 'phrasings'>;

interface Phrasing {
  readonly text: string;
  readonly words: readonly string[];
  readonly label: number;
  readonly heldOut: boolean;
}

export interface HeldOut {
  readonly text: string;
  /** Index of its entry. */
  readonly label: number;
}

/**
 * Trains on the phrasings of all entries. Before the last pass, `measure` is given the model as it is then, and the
 * phrasings that it has not seen; the last pass shows it those too.
 */
export function train(
  entries: readonly Trainable[],
  language: Language,
  measure: (model: TrainedModel, heldOut: readonly HeldOut[]) => void = () => undefined,
): TrainedModel {
  const phrasings = phrasingsOf(entries);
  const featurise = createFeatures(language);
  const documents = phrasings.map(({ words }) => featurise(words));
  const vocabulary = Vocabulary.from(documents);
  const vectors = documents.map((document) => vocabulary.vector(document));
  const acts = entries.map((entry) => ACTS.indexOf(entry.act));
  const examples = phrasings.map(({ label }, i) => ({ vector: vectors[i]!, label, weight: 1 }));
  const trainers = createTrainers(examples, acts, vocabulary.features.length);
  const modelOf = (known: readonly number[]): TrainedModel => ({
    ids: entries.map(({ id }) => id),
    acts,
    vocabulary,
    words: commonWords(phrasings),
    entries: trainers.entry.finish(),
    act: trainers.act.finish(),
    neighbours: Neighbours.from(
      known.map((i) => vectors[i]!),
      known.map((i) => phrasings[i]!.label),
      vocabulary.features.length,
      entries.length,
    ),
  });

  const all = [...phrasings.keys()];
  const known = all.filter((i) => !phrasings[i]!.heldOut);
  for (let done = 1; done < PASSES; done += 1) trainers.pass(known);
  measure(
    modelOf(known),
    phrasings.filter(({ heldOut }) => heldOut),
  );
  trainers.pass(all);
  return modelOf(all);
}

/** One for the entries and one for the acts, which learn side by side. */
function createTrainers(examples: readonly Example[], acts: readonly number[], features: number) {
  const settings = { features, rate: RATE, seed: SEED };
  const weightOf = balanced(examples.map(({ label }) => acts[label]!));
  const actExamples = examples.map(({ vector, label }) => ({
    vector,
    label: acts[label]!,
    weight: weightOf(acts[label]!),
  }));
  const entry = createTrainer(examples, { ...settings, classes: acts.length });
  const act = createTrainer(actExamples, { ...settings, classes: ACTS.length });
  return {
    entry,
    act,
    pass(chosen: readonly number[]): void {
      entry.pass(chosen);
      act.pass(chosen);
    },
  };
}

function phrasingsOf(entries: readonly Trainable[]): Phrasing[] {
  return entries.flatMap((entry, label) =>
    entry.phrasings.map((text, i) => ({ text, words: wordsOf(text), label, heldOut: (i + label) % HELD_OUT_OF === 0 })),
  );
}

/** Rare acts count more, by the square root of how rare: requests stand beside ten times as many questions. */
function balanced(labels: readonly number[]): (label: number) => number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const mean = labels.length / counts.size;
  return (label) => Math.sqrt(mean / counts.get(label)!);
}

function commonWords(phrasings: readonly Phrasing[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of phrasings) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= FEWEST_FOR_SPELLING)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}
