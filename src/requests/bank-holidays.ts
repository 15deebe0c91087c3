/** Working days in the United Kingdom: not a Saturday, a Sunday or a bank holiday of the nation. */
import { z } from 'zod';
import { addDays, longDate, weekdayOf } from './dates.js';

/**
 * GOV.UK's bank holiday file (www.gov.uk/bank-holidays.json), of which only one nation's dates are used. Kept as GOV.UK
 * gives it out, so that a new one can be put in its place; when it was fetched stands beside it (bank-holiday-source.ts).
 */
export const bankHolidaysSchema = z.record(
  z.string(),
  z.object({ division: z.string(), events: z.array(z.object({ title: z.string(), date: z.iso.date() })).min(1) }),
);

/** Where a new file is to be had. */
export const GOV_UK = 'www.gov.uk/bank-holidays.json';

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland';

export interface BankHolidays {
  /** yyyy-mm-dd */
  readonly dates: ReadonlySet<string>;
  /** The first and the last day, yyyy-mm-dd, for which it is known whether they are holidays. */
  readonly from: string;
  readonly until: string;
}

/**
 * Reads GOV.UK's file.
 * @param file its JSON, parsed.
 * @throws {z.ZodError} where it is not of GOV.UK's shape; {Error} where the nation is not in it.
 */
export function readBankHolidays(file: unknown, nation: Nation = 'england-and-wales'): BankHolidays {
  const nations = bankHolidaysSchema.parse(file);
  const days = nations[nation]?.events.map(({ date }) => date).toSorted() ?? [];
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) {
    const has = Object.keys(nations).join(', ') || 'none';
    throw new Error(`the bank holiday file has no "${nation}" (it has: ${has}); take it afresh from ${GOV_UK}`);
  }
  return {
    dates: new Set(days),
    // GOV.UK has whole years, from New Year's Day or its substitute to Boxing Day or its substitute. A file that was cut
    // short is believed no further.
    from: first.slice(5) <= '01-04' ? `${first.slice(0, 4)}-01-01` : first,
    until: last.slice(5) >= '12-25' ? `${last.slice(0, 4)}-12-31` : last,
  };
}

/**
 * Where nobody said which days are bank holidays, so that a date counted there may move: "after 31 December 2028",
 * "before 1 January 2026"; undefined where it is known.
 */
export function beyondKnownHolidays(date: string, { from, until }: BankHolidays): string | undefined {
  if (date > until) return `after ${longDate(until)}`;
  return date < from ? `before ${longDate(from)}` : undefined;
}

/** Why nobody works on a day: "a Sunday", "a bank holiday"; undefined on a working day. */
export function dayOff(date: string, { dates }: BankHolidays): string | undefined {
  const weekday = weekdayOf(date);
  if (weekday === 'Saturday' || weekday === 'Sunday') return `a ${weekday}`;
  return dates.has(date) ? 'a bank holiday' : undefined;
}

/** The day itself where it is a working day, or else the next that is. */
export function workingDayFrom(date: string, holidays: BankHolidays): string {
  return dayOff(date, holidays) === undefined ? date : workingDayFrom(addDays(date, 1), holidays);
}

/** The last working day before a day. */
export function workingDayBefore(date: string, holidays: BankHolidays): string {
  const before = addDays(date, -1);
  return dayOff(before, holidays) === undefined ? before : workingDayBefore(before, holidays);
}
