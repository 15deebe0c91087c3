/** Stretches of whole days, yyyy-mm-dd at both ends, and how to count them. */
import { addDays, addMonths, weekdayOf, type Weekday } from '../dates.js';

export interface Span {
  readonly first: string;
  readonly last: string;
}

export type Unit = 'day' | 'week' | 'fortnight' | 'month' | 'year' | 'decade';

const DAYS: Readonly<Partial<Record<Unit, number>>> = { day: 1, week: 7, fortnight: 14 };
const MONTHS: Readonly<Partial<Record<Unit, number>>> = { month: 1, year: 12, decade: 120 };

/** @returns undefined where the calendar has no such day. @param month 1 to 12 */
export function dayOf(year: number, month: number, day: number): Span | undefined {
  if (month < 1 || month > 12 || day < 1 || day > Number(monthOf(year, month).last.slice(8))) return undefined;
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return { first: date, last: date };
}

/** Whole months of the calendar. @param month 1 to 12 */
export function monthOf(year: number, month: number, months = 1): Span {
  const first = `${year}-${twoDigits(month)}-01`;
  return { first, last: addDays(addMonths(first, months), -1) };
}

export const yearOf = (year: number, years = 1): Span => ({
  first: `${year}-01-01`,
  last: `${year + years - 1}-12-31`,
});

const twoDigits = (number: number): string => String(number).padStart(2, '0');

export const yearIn = (date: string): number => Number(date.slice(0, 4));

/** Moves a date by so many units, backwards where the count is below nought. */
export function move(date: string, count: number, unit: Unit): string {
  const days = DAYS[unit];
  return days === undefined ? addMonths(date, count * (MONTHS[unit] ?? 12)) : addDays(date, count * days);
}

const WEEK: readonly Weekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The week, Monday to Sunday, that a day is in. */
export function weekOf(date: string): Span {
  const first = addDays(date, -WEEK.indexOf(weekdayOf(date)));
  return { first, last: addDays(first, 6) };
}

/** The calendar's year, month, week or day so many before or after today's. */
export function unitAt(today: string, by: number, unit: Unit): Span {
  const moved = move(today, by, unit);
  if (unit === 'week') return weekOf(moved);
  if (unit === 'month') return monthOf(yearIn(moved), Number(moved.slice(5, 7)));
  return unit === 'year' ? yearOf(yearIn(moved)) : { first: moved, last: moved };
}

/** From the beginning of the first to the end of the last, whatever order they were said in. */
export function union(spans: readonly Span[]): Span | undefined {
  const [first] = spans.map((span) => span.first).sort();
  const last = spans
    .map((span) => span.last)
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** How many months of the calendar a stretch touches. */
export function monthsIn({ first, last }: Span): number {
  return 12 * (yearIn(last) - yearIn(first)) + Number(last.slice(5, 7)) - Number(first.slice(5, 7)) + 1;
}
