import { expect } from 'chai';
import { readBankHolidays } from '../../src/requests/bank-holidays.js';
import { clockDeadline, type ScopeQuestion, type StartQuestion } from '../../src/requests/clock.js';
import { deadlineFor, extendedDeadline, type Deadline } from '../../src/requests/deadline.js';
import { RIGHTS, type Right } from '../../src/requests/right.js';
import { ENGLAND_BEFORE } from './holidays-before.js';
import { ENGLAND } from './holidays.js';
import {
  chance,
  dayAt,
  daysLater,
  HOLIDAYS,
  indexOf,
  londonIndex,
  midnightOf,
  monthsLater,
  nextWorking,
  workingBefore,
} from './naive-calendar.js';

const SEED = 20_261_123;
const DATES = 10_000;
const CLOCKS = 2_000;
const HOUR = 3_600_000;
const KNOWN_UNTIL = '2028-12-31';

const listed = [...ENGLAND_BEFORE, ...ENGLAND.map(([date]) => date)];
const holidays = readBankHolidays({
  'england-and-wales': { division: 'england-and-wales', events: listed.map((date) => ({ title: 'x', date })) },
});
const first = indexOf(2024, 1, 1);
const days = indexOf(2029, 12, 31) - first + 1;

/** Each day of six years at any time of day, then any day within two hours of midnight UTC, where London's day changes. */
function* moments(random: (below: number) => number): Generator<Date> {
  for (let day = 0; day < days; day += 1) yield new Date(midnightOf(first + day) + random(24 * HOUR));
  for (let rest = days; rest < DATES; rest += 1) {
    yield new Date(midnightOf(first + random(days)) - 2 * HOUR + random(4 * HOUR));
  }
}

/** What is compared, in one line. */
const inShort = ({ received, lawful, promised, due, target, reason }: Deadline): string =>
  [received, lawful, promised, due, target, reason.includes('were not known') ? 'unsure' : 'sure'].join(' ');

function expectedInShort(received: number, lawful: number, promised?: number): string {
  const due = promised === undefined ? lawful : Math.min(promised, lawful);
  const dates = [received, lawful, promised, due, workingBefore(due)].map((at) =>
    at === undefined ? undefined : dayAt(at).date,
  );
  return [...dates, dayAt(lawful).date > KNOWN_UNTIL ? 'unsure' : 'sure'].join(' ');
}

function expectedFor(right: Right, received: number, promise: number | undefined): string {
  if (right === 'complaint') return expectedInShort(received, nextWorking(received + 30));
  const lawful = nextWorking(monthsLater(received, 1));
  return expectedInShort(
    received,
    lawful,
    right === 'access' && promise !== undefined ? received + promise : undefined,
  );
}

describe('Deadlines, against a calendar that is written out day by day', () => {
  it('have the bank holidays that the rules make', () => {
    const byRule = [...HOLIDAYS].map((index) => dayAt(index).date).sort();
    expect([...holidays.dates]).to.deep.equal(byRule);
  });

  it(`agree for every right, promised and not, on ${DATES} dates (seed ${SEED})`, () => {
    const random = chance(SEED);
    const wrong: string[] = [];
    let count = 0;
    for (const receivedAt of moments(random)) {
      count += 1;
      const received = londonIndex(receivedAt.getTime());
      const promise = 20 + random(21);
      for (const [place, right] of RIGHTS.entries()) {
        // Each right with a promise on every other date.
        const noticePromiseDays = (count + place) % 2 ? promise : undefined;
        const found = inShort(deadlineFor({ right, receivedAt, holidays, noticePromiseDays }));
        const expected = expectedFor(right, received, noticePromiseDays);
        if (found !== expected) {
          wrong.push(`${receivedAt.toISOString()} ${right} ${noticePromiseDays}: ${found}, not ${expected}`);
        }
      }
      const extended = inShort(extendedDeadline({ receivedAt, holidays }));
      const expected = expectedInShort(received, nextWorking(monthsLater(received, 3)));
      if (extended !== expected) wrong.push(`${receivedAt.toISOString()} extended: ${extended}, not ${expected}`);
    }
    expect(wrong.slice(0, 10)).to.deep.equal([]);
    expect(count).to.equal(DATES);
  });

  it(`agree on ${CLOCKS} clocks that were put off, stopped and extended (seed ${SEED})`, () => {
    const random = chance(SEED);
    const wrong: string[] = [];
    for (let count = 0; count < CLOCKS; count += 1) {
      const receivedAt = new Date(midnightOf(first + random(days)) + random(24 * HOUR));
      const received = londonIndex(receivedAt.getTime());
      const out = new Set<number>();
      let start = received;
      const questions = Array.from({ length: random(5) }, (): StartQuestion | ScopeQuestion => {
        const asked = received + random(29);
        const answered = asked + random(random(3) ? 12 : 45);
        const dates = { asked: dayAt(asked).date, answered: dayAt(answered).date };
        if (random(3) === 0) {
          start = Math.max(start, answered);
          return { about: (['identity', 'authority', 'fee'] as const)[random(3)] ?? 'fee', ...dates };
        }
        for (let day = asked; day <= answered; day += 1) out.add(day);
        return { about: 'scope', ...dates };
      });
      const extended = random(3) === 0;
      const end = daysLater(start, monthsLater(start, extended ? 3 : 1) - start, out);
      const noticePromiseDays = 20 + random(21);
      const promised = extended ? undefined : daysLater(start, noticePromiseDays, out);
      const expected = expectedInShort(received, nextWorking(end, out), promised);
      const extensionToldOn = extended ? dayAt(received + random(28)).date : undefined;
      const request = { right: 'access', receivedAt, questions, extensionToldOn } as const;
      const found = inShort(clockDeadline({ ...request, holidays, noticePromiseDays }));
      if (found !== expected) wrong.push(`${JSON.stringify(request)}: ${found}, not ${expected}`);
    }
    expect(wrong.slice(0, 10)).to.deep.equal([]);
  });
});
