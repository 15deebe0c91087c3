/** What `npm run knowledge -- check` refuses, beyond what cannot be loaded at all. */
import type { Fault } from './fault.js';
import type { Knowledge } from './load.js';
import { foldQuote } from './notice.js';
import { readingAge, wordsOf } from './readability.js';
import type { Entry } from './schema.js';

/** An answer is read on a phone, or read out on one. */
export const MOST_WORDS = 80;
/** The reading age that GOV.UK writes for is 9; 11 is the upper end of what the service promises. */
export const MOST_READING_AGE = 11;

export interface Coverage {
  readonly passages: number;
  readonly covered: number;
  readonly notAsked: number;
}

/** Checks loaded knowledge as an editor would. */
export function checkKnowledge(knowledge: Knowledge): { faults: Fault[]; coverage: Coverage } {
  const faults: Fault[] = [];
  const at = (entry: Entry): Pick<Fault, 'file' | 'line' | 'entry'> => ({
    ...(knowledge.whereabouts.get(entry.id) ?? { file: 'knowledge', line: 0 }),
    entry: entry.id,
  });
  checkFollowUps(knowledge, (entry, message) => faults.push({ ...at(entry), message }));
  checkWording(knowledge, (entry, message) => faults.push({ ...at(entry), message }));
  checkPhrasings(knowledge, (entry, message) => faults.push({ ...at(entry), message }));
  checkTitles(knowledge, (entry, message) => faults.push({ ...at(entry), message }));
  const coverage = checkCoverage(knowledge, faults);
  return { faults, coverage };
}

type Report = (entry: Entry, message: string) => void;

function checkFollowUps({ entries }: Knowledge, report: Report): void {
  const ids = new Set(entries.map((entry) => entry.id));
  for (const entry of entries) {
    if (entry.act === 'request') continue;
    for (const id of entry.followUps) {
      if (!ids.has(id)) report(entry, `follow-up "${id}" is not the id of an entry; correct it or leave it out`);
      if (id === entry.id) report(entry, 'an entry cannot follow itself; leave it out');
    }
  }
}

function checkWording({ entries }: Knowledge, report: Report): void {
  for (const entry of entries) {
    if (entry.act === 'request') continue;
    const words = wordsOf(entry.answer).length;
    if (words > MOST_WORDS)
      report(entry, `the answer has ${words} words; ${MOST_WORDS} is the most: say less, or make two entries`);
    if (!/^[\p{Script=Latin}\p{Script=Common}]*$/u.test(entry.answer) || entry.id.startsWith('lang-')) continue;
    const age = Math.round(readingAge(entry.answer) * 10) / 10;
    if (age > MOST_READING_AGE) {
      report(
        entry,
        `the answer needs a reading age of ${age}; ${MOST_READING_AGE} is the most: use shorter sentences and words`,
      );
    }
  }
}

/** Two phrasings are the same when only case, marks or spaces part them. */
export const foldPhrasing = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim() || text.trim();

function checkPhrasings({ entries }: Knowledge, report: Report): void {
  const owner = new Map<string, string>();
  for (const entry of entries) {
    for (const phrasing of entry.phrasings) {
      const key = foldPhrasing(phrasing);
      const other = owner.get(key);
      if (other === undefined) owner.set(key, entry.id);
      else
        report(
          entry,
          `the phrasing "${phrasing.slice(0, 60)}" stands in ${other === entry.id ? 'this entry' : other} too; keep it where it belongs`,
        );
    }
  }
}

/** A button sends its entry's title back, so two entries cannot share one. */
function checkTitles({ entries }: Knowledge, report: Report): void {
  const owner = new Map<string, string>();
  for (const entry of entries) {
    const key = entry.title.toLowerCase();
    const other = owner.get(key);
    if (other === undefined) owner.set(key, entry.id);
    else report(entry, `the title "${entry.title}" is that of ${other} too; give each its own`);
  }
}

function checkCoverage({ notice, entries, notAsked }: Knowledge, faults: Fault[]): Coverage {
  const quoted = new Map<number, string>();
  for (const entry of entries) {
    if (entry.act !== 'answer') continue;
    for (const quote of entry.quotes) {
      const parts = quote.text
        .split('\n')
        .flatMap((part) => part.split('|'))
        .map(foldQuote)
        .filter(Boolean);
      parts.forEach((part, i) => {
        const line = quote.lines[i];
        if (line !== undefined) quoted.set(line, `${quoted.get(line) ?? ''} ${part}`);
      });
    }
  }
  const excused = new Set(notAsked.map(({ passage }) => foldQuote(passage)));
  let covered = 0;
  let leftOut = 0;
  for (const passage of notice.passages) {
    const text = foldQuote(passage.text);
    const isTable = passage.lastLine > passage.line;
    if (isTable ? quoted.has(passage.line) : (quoted.get(passage.line) ?? '').includes(text)) covered += 1;
    else if (excused.delete(text)) leftOut += 1;
    else
      faults.push({
        file: 'notice.md',
        line: passage.line,
        message: `no entry quotes "${passage.text.slice(0, 70)}"; write one, or name it in not-asked.yaml with the reason`,
      });
  }
  for (const passage of excused) {
    faults.push({
      file: 'not-asked.yaml',
      line: 0,
      message: `"${passage.slice(0, 70)}" is covered by an entry or not in the notice; take it off the list`,
    });
  }
  return { passages: notice.passages.length, covered, notAsked: leftOut };
}
