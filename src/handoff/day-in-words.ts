/** Days as the mails name them. */
import { longDate, weekdayOf } from '../requests/dates.js';

/** "Wednesday 23 December 2026", of 2026-12-23: for a day that somebody has to act by. */
export function dayInWords(date: string): string {
  return `${weekdayOf(date)} ${longDate(date)}`;
}
