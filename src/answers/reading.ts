/**
 * Reads a message: what each of its parts may mean, and what it means as a whole. Pure.
 *
 * Two observations beyond the model's own scores. In a long message one clause carries the question, so its clauses are
 * scored as well. And entries that rest on the same lines of the notice support each other: of two that share their
 * quote, each is half right when the other is.
 */
import type { AnswerEntry, Entry } from './knowledge/schema.js';
import { ACTS, type Classifier, type Scores } from './model/classifier.js';
import { asks, clausesOf } from './text/clauses.js';

export interface Candidate {
  readonly entry: Entry;
  /** 0 to about 1. */
  readonly score: number;
}

export interface Reading {
  /** The likeliest first. */
  readonly candidates: readonly Candidate[];
  /** The likeliest entry of each clause of a long message. */
  readonly clauses: readonly (Candidate & { readonly text: string; readonly asks: boolean })[];
  /** How likely the message, or a clause of it, tells of danger. */
  readonly danger: number;
  /** Cosine of the nearest phrasing, 0 to 1. */
  readonly nearest: number;
  /** How many words the message has. */
  readonly words?: number;
}

/** How much the clauses count beside the whole. */
const CLAUSES_SHARE = 0.4;
/** A clause that asks is likelier to carry the question. */
const ASKING_WEIGHT = 1.5;
/** How much of its score an entry lends to one that quotes the very same lines. */
const LENT = 0.6;
/** A clause torn from its story sounds worse than it is. */
const CLAUSE_DANGER = 0.6;
const MOST_CANDIDATES = 12;

export type Reader = (text: string) => Reading;

/** @param entries in any order; the classifier's ids say which class is which. */
export function createReader(entries: readonly Entry[], classifier: Pick<Classifier, 'ids' | 'score'>): Reader {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const classes = classifier.ids.map((id) => {
    const entry = byId.get(id);
    if (!entry) throw new Error(`the model knows an entry "${id}" that the knowledge does not have; build again`);
    return entry;
  });
  const lenders = lendersOf(classes);
  const dangerous = classes.map(({ act }) => act === 'safety');
  const dangerIn = ({ entries: scores, acts }: Scores): number =>
    (acts[ACTS.indexOf('safety')]! + scores.reduce((sum, score, c) => (dangerous[c] ? sum + score : sum), 0)) / 2;

  return (text) => {
    const whole = classifier.score(text);
    const clauses = clausesOf(text).map((clause) => ({
      text: clause,
      asks: asks(clause),
      scores: classifier.score(clause),
    }));
    const scores = supported(mixed(whole.entries, clauses), lenders);
    return {
      candidates: likeliest(scores, classes),
      clauses: clauses.map((clause) => ({
        text: clause.text,
        asks: clause.asks,
        ...likeliest(supported(clause.scores.entries, lenders), classes)[0]!,
      })),
      danger: Math.max(dangerIn(whole), ...clauses.map((clause) => CLAUSE_DANGER * dangerIn(clause.scores))),
      nearest: whole.nearest,
      words: text.trim().split(/\s+/).length,
    };
  };
}

function mixed(
  whole: Float64Array,
  clauses: readonly { readonly asks: boolean; readonly scores: Scores }[],
): Float64Array {
  if (clauses.length === 0) return whole;
  const weights = clauses.map((clause) => (clause.asks ? ASKING_WEIGHT : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return whole.map((score, c) => {
    const inClauses = clauses.reduce((sum, { scores }, i) => sum + weights[i]! * scores.entries[c]!, 0) / total;
    return (1 - CLAUSES_SHARE) * score + CLAUSES_SHARE * inClauses;
  });
}

type Lenders = readonly (readonly (readonly [from: number, share: number])[])[];

/** For each class, the others that quote lines of the notice which it quotes too, and how much of its own score each lends. */
function lendersOf(classes: readonly Entry[]): Lenders {
  const answers = classes.map((entry) => (entry.act === 'answer' ? new Set(linesOf(entry)) : undefined));
  return answers.map((own, c) => {
    if (!own) return [];
    return answers.flatMap((other, from): [number, number][] => {
      if (!other || from === c) return [];
      const common = [...other].filter((line) => own.has(line)).length;
      return common ? [[from, (LENT * common) / Math.max(own.size, other.size)]] : [];
    });
  });
}

const linesOf = ({ quotes }: AnswerEntry): number[] => quotes.flatMap(({ lines }) => [...lines]);

function supported(scores: Float64Array, lenders: Lenders): Float64Array {
  return scores.map((score, c) => lenders[c]!.reduce((sum, [from, share]) => sum + share * scores[from]!, score));
}

function likeliest(scores: Float64Array, classes: readonly Entry[]): Candidate[] {
  const best = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, MOST_CANDIDATES);
  return best.map((c) => ({ entry: classes[c]!, score: scores[c]! }));
}
