/** From a day to the last day on which to act, as the regulator counts, with the counting in words. */
import { beyondKnownHolidays, dayOff, workingDayFrom, type BankHolidays } from './bank-holidays.js';
import { addDays, addMonths, longDate, monthOf } from './dates.js';

export interface Counted {
  /** The last day on which to act, yyyy-mm-dd. */
  readonly last: string;
  /** How it was counted, in whole sentences. */
  readonly reason: string;
}

/** Days on which the clock stood still. */
export interface DaysOut {
  /** yyyy-mm-dd, all of them after the day from which is counted. */
  readonly days: ReadonlySet<string>;
  /** Which and why, as a sentence without its end: "6 days (…) do not count". */
  readonly words: string;
}

/** The time that the law gives, or the time with its extension (two further months). */
export type Months = 1 | 3;

/**
 * To the same date of a later month, or that month's last day where there is none; on by every day that does not count;
 * and from a weekend or bank holiday on to the next working day.
 */
export function countMonths({
  start,
  months,
  daysOut,
  holidays,
}: {
  readonly start: string;
  readonly months: Months;
  readonly daysOut?: DaysOut;
  readonly holidays: BankHolidays;
}): Counted {
  const end = addMonths(start, months);
  const day = start.slice(8);
  // Only the 29th, 30th and 31st can be missing from a month.
  const missing = end.slice(8) === day ? '' : ` (${monthOf(end)} has no ${day}${day === '31' ? 'st' : 'th'})`;
  const counted = `${months === 1 ? 'One calendar month' : 'Three calendar months'} from ${longDate(start)}`;
  const words = `${counted} is ${longDate(end)}${missing}`;
  if (!daysOut) return toWorkingDay(end, words, holidays);
  const moved = passOver(end, daysOut.days);
  const ends = `${words}. ${daysOut.words}, so the time ends on ${longDate(moved)}`;
  return toWorkingDay(moved, ends, holidays, daysOut.days);
}

/** The regulator counts days from the day after, so that the first day is day 0. */
export function countDays(
  { start, days, rule }: { readonly start: string; readonly days: number; readonly rule: string },
  holidays: BankHolidays,
): Counted {
  const end = addDays(start, days);
  const words = `${rule} It came in on ${longDate(start)}; counted from the day after, they end on ${longDate(end)}`;
  return toWorkingDay(end, words, holidays);
}

/** The end of a time of which some days do not count: each of them moves it by a day, for as long as the time runs. */
export function passOver(end: string, daysOut: ReadonlySet<string>): string {
  return [...daysOut].toSorted().reduce((moved, day) => (day <= moved ? addDays(moved, 1) : moved), end);
}

/** @param daysOut not days to end on either: a question may be asked after a Saturday on which the time had ended. */
function toWorkingDay(
  end: string,
  words: string,
  holidays: BankHolidays,
  daysOut: ReadonlySet<string> = new Set(),
): Counted {
  const off = dayOff(end, holidays);
  let last = workingDayFrom(end, holidays);
  while (daysOut.has(last)) last = workingDayFrom(addDays(last, 1), holidays);
  const moved = off === undefined ? '' : `, ${off}, so the next working day: ${longDate(last)}`;
  const beyond = beyondKnownHolidays(last, holidays);
  const unknown = beyond ? ` Bank holidays ${beyond} were not known when this was counted: check the date.` : '';
  return { last, reason: `${words}${moved}.${unknown}` };
}
