/**
 * A period of time as people write it: "2019 to 2021", "since March 2020", "the last two years", "5/3/24 - 9/4/24".
 * Dates are read as in the United Kingdom, day first. What cannot be read is no fault: the words themselves go along.
 * Where it could be read in two ways, the longer one is taken: a date too many costs a search, one too few an answer.
 */
import { addDays, addMonths } from './dates.js';
import { lacksYear, MONTHS, numberOf, spanOf, yearIn, type Span } from './span.js';

export interface Period {
  /** First and last day, yyyy-mm-dd; without `to` it runs on. */
  readonly from?: string;
  readonly to?: string;
}

/** A recogniser's cost grows with the square of its input: 20,000 digits block the process for seconds. */
const MOST_CHARACTERS = 120;

/** @param today yyyy-mm-dd. @returns undefined where no date is understood. */
export function readPeriod(text: string, today: string): Period | undefined {
  const said = tidy(text, today);
  const whole = (): Period | undefined => {
    const span = spanOf(said, today);
    return span && { from: span.first, to: span.last };
  };
  return (
    untilNow(said, today) ??
    doubleYear(said) ??
    // Neither is a range of two dates: "between two and three years ago", "the winter of 2020 to 2021".
    (/\bago$|^(?:in )?(?:the )?winter\b/.test(said) && !/^(?:since|from|until|till|before|after)\b/.test(said)
      ? whole()
      : undefined) ??
    range(said, today) ??
    openEnded(said, today) ??
    whole()
  );
}

/** Parts two dates that only a hyphen joins, and writes '20 as 2020. */
function tidy(text: string, today: string): string {
  const thisYear = Number(today.slice(2, 4));
  return text
    .slice(0, MOST_CHARACTERS)
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/’/g, "'")
    .replace(/(?<=^|\s)'(\d\d)\b/g, (_all, year: string) => `${Number(year) > thisYear ? '19' : '20'}${year}`)
    .replace(/(?<=\d)-(?=\d{1,2}[/.]\d)|(?<=\b\d{4})-(?=\d{4}\b|[a-z])/g, ' - ')
    .replace(new RegExp(`(?<=\\b${MONTHS})-(?=${MONTHS})`, 'g'), ' - ')
    .replace(new RegExp(`(?<=\\b\\d{1,2}(?:st|nd|rd|th)?)-(?=\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTHS})`, 'g'), ' - ')
    .replace(/\s+-\s*|\s*-\s+/g, ' - ')
    .trim();
}

/** "The last two years", "past few months", "the last year"; not "last year", which is a year of the calendar. */
function untilNow(said: string, today: string): Period | undefined {
  const counted =
    /\b(?:last|past|previous) (?:\w+ (?:or|to) )?(\w+)(?: of)? (year|yr|month|week|day|fortnight|decade)s?\b/.exec(
      said,
    );
  const single = /\b(?:the last|(?:the )?past) (year|month|week|fortnight|decade)\b|\blast (fortnight|decade)\b/.exec(
    said,
  );
  const count = single ? 1 : numberOf(counted?.[1] ?? '');
  const unit = single?.[1] ?? single?.[2] ?? counted?.[2];
  return unit === undefined || count === undefined ? undefined : { from: back(today, count, unit) };
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };
const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, year: 12, yr: 12, decade: 120 };

function back(today: string, count: number, unit: string): string {
  const days = DAYS[unit];
  return days === undefined ? addMonths(today, -count * (MONTHS_IN[unit] ?? 12)) : addDays(today, -count * days);
}

const DOUBLE_YEAR = /\b((?:19|20)\d\d) ?[/-] ?((?:19|20)?\d\d)\b(?![/-])/g;

/** "2020/21": a year that begins in one of the calendar and ends in the next; or several, from the first to the last. */
function doubleYear(said: string): Period | undefined {
  const years = [...said.matchAll(DOUBLE_YEAR)]
    .filter(([, first, second = '']) => Number(second.slice(-2)) === (Number(first) + 1) % 100)
    .map(([, first]) => Number(first));
  if (years.length === 0 || /\bwinter\b/.test(said)) return undefined;
  const [year, next] = [Math.min(...years), Math.max(...years) + 1];
  if (/\b(?:school|academic)\b/.test(said)) return { from: `${year}-09-01`, to: `${next}-08-31` };
  if (/\btax\b/.test(said) && !/\bcouncil\b/.test(said)) return { from: `${year}-04-06`, to: `${next}-04-05` };
  if (/\b(?:financial|council|tax)\b/.test(said)) return { from: `${year}-04-01`, to: `${next}-03-31` };
  return { from: `${year}-01-01`, to: `${next}-12-31` };
}

const RANGE = /^(.+?) ?(?:\b(to|and|until|till|through|thru|up (?:to|until|till))\b| - ) ?(.+)$/;
const NOW = /^(?:now|today|date|present|the present(?: day)?|this day|right now)\b/;

function range(said: string, today: string): Period | undefined {
  const beginning = /^\D*?\b(?:between|from|for)\b ?/.exec(said)?.[0] ?? '';
  const [, left = '', joint = '-', right = ''] = RANGE.exec(said.slice(beginning.length)) ?? [];
  if (!left) return undefined;
  const to = NOW.test(right) ? { first: today, last: today } : spanOf(right, today);
  const from = spanOf(withYearOf(right, left), today);
  if (!from || !to) {
    // "From when I moved in to 2020", "from 2019 to whenever"; but "letters to my son in 2020" is none.
    if (!/\bfrom\b/.test(beginning) || joint === 'and') return undefined;
    return from ? { from: from.first } : to && { to: to.last };
  }
  return inOrder(from, to, lacksYear(left));
}

const DAY = /^(?:the )?\d{1,2}(?:st|nd|rd|th)?$/;
const FROM_MONTH = new RegExp(`\\b${MONTHS}\\b.*$`);

/** "January to March 2021" is of 2021 at both ends, and "1st to 5th May" is of May. */
function withYearOf(right: string, left: string): string {
  const month = FROM_MONTH.exec(right)?.[0];
  if (month !== undefined && DAY.test(left)) return `${left} ${month}`;
  const year = yearIn(right);
  return year !== undefined && lacksYear(left) ? `${left} ${year}` : left;
}

/** @param movable the first has a month and no year of its own: "November to January" began in the year before. */
function inOrder(from: Span, to: Span, movable: boolean): Period {
  const moved = addMonths(from.first, -12);
  if (from.first <= to.last) return { from: from.first, to: to.last };
  return movable && moved <= to.last ? { from: moved, to: to.last } : { from: to.first, to: from.last };
}

function openEnded(said: string, today: string): Period | undefined {
  const after = spanAfter(/\b(?:after|later than)\b(.+)$/, said, today);
  if (after) return { from: addDays(after.last, 1) };
  const since =
    spanAfter(/\b(?:since|from|starting|beginning)\b(.+)$/, said, today) ??
    spanAfter(/^(.+?)\b(?:onwards?|on)$/, said, today);
  if (since) return { from: since.first };
  const before = spanAfter(/\b(?:before|earlier than)\b(.+)$/, said, today);
  if (before) return { to: addDays(before.first, -1) };
  const until = spanAfter(/\b(?:until|till|up to)\b(.+)$/, said, today);
  return until && { to: until.last };
}

function spanAfter(pattern: RegExp, said: string, today: string): Span | undefined {
  const found = pattern.exec(said)?.[1];
  return found === undefined ? undefined : spanOf(found.trim(), today);
}
