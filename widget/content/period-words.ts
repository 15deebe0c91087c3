/** Months and years that were filled in, as the words that the assistant reads. */
import { FIELDS } from './wording.js';

/** As they were typed; '' where a field was left empty. */
export interface PeriodParts {
  readonly fromMonth: string;
  readonly fromYear: string;
  readonly toMonth: string;
  readonly toYear: string;
}

export const NO_PERIOD: PeriodParts = { fromMonth: '', fromYear: '', toMonth: '', toYear: '' };

/** `words` is undefined where nothing was filled in. */
export type PeriodReading =
  { readonly words: string | undefined } | { readonly problem: string; readonly field: keyof PeriodParts };

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

/** "from March 2019 to May 2021", "since 2019", "up to May 2021". */
export function periodWords(parts: PeriodParts): PeriodReading {
  const from = dayless(parts.fromMonth, parts.fromYear);
  if ('problem' in from) return { problem: from.problem, field: from.isMonth ? 'fromMonth' : 'fromYear' };
  const to = dayless(parts.toMonth, parts.toYear);
  if ('problem' in to) return { problem: to.problem, field: to.isMonth ? 'toMonth' : 'toYear' };
  if (from.words && to.words) return { words: `from ${from.words} to ${to.words}` };
  if (from.words) return { words: `since ${from.words}` };
  return { words: to.words && `up to ${to.words}` };
}

type Dayless = { readonly words: string | undefined } | { readonly problem: string; readonly isMonth: boolean };

function dayless(monthTyped: string, yearTyped: string): Dayless {
  const [month, year] = [monthTyped.trim(), yearTyped.trim()];
  if (year === '') return month === '' ? { words: undefined } : { problem: FIELDS.yearMissing, isMonth: false };
  if (!/^(?:19|20)\d\d$/.test(year)) return { problem: FIELDS.yearProblem, isMonth: false };
  if (month === '') return { words: year };
  const name = monthNamed(month);
  return name === undefined ? { problem: FIELDS.monthProblem, isMonth: true } : { words: `${name} ${year}` };
}

/** "3", "03", "March" or "mar". */
function monthNamed(typed: string): string | undefined {
  if (/^\d{1,2}$/.test(typed)) return MONTHS[Number(typed) - 1];
  const start = typed.toLowerCase();
  return start.length < 3 ? undefined : MONTHS.find((name) => name.toLowerCase().startsWith(start));
}
