/**
 * When a request must be answered.
 *
 * The law: UK GDPR Articles 12(3) and 12A, in force since 5 February 2026 (Data (Use and Access) Act 2025, section 76;
 * SI 2026/82); for complaints, section 164A Data Protection Act 2018, in force since 19 June 2026. Counted as the
 * regulator counts (guidance on the right of access, 8 December 2025). What stops or restarts the clock afterwards is in
 * clock.ts.
 */
import { dayOff, workingDayBefore, type BankHolidays } from './bank-holidays.js';
import { countDays, countMonths, type Counted } from './counting.js';
import { addDays, londonDate, longDate } from './dates.js';
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

/**
 * The deadline as it stands when a request comes in.
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
  if (right === 'complaint') {
    const rule = `A complaint must be acknowledged within ${COMPLAINT_DAYS} days.`;
    return byLaw(received, countDays({ start: received, days: COMPLAINT_DAYS, rule }, holidays), holidays);
  }
  const law = countMonths({ start: received, months: 1, holidays });
  if (right !== 'access' || noticePromiseDays === undefined) return byLaw(received, law, holidays);
  const promise = { days: noticePromiseDays, last: addDays(received, noticePromiseDays) };
  return byLawAndNotice(received, law, promise, holidays);
}

/**
 * The last day that the council can name when it extends the time (Article 12A: two further months, on notice with
 * reasons inside the first): three months from receipt, not two from the first date. Not for complaints, which cannot be
 * extended. Where questions were asked as well, or the notice has gone out, see `clockDeadline`.
 */
export function extendedDeadline({
  receivedAt,
  holidays,
}: {
  readonly receivedAt: Date;
  readonly holidays: BankHolidays;
}): Deadline {
  const received = londonDate(receivedAt);
  return byLaw(received, countMonths({ start: received, months: 3, holidays }), holidays);
}

export function byLaw(received: string, { last, reason }: Counted, holidays: BankHolidays): Deadline {
  return { received, lawful: last, due: last, reason, target: workingDayBefore(last, holidays) };
}

/** @param promise the days that the notice promises, and the last of them. */
export function byLawAndNotice(
  received: string,
  law: Counted,
  promise: { readonly days: number; readonly last: string },
  holidays: BankHolidays,
): Deadline {
  const due = promise.last < law.last ? promise.last : law.last;
  const reason = `${law.reason} ${promiseInWords(promise.last, promise.days, law.last, holidays)}`;
  const target = workingDayBefore(due, holidays);
  return { received, lawful: law.last, promised: promise.last, due, reason, target };
}

/** A promise has no rule that would move it to a working day: the date is kept, which is never later than the law's. */
function promiseInWords(promised: string, days: number, lawful: string, holidays: BankHolidays): string {
  const promise = `The council's notice promises ${days} days, which`;
  if (promised === lawful) return `${promise} ends on the same date.`;
  if (promised > lawful) return `${promise} is later: ${longDate(promised)}. The date of the law counts.`;
  const off = dayOff(promised, holidays);
  return `${promise} is earlier: ${longDate(promised)}${off === undefined ? '' : `. That is ${off}, and the date stays`}.`;
}
