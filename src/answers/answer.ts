/**
 * Answers a message from the knowledge: a list of named steps, each a pure function. No step writes a sentence: an
 * outcome names a reviewed entry, or says that nothing fits.
 */
import type { Thresholds } from './calibration.js';
import { danger, decide } from './decide.js';
import { furtherRequests } from './further-requests.js';
import { isFollowUp, readWithTopic, settledBy } from './follow-up.js';
import type { Entry } from './knowledge/schema.js';
import { CERTAIN, outcomeOf, type Outcome } from './outcome.js';
import type { Reader, Reading } from './reading.js';
import { foreignLanguageOf } from './text/foreign.js';
import { wordsOf } from './text/tokens.js';

export type { Outcome } from './outcome.js';

/** What was said before, as far as it matters. */
export interface Context {
  /** Id of the entry that was just talked about. */
  readonly topic?: string;
  /** The last reply was a clarifying question: no second one in a row. */
  readonly clarified?: boolean;
}

export interface Answerer {
  /**
   * @param text the message; only its first 2,000 characters are looked at.
   * @returns one outcome, or two where the message says two things; more only where it asks for further rights.
   */
  answer(text: string, context?: Context): readonly Outcome[];
  /** An entry by its id, for buttons and follow-ups. */
  entry(id: string): Entry | undefined;
  /** What a button means, which sends the title of an entry: there is nothing to be unsure of. */
  byTitle(title: string): Outcome | undefined;
}

/** @param entries of the knowledge. @param read made from the same entries. */
export function createAnswerer(entries: readonly Entry[], read: Reader, thresholds: Thresholds): Answerer {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byTitle = new Map(entries.map((entry) => [entry.title.toLowerCase(), entry]));
  const readInContext = (text: string, topic: Entry | undefined): Reading =>
    topic && isFollowUp(text) ? readWithTopic(read, text, topic, (entry) => areRelated(entry, topic)) : read(text);
  return {
    entry: (id) => byId.get(id),
    byTitle: (title) => {
      const entry = byTitle.get(title.trim().toLowerCase());
      return entry && outcomeOf(entry, 1, CERTAIN);
    },
    answer(text, context = {}) {
      if (wordsOf(text).length === 0) return [{ family: 'unanswerable', score: 0 }];
      const foreign = byId.get(foreignLanguageOf(text) ?? '');
      if (foreign) return [outcomeOf(foreign, 1, CERTAIN)];
      const topic = context.topic === undefined ? undefined : byId.get(context.topic);
      const settled = topic && settledBy(text, topic, byId);
      if (settled) return [outcomeOf(settled, 1, { ...CERTAIN, sureRequest: Infinity })];
      const reading = readInContext(text, topic);
      const urgent = danger(reading, thresholds);
      if (urgent) return [urgent];
      const outcomes = decide(reading, thresholds, !context.clarified);
      const requests = outcomes.filter((outcome) => outcome.family === 'request');
      return requests.some(({ sure }) => sure)
        ? [...outcomes, ...furtherRequests(read, text, requests, thresholds)]
        : outcomes;
    },
  };
}

/** Whether two entries are about the same subject: under one heading of the notice, or one leads to the other. */
function areRelated(a: Entry, b: Entry): boolean {
  const leads = (from: Entry, to: Entry): boolean => from.act !== 'request' && from.followUps.includes(to.id);
  const section = (entry: Entry): string | undefined => (entry.act === 'answer' ? entry.quotes[0]?.section : undefined);
  return leads(a, b) || leads(b, a) || (section(a) !== undefined && section(a) === section(b));
}
