/** Measures a model on phrasings that it has not seen, for {@link calibrate}. Pure. */
import type { Trial } from './calibration.js';
import type { AnswerEntry, BeyondEntry, Entry } from './knowledge/schema.js';
import type { HeldOut } from './model/train.js';
import type { Candidate, Reader } from './reading.js';

/** Reads each phrasing as a message, and compares with the entry it was written for. */
export function tryOut(read: Reader, entries: readonly Entry[], heldOut: readonly HeldOut[]): Trial[] {
  return heldOut.flatMap(({ text, label }) => {
    const meant = entries[label];
    const { candidates, danger } = read(text);
    const [best] = candidates;
    const next = nextDifferent(candidates);
    if (!meant || !best) return [];
    return [
      {
        score: best.score,
        second: next?.score ?? 0,
        right: saysTheSame(best.entry, meant),
        ...(next && next.entry.act === 'answer' && canStandBeside(best.entry)
          ? { beside: { first: best.entry.act, right: saysTheSame(next.entry, meant) } }
          : {}),
        isRequest: meant.act === 'request',
        takenForRequest: best.entry.act === 'request',
        isDanger: meant.act === 'safety',
        danger,
      },
    ];
  });
}

/** The likeliest candidate that would be answered differently from the first. */
export function nextDifferent([best, ...others]: readonly Candidate[]): Candidate | undefined {
  return best && others.find(({ entry }) => !saysTheSame(entry, best.entry));
}

/** Whether it makes no difference which of the two is meant: the same entry, a common quote, or both danger. */
export function saysTheSame(a: Entry, b: Entry): boolean {
  if (a.id === b.id) return true;
  if (a.act === 'safety' && b.act === 'safety') return true;
  if (a.act !== 'answer' || b.act !== 'answer') return false;
  const lines = new Set(a.quotes.flatMap((quote) => [...quote.lines]));
  return b.quotes.some((quote) => quote.lines.some((line) => lines.has(line)));
}

/** Whether an answer may be given beside this one, where it is unsure: not where nothing is to be said on purpose. */
export function canStandBeside(first: Entry): first is AnswerEntry | BeyondEntry {
  return first.act === 'answer' || (first.act === 'beyond' && first.kind === 'signpost');
}
