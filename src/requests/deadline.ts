/**
 * When a request must be answered.
 *
 * The law: UK GDPR Articles 12(3) and 12A, in force since 5 February 2026 (Data (Use and Access) Act 2025, section 76;
 * SI 2026/82); for complaints, section 164A Data Protection Act 2018, in force since 19 June 2026. Counted as the
 * regulator counts (guidance on the right of access, 8 December 2025). The clock's pauses, for what the council has to
 * ask first, are the Data Protection Officer's to add.
 */
import { dayOff, isPastKnownHolidays, workingDayBefore, workingDayFrom, type BankHolidays } from './bank-holidays.js';
import { addDays, addMonths, londonDate, longDate, monthOf } from './dates.js';
import type { Right } from './right.js';

/** Every date is a day in the United Kingdom, yyyy-mm-dd. */
export interface Deadline {
  readonly received: string;
  /** The last day that the law allows. */
  readonly lawful: string;
  /** The last day that the council's own notice promises, where it promises one for this right. */
  readonly promised?: string;
  /** The day to respond by: the earlier of the two. */
  readonly due: string;
  /** How it was counted, in words. */
  readonly reason: string;
  /**
   * The last working day before `due`, for internal use: read strictly, the law's month "beginning with" the day of
   * receipt ends a day before the regulator's date.
   */
  readonly target: string;
}

/** Section 164A: to be acknowledged within so many days. */
const COMPLAINT_DAYS = 30;

interface Counted {
  readonly last: string;
  readonly reason: string;
}

/**
 * @param receivedAt the moment of the first message that asked; the day that it was then in London counts, whether
 *   anybody worked on it or not.
 * @param noticePromiseDays what the council's notice promises for access requests; of no effect on other rights.
 */
export function deadlineFor({
  right,
  receivedAt,
  holidays,
  noticePromiseDays,
}: {
  readonly right: Right;
  readonly receivedAt: Date;
  readonly holidays: BankHolidays;
  readonly noticePromiseDays?: number;
}): Deadline {
  const received = londonDate(receivedAt);
  const law = right === 'complaint' ? countComplaint(received, holidays) : countMonths(received, 1, holidays);
  if (right !== 'access' || noticePromiseDays === undefined) return deadline(received, law, holidays);
  const promised = addDays(received, noticePromiseDays);
  const due = promised < law.last ? promised : law.last;
  const reason = `${law.reason} ${promiseInWords(promised, noticePromiseDays, law.last, holidays)}`;
  return { ...deadline(received, law, holidays), promised, due, reason, target: workingDayBefore(due, holidays) };
}

/**
 * The last day where the council has extended the time (Article 12A: two further months, on notice with reasons inside
 * the first): three months from receipt, not two from the first date. Not for complaints, which cannot be extended.
 */
export function extendedDeadline({
  receivedAt,
  holidays,
}: {
  readonly receivedAt: Date;
  readonly holidays: BankHolidays;
}): Deadline {
  const received = londonDate(receivedAt);
  return deadline(received, countMonths(received, 3, holidays), holidays);
}

function deadline(received: string, { last, reason }: Counted, holidays: BankHolidays): Deadline {
  return { received, lawful: last, due: last, reason, target: workingDayBefore(last, holidays) };
}

/** To the same date of a later month, or its last day; a weekend or bank holiday moves it to the next working day. */
function countMonths(received: string, months: 1 | 3, holidays: BankHolidays): Counted {
  const end = addMonths(received, months);
  const day = received.slice(8);
  // Only the 29th, 30th and 31st can be missing from a month.
  const missing = end.slice(8) === day ? '' : ` (${monthOf(end)} has no ${day}${day === '31' ? 'st' : 'th'})`;
  const counted = `${months === 1 ? 'One calendar month' : 'Three calendar months'} from ${longDate(received)}`;
  return toWorkingDay(end, `${counted} is ${longDate(end)}${missing}`, holidays);
}

/** The regulator counts from the day after receipt, so that the day of receipt is day 0. */
function countComplaint(received: string, holidays: BankHolidays): Counted {
  const end = addDays(received, COMPLAINT_DAYS);
  const rule = `A complaint must be acknowledged within ${COMPLAINT_DAYS} days.`;
  const words = `${rule} It came in on ${longDate(received)}; counted from the day after, they end on ${longDate(end)}`;
  return toWorkingDay(end, words, holidays);
}

function toWorkingDay(end: string, words: string, holidays: BankHolidays): Counted {
  const off = dayOff(end, holidays);
  const last = workingDayFrom(end, holidays);
  const moved = off === undefined ? '' : `, ${off}, so the next working day: ${longDate(last)}`;
  const known = isPastKnownHolidays(last, holidays)
    ? ` Bank holidays after ${longDate(holidays.until)} were not known when this was counted: check the date.`
    : '';
  return { last, reason: `${words}${moved}.${known}` };
}

/** A promise has no rule that would move it to a working day: the date is kept, which is never later than the law's. */
function promiseInWords(promised: string, days: number, lawful: string, holidays: BankHolidays): string {
  const promise = `The council's notice promises ${days} days, which`;
  if (promised === lawful) return `${promise} ends on the same date.`;
  if (promised > lawful) return `${promise} is later: ${longDate(promised)}. The date of the law counts.`;
  const off = dayOff(promised, holidays);
  return `${promise} is earlier: ${longDate(promised)}${off === undefined ? '' : `. That is ${off}, and the date stays`}.`;
}
