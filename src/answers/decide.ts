/** From what a message may mean to what comes of it, by thresholds that were measured (`calibration.ts`). Pure. */
import { isClose, type Thresholds } from './calibration.js';
import { isRefusal } from './further-requests.js';
import { canStandBeside, nextDifferent, saysTheSame } from './measure.js';
import { outcomeOf, type Outcome } from './outcome.js';
import type { Candidate, Reading } from './reading.js';

/** Below this cosine to the nearest phrasing, a message is like nothing that is known. */
const LEAST_NEAREST = 0.12;
/** A second thing is answered only where a clause says it this plainly. */
const PLAIN = 0.55;
/** A question and a demand for the same right are told apart by little: from this share on, both are replied to. */
const NEARLY_REQUEST = 0.5;
const MOST_OPTIONS = 3;
/** Words from which on a message is too long for small talk. */
const LONG_FOR_TALK = 12;
/** Least score of a demand that goes before small talk. */
const LEAST_DEMAND = 0.1;

/** Danger is looked for before anything else, across all of its entries and all clauses. */
export function danger({ candidates, clauses, danger: likely }: Reading, thresholds: Thresholds): Outcome | undefined {
  if (likely < thresholds.danger) return undefined;
  const entry = [...clauses, ...candidates].find((candidate) => candidate.entry.act === 'safety')?.entry;
  return entry?.act === 'safety' ? { family: 'safety', entry, score: likely } : undefined;
}

/** One outcome, or two where the message says two things. @param mayClarify false straight after a clarifying question. */
export function decide(read: Reading, thresholds: Thresholds, mayClarify: boolean): readonly Outcome[] {
  const reading = { ...read, candidates: demandBeforeTalk(read) };
  const [best] = reading.candidates;
  if (!best || best.score < thresholds.answer || reading.nearest < LEAST_NEAREST) {
    return [{ family: 'unanswerable', score: best?.score ?? 0 }];
  }
  const open = mayClarify ? closeOnes(reading, thresholds) : undefined;
  if (open) return [open];
  const first = outcomeOf(best.entry, best.score, thresholds);
  const second =
    requestBeside(reading, thresholds) ?? secondThing(reading, thresholds) ?? runnerUp(reading, thresholds);
  return second ? inOrder(reading, first, second) : [first];
}

/**
 * Small talk is short. A long message that sounds like the answer to something, with a name, an address and "please", and
 * may be a demand as well, is the demand: its share of what is left without the talk.
 */
function demandBeforeTalk({ candidates, words = 0 }: Reading): readonly Candidate[] {
  const [best] = candidates;
  if (best?.entry.act !== 'chat' || words < LONG_FOR_TALK) return candidates;
  const demand = candidates.find(({ entry, score }) => entry.act === 'request' && score >= LEAST_DEMAND);
  if (!demand) return candidates;
  const score = Math.min(1, demand.score / Math.max(1 - best.score, demand.score));
  return [{ ...demand, score }, ...candidates.filter((candidate) => candidate !== demand && candidate !== best)];
}

function closeOnes({ candidates }: Reading, thresholds: Thresholds): Outcome | undefined {
  const [best] = candidates;
  const next = nextDifferent(candidates);
  if (!best || !next || !isClose({ score: best.score, second: next.score }, thresholds.close)) return undefined;
  if ([best, next].some(({ entry }) => entry.act === 'chat' || entry.act === 'safety')) return undefined;
  // A question about a right and the demand for it are replied to together instead.
  if (best.entry.act !== next.entry.act && [best, next].some(({ entry }) => entry.act === 'request')) return undefined;
  const close = candidates.filter(({ score }) => isClose({ score: best.score, second: score }, thresholds.close));
  const entries = close.reduce<Candidate[]>(
    (kept, candidate) => (kept.some(({ entry }) => saysTheSame(entry, candidate.entry)) ? kept : [...kept, candidate]),
    [],
  );
  return { family: 'clarify', entries: entries.slice(0, MOST_OPTIONS).map(({ entry }) => entry), score: best.score };
}

/** The answer beside an unsure request, or the request beside an answer that is nearly one. */
function requestBeside({ candidates }: Reading, thresholds: Thresholds): Outcome | undefined {
  const [best] = candidates;
  if (!best) return undefined;
  const other = candidates.find(
    ({ entry, score }) =>
      entry.act === (best.entry.act === 'request' ? 'answer' : 'request') && score >= NEARLY_REQUEST * best.score,
  );
  if (best.entry.act === 'request' && best.score >= thresholds.sureRequest) return undefined;
  if (!other || (best.entry.act !== 'request' && best.entry.act !== 'answer')) return undefined;
  // Never begun unasked: it is the less likely of the two.
  return outcomeOf(other.entry, other.score, { ...thresholds, sureRequest: Infinity });
}

/** Where the first is unsure, the next may as well be meant: both are shown, rather than the wrong one of them. */
function runnerUp({ candidates }: Reading, thresholds: Thresholds): Outcome | undefined {
  const [best] = candidates;
  const next = nextDifferent(candidates);
  if (!best || next?.entry.act !== 'answer' || best.score >= thresholds.sureAnswer || !canStandBeside(best.entry))
    return undefined;
  const least = best.entry.act === 'answer' ? thresholds.alsoAnswer : thresholds.alsoSignpost;
  return next.score < least * best.score
    ? undefined
    : { family: 'answer', entry: next.entry, sure: false, other: true, score: next.score };
}

/** What another clause plainly says. */
function secondThing({ candidates: [best], clauses }: Reading, thresholds: Thresholds): Outcome | undefined {
  if (!best) return undefined;
  const isFirst = (candidate: Candidate): boolean => saysTheSame(candidate.entry, best.entry);
  if (!clauses.some(isFirst)) return undefined;
  const other = clauses
    .filter(
      (clause) =>
        clause.score >= PLAIN && !isFirst(clause) && ['answer', 'request', 'beyond'].includes(clause.entry.act),
    )
    .filter(
      (clause) =>
        clause.asks || (clause.entry.act === 'request' && best.entry.act !== 'request' && !isRefusal(clause.text)),
    )
    .sort((a, b) => b.score - a.score)[0];
  return other && outcomeOf(other.entry, other.score, thresholds);
}

/** As the person said them; but a request comes last, because its reply asks something. */
function inOrder({ clauses }: Reading, first: Outcome, second: Outcome): readonly Outcome[] {
  if (second.family === 'answer' && second.other) return [first, second];
  const place = (outcome: Outcome): number =>
    'entry' in outcome && outcome.entry
      ? outcome.family === 'request'
        ? Infinity
        : clauses.findIndex((clause) => clause.entry === outcome.entry)
      : -1;
  return place(second) < place(first) ? [second, first] : [first, second];
}
