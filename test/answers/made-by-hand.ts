/** Entries, readings and a classifier made by hand, so that what follows from them can be said beforehand. */
import type { AnswerEntry, BeyondEntry, Entry, RequestEntry, TalkEntry } from '../../src/answers/knowledge/schema.js';
import { ACTS, type Scores } from '../../src/answers/model/classifier.js';
import type { Candidate, Reading } from '../../src/answers/reading.js';
import type { Right } from '../../src/requests/right.js';

const base = (id: string) => ({ id, title: `About ${id}`, phrasings: [id], followUps: [] as string[] });

/** @param lines of the notice that it quotes. */
export const answer = (id: string, lines: readonly number[], followUps: string[] = []): AnswerEntry => ({
  ...base(id),
  followUps,
  act: 'answer',
  answer: `Answer ${id}.`,
  quotes: [{ section: `Section ${lines[0] ?? 0}`, text: `Line ${lines.join(', ')}`, lines }],
});
export const beyond = (id: string, kind: BeyondEntry['kind'] = 'signpost'): BeyondEntry => ({
  ...base(id),
  act: 'beyond',
  kind,
  answer: `Beyond ${id}.`,
});
export const request = (right: Right): RequestEntry => ({
  id: `request-${right}`,
  title: `Ask for ${right}`,
  phrasings: [right],
  act: 'request',
  right,
});
export const talk = (act: TalkEntry['act'], id: string): TalkEntry => ({ ...base(id), act, answer: `Said: ${id}.` });

/** Knows texts by heart: which entry each means, and how likely. What it does not know means nothing. */
export function classifierOf(
  entries: readonly Entry[],
  known: Readonly<Record<string, Readonly<Record<string, number>>>>,
): { readonly ids: readonly string[]; readonly score: (text: string) => Scores; readonly scored: string[] } {
  const scored: string[] = [];
  return {
    ids: entries.map(({ id }) => id),
    scored,
    score: (text) => {
      scored.push(text);
      const scores = known[text] ?? {};
      const acts = new Float32Array(ACTS.length);
      for (const { id, act } of entries) acts[ACTS.indexOf(act)] = (acts[ACTS.indexOf(act)] ?? 0) + (scores[id] ?? 0);
      return {
        entries: Float64Array.from(entries, ({ id }) => scores[id] ?? 0),
        acts,
        nearest: text in known ? 0.8 : 0,
      };
    },
  };
}

/** A reading of candidates in their order, of a short message that tells of no danger. */
export function readingOf(
  candidates: readonly (readonly [entry: Entry, score: number])[],
  more: Partial<Omit<Reading, 'candidates'>> = {},
): Reading {
  const listed: Candidate[] = candidates.map(([entry, score]) => ({ entry, score }));
  return { candidates: listed, clauses: [], danger: 0, nearest: 0.8, ...more };
}
