/** Dates in figures, day first: "5/3/2024", "5.3.24", "05 03 2024", "05032024", "2024-03-05", "3/2020", "5/3". */
import type { About, Family, Reading } from './item.js';
import { dayOf, monthOf, yearIn } from './span.js';
import { century } from './tidy.js';

/** Written as a date, so that a day that no calendar has is a slip to ask about. */
function dateIn(year: string, month: string, day: string, { today }: About): Reading | undefined {
  const full = year.length === 2 ? century(Number(year), today) : Number(year);
  // Nobody alive asks about other years.
  if (full < 1900 || full > 2099) return Number(month) > 12 || Number(day) > 31 ? { impossible: true } : undefined;
  const span = dayOf(full, Number(month), Number(day));
  return span ? { span } : { impossible: true };
}

const yearFirst: Family = {
  pattern: /(?<![\d/.-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/])/g,
  read: ([, year = '', , month = '', day = ''], about) => dateIn(year, month, day, about),
};

const dayFirst: Family = {
  pattern: /(?<![\d£/.])(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)(?!\d|[/.]\d)/g,
  read: ([, day = '', , month = '', year = ''], about) => dateIn(year, month, day, about),
};

/** Without a sign between, they may be anything else: only days that there are, are dates. */
const withoutSigns: Family = {
  pattern:
    /(?<![\d£/.-] ?)\b(\d\d) ?(\d\d) ?((?:19|20)\d\d)\b(?! ?\d)|(?<![\d£/.-] ?)\b(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d|\d\d)\b(?! ?\d)|(?<=\b(?:from|since|to|until|till|between|and|on|dated) )(\d\d)(\d\d)(\d\d)\b(?! ?\d)/g,
  read: (match, about) => {
    const [day = '', month = '', year = ''] = match.slice(1).filter((part) => part !== undefined);
    const reading = dateIn(year, month, day, about);
    return reading?.impossible ? undefined : reading;
  },
};

const monthAndYear: Family = {
  pattern: /(?<![\d£/.-])(0?[1-9]|1[0-2]) ?[-/.] ?((?:19|20)\d\d)(?![\d/]|[.-]\d)/g,
  read: ([, month, year]) => ({ span: monthOf(Number(year), Number(month)) }),
};

/** "5/3" is 5 March; "3/20", which no day can be, March 2020. "24/7" is no date. */
const twoFigures: Family = {
  pattern: /(?<![\d£/.-])(\d{1,2})\/(\d{1,2})(?![\d/%]|[.-]\d)/g,
  read: ([said, first = '', second = ''], { today }) => {
    const [a, b] = [Number(first), Number(second)];
    if (said === '24/7') return undefined;
    if (b >= 1 && b <= 12 && a >= 1 && a <= 31) return { of: (year) => dayOf(year, b, a) };
    const year = century(b, today);
    return second.length === 2 && a >= 1 && a <= 12 && year <= yearIn(today) ? { span: monthOf(year, a) } : undefined;
  },
};

export const DATES_IN_FIGURES = [yearFirst, dayFirst, withoutSigns];
export const MONTHS_IN_FIGURES = [monthAndYear, twoFigures];
