/** How old the bank holiday file is and how far it reaches, and what to tell the operator before it is of no more use. */
import { z } from 'zod';
import { GOV_UK, type BankHolidays } from './bank-holidays.js';
import { addMonths, longDate } from './dates.js';

/** `knowledge/uk/bank-holidays.source.json`: stands beside GOV.UK's file, which has no date of its own. */
export const bankHolidaySourceSchema = z.strictObject({
  /** Where the file is from, for people to read. */
  source: z.string().min(1),
  /** The day, yyyy-mm-dd, on which GOV.UK's data was as the file has it. */
  fetched: z.iso.date(),
});
export type BankHolidaySource = Readonly<z.infer<typeof bankHolidaySourceSchema>>;

/** The longest time that is counted is three months, for an extended request; a month is left for pauses and for acting. */
export const MONTHS_AHEAD = 4;
/** One-off holidays, like a coronation's, are proclaimed some months before: whoever looks once a year mostly learns of them. */
export const MONTHS_FRESH = 12;

export interface BankHolidayWarning {
  /** Known no longer; known for too short a time; fetched too long ago; said to be fetched on a day that is to come. */
  readonly kind: 'run-out' | 'running-out' | 'old' | 'from-the-future';
  /** What is wrong and what it does to deadlines: whole sentences. */
  readonly problem: string;
  /** What the operator should do, and with which file. */
  readonly remedy: string;
}

const REPLACE = `Replace knowledge/uk/bank-holidays.json by ${GOV_UK}, put the day into knowledge/uk/bank-holidays.source.json, and start again.`;

/**
 * What an operator should be warned of: at most one thing about the end of what is known, and one about its age.
 * @param today yyyy-mm-dd
 */
export function bankHolidayWarnings(
  { until }: BankHolidays,
  { fetched }: BankHolidaySource,
  today: string,
): readonly BankHolidayWarning[] {
  return [endOf(until, today), ageOf(fetched, today)].filter((warning) => warning !== undefined);
}

function endOf(until: string, today: string): BankHolidayWarning | undefined {
  if (until >= addMonths(today, MONTHS_AHEAD)) return undefined;
  const known = `Bank holidays are known only until ${longDate(until)}`;
  if (until < today) {
    const problem = `${known}: every deadline is counted as if there were none.`;
    return { kind: 'run-out', problem, remedy: REPLACE };
  }
  const problem = `${known}, less than ${MONTHS_AHEAD} months ahead: deadlines beyond may be wrong, those of extended requests first.`;
  return { kind: 'running-out', problem, remedy: REPLACE };
}

function ageOf(fetched: string, today: string): BankHolidayWarning | undefined {
  if (fetched > today) {
    const problem = `The bank holidays are said to be from ${longDate(fetched)}, which is still to come.`;
    const remedy = 'Correct "fetched" in knowledge/uk/bank-holidays.source.json, and start again.';
    return { kind: 'from-the-future', problem, remedy };
  }
  if (today <= addMonths(fetched, MONTHS_FRESH)) return undefined;
  const problem = `The bank holidays are from ${longDate(fetched)}, more than ${MONTHS_FRESH} months ago: one-off holidays proclaimed since are missing.`;
  return { kind: 'old', problem, remedy: REPLACE };
}
