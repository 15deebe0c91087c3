/** Working days in the United Kingdom: not a Saturday, a Sunday or a bank holiday of the nation. */
import { z } from 'zod';
import { addDays, weekdayOf } from './dates.js';

/** GOV.UK's bank holiday file (www.gov.uk/bank-holidays.json), of which only one nation's dates are used. */
export const bankHolidaysSchema = z.record(
  z.string(),
  z.object({ division: z.string(), events: z.array(z.object({ title: z.string(), date: z.iso.date() })).min(1) }),
);

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland';

export interface BankHolidays {
  /** yyyy-mm-dd */
  readonly dates: ReadonlySet<string>;
  /** The last day, yyyy-mm-dd, for which it is known whether it is a holiday. */
  readonly until: string;
}

/**
 * Reads GOV.UK's file.
 * @param file its JSON, parsed.
 * @throws {z.ZodError} where it is not of GOV.UK's shape; {Error} where the nation is not in it.
 */
export function readBankHolidays(file: unknown, nation: Nation = 'england-and-wales'): BankHolidays {
  const days = bankHolidaysSchema.parse(file)[nation]?.events.map(({ date }) => date);
  const last = days?.toSorted().at(-1);
  if (!days || !last) {
    throw new Error(`the bank holiday file has no "${nation}"; take it afresh from www.gov.uk/bank-holidays.json`);
  }
  // GOV.UK adds whole years: after Christmas nothing more comes. A file that was cut short is believed no further.
  return { dates: new Set(days), until: last.slice(5) >= '12-25' ? `${last.slice(0, 4)}-12-31` : last };
}

/** True where nobody has said yet which days are bank holidays: a date counted that far may move. */
export function isPastKnownHolidays(date: string, { until }: BankHolidays): boolean {
  return date > until;
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
