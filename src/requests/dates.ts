/**
 * Calendar days as plain text, yyyy-mm-dd. No time of day and no time zone can shift them: the one place where a moment
 * becomes a day is {@link londonDate}. Text in this form also sorts and compares as dates do.
 */

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** The day that it is in the United Kingdom at a moment: 23:30 UTC on 30 June is 1 July, by British Summer Time. */
export function londonDate(at: Date): string {
  const parts = new Map(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/** @param days may be negative. */
export function addDays(date: string, days: number): string {
  const moved = midnight(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return dayOf(moved);
}

/** The same date so many months on, or the last day of that month where it has no such date: 31 January → 28 February. */
export function addMonths(date: string, months: number): string {
  const moved = midnight(date);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months + 1, 0);
  moved.setUTCDate(Math.min(day, moved.getUTCDate()));
  return dayOf(moved);
}

export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[midnight(date).getUTCDay()] ?? 'Sunday';
}

/** "February", of 2027-02-28. */
export function monthOf(date: string): string {
  return MONTHS[midnight(date).getUTCMonth()] ?? '';
}

/** "23 December 2026", for running text. */
export function longDate(date: string): string {
  return inWords(date, monthOf(date));
}

/** "Wednesday 23 December 2026", for a day that somebody has to act by. */
export function dayInWords(date: string): string {
  return `${weekdayOf(date)} ${longDate(date)}`;
}

/** "23 Dec 2026", for where there is little room. */
export function shortDate(date: string): string {
  return inWords(date, monthOf(date).slice(0, 3));
}

function inWords(date: string, month: string): string {
  const at = midnight(date);
  return `${at.getUTCDate()} ${month} ${at.getUTCFullYear()}`;
}

/** UTC stands for "no time zone" here, and never leaves this file. */
function midnight(date: string): Date {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : Number.NaN);
  if (Number.isNaN(at.getTime()) || dayOf(at) !== date) throw new RangeError(`not a date as yyyy-mm-dd: ${date}`);
  return at;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
