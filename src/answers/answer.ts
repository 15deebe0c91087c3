/**
 * Answers a message from the knowledge: a list of named steps, each a pure function, and a closed set of outcomes.
 * No step writes a sentence: an outcome names a reviewed entry, or says that nothing fits.
 */
import type { AnswerEntry, BeyondEntry, Entry, RequestEntry, TalkEntry } from './knowledge/schema.js';
import type { Reader, Reading } from './reading.js';
import { wordsOf } from './text/tokens.js';

export type Outcome =
  /** The notice says so. */
  | { readonly family: 'answer'; readonly entry: AnswerEntry; readonly score: number }
  /** The notice does not say; the entry says where to ask. */
  | { readonly family: 'signpost'; readonly entry: BeyondEntry; readonly score: number }
  /** Nothing fits well enough, or it is known that nobody can be named. */
  | { readonly family: 'unanswerable'; readonly entry?: BeyondEntry; readonly score: number }
  /** The person exercises a right. `sure`: no need to ask whether they do. */
  | { readonly family: 'request'; readonly entry: RequestEntry; readonly sure: boolean; readonly score: number }
  /** Danger or distress. */
  | { readonly family: 'safety'; readonly entry: TalkEntry; readonly score: number }
  | { readonly family: 'chat'; readonly entry: TalkEntry; readonly score: number };

/**
 * Scores from which an outcome is taken; below `answer` the honest reply is that nothing fits. Chosen on held-out folds of
 * the phrasings: a lower `answer` gains fewer right answers than it gives wrong ones.
 */
export const THRESHOLDS = {
  /** Least score of the likeliest entry. */
  answer: 0.16,
  /** Least likelihood of danger: a false alarm costs a sentence, a miss may cost more. */
  safety: 0.4,
  /** Least score for beginning a request without asking first. */
  sureRequest: 0.6,
  /** Least cosine of the nearest phrasing: below, the message is like nothing known. */
  nearest: 0.12,
} as const;

export interface Answerer {
  /** @param text the message; only its first 2,000 characters are looked at. */
  answer(text: string): Outcome;
  /** An entry by its id, for buttons and follow-ups. */
  entry(id: string): Entry | undefined;
  /** What a button means, which sends the title of an entry: there is nothing to be unsure of. */
  byTitle(title: string): Outcome | undefined;
}

/** @param entries of the knowledge. @param read made from the same entries. */
export function createAnswerer(entries: readonly Entry[], read: Reader): Answerer {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byTitle = new Map(entries.map((entry) => [entry.title.toLowerCase(), entry]));
  return {
    entry: (id) => byId.get(id),
    byTitle: (title) => {
      const entry = byTitle.get(title.trim().toLowerCase());
      return entry && outcomeOf(entry, 1);
    },
    answer(text) {
      if (wordsOf(text).length === 0) return { family: 'unanswerable', score: 0 };
      const reading = read(text);
      return dangerFirst(reading) ?? likeliest(reading);
    },
  };
}

/** Danger is looked for before anything else, across all of its entries together. */
function dangerFirst({ candidates, danger }: Reading): Outcome | undefined {
  const entry = candidates.find(({ entry: { act } }) => act === 'safety')?.entry;
  if (entry?.act !== 'safety' || danger < THRESHOLDS.safety) return undefined;
  return { family: 'safety', entry, score: danger };
}

function likeliest({ candidates: [best], nearest }: Reading): Outcome {
  if (!best || best.score < THRESHOLDS.answer || nearest < THRESHOLDS.nearest) {
    return { family: 'unanswerable', score: best?.score ?? 0 };
  }
  return outcomeOf(best.entry, best.score);
}

/** What an entry leads to when it is meant. */
export function outcomeOf(entry: Entry, score: number): Outcome {
  switch (entry.act) {
    case 'answer':
      return { family: 'answer', entry, score };
    case 'beyond':
      return { family: entry.kind, entry, score };
    case 'request':
      return { family: 'request', entry, sure: score >= THRESHOLDS.sureRequest, score };
    case 'safety':
      return { family: 'safety', entry, score };
    case 'chat':
      return { family: 'chat', entry, score };
  }
}
