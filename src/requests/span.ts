/** One date or stretch of time as people write it: "2019", "March 2020", "5/3/24", "last year", "the nineties". */
import { createRequire } from 'node:module';
import type Recognizers from '@microsoft/recognizers-text-suite';
import { z } from 'zod';
import { addDays, addMonths, weekdayOf, type Weekday } from './dates.js';

const load = createRequire(import.meta.url);

/** Loaded at the first date, not at start-up: it takes a tenth of a second. */
function recogniser(): typeof Recognizers {
  return load('@microsoft/recognizers-text-suite') as typeof Recognizers;
}

/** First and last day, yyyy-mm-dd. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** A month's name, for a pattern. */
export const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH = new RegExp(`\\b${MONTHS}\\b`);
const NAMED = /\b(?:christmas|easter|new year|q[1-4]|(?:first|second|third|fourth) quarter)\b/;
const YEARS = /\b(?:19|20)\d\d(?=ish\b|\b)/g;

/** The year of the calendar that a text names, the last where there are several. */
export const yearIn = (text: string): string | undefined => text.match(YEARS)?.at(-1);

/** Whether a text names a part of a year, but not which year. */
export const lacksYear = (text: string): boolean =>
  (MONTH.test(text) || NAMED.test(text)) && yearIn(text) === undefined && !/\blast\b/.test(text);

/** @param text small letters. @param today yyyy-mm-dd. @returns undefined where no date is understood. */
export function spanOf(text: string, today: string): Span | undefined {
  return seasonIn(text, today) ?? decadeIn(text) ?? agoIn(text, today) ?? yearsIn(text) ?? recognised(text, today);
}

/** Years and nothing nearer: "2015, 2017" is all from the first to the last. */
function yearsIn(text: string): Span | undefined {
  if (MONTH.test(text) || NAMED.test(text) || /\d[/.-]\d|\bweek\b/.test(text)) return undefined;
  const years = (text.match(YEARS) ?? []).sort();
  const [first] = years;
  return first === undefined ? undefined : { first: `${first}-01-01`, last: `${years.at(-1) ?? first}-12-31` };
}

/** Three whole months each, as the Met Office counts; winter runs into the next year. */
function seasonIn(text: string, today: string): Span | undefined {
  const name = /\b(spring|summer|autumn|winter)\b/.exec(text)?.[1];
  if (name === undefined) return undefined;
  const month = { spring: '03', summer: '06', autumn: '09' }[name] ?? '12';
  const of = (year: number): Span => {
    const first = `${year}-${month}-01`;
    return { first, last: addDays(addMonths(first, 3), -1) };
  };
  const thisYear = Number(today.slice(0, 4));
  const named = /\b(?:19|20)\d\d\b/.exec(text)?.[0];
  if (named !== undefined) return of(Number(named));
  if (/\blast year\b/.test(text)) return of(thisYear - 1);
  // People ask for what is over: without a year, the one that began last; the "last" one has ended.
  const past = [thisYear, thisYear - 1, thisYear - 2].map(of);
  return past.find(({ first, last }) => (/\blast\b/.test(text) ? last : first) < today);
}

const DECADES: Readonly<Record<string, number>> = {
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
  noughties: 2000,
};

/** "The 1990s", "the 90s", "the nineties". */
function decadeIn(text: string): Span | undefined {
  const [, digits, word = ''] =
    new RegExp(`\\b((?:19|20)\\d0|[5-9]0)'?s\\b|\\b(${Object.keys(DECADES).join('|')})\\b`).exec(text) ?? [];
  const year = digits === undefined ? DECADES[word] : digits.length === 4 ? Number(digits) : 1900 + Number(digits);
  return year === undefined ? undefined : { first: `${year}-01-01`, last: `${year + 9}-12-31` };
}

/** "Two years ago" is somewhere in that year; "five or six years ago" in either. */
function agoIn(text: string, today: string): Span | undefined {
  const [, one = '', other, unit = ''] =
    /\b(\w+)(?: (?:or|to|and|-) (\w+))? (year|month|week|day)s? ago\b/.exec(text) ?? [];
  const near = numberOf(one);
  const far = other === undefined ? near : numberOf(other);
  if (near === undefined || far === undefined) return undefined;
  return {
    first: unitAt(today, unit, -Math.max(near, far)).first,
    last: unitAt(today, unit, -Math.min(near, far)).last,
  };
}

const WEEK: readonly Weekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The calendar's year, month, week or day so many before or after today's. */
function unitAt(today: string, unit: string, by: number): Span {
  if (unit === 'day') return { first: addDays(today, by), last: addDays(today, by) };
  if (unit === 'week') {
    const monday = addDays(today, by * 7 - WEEK.indexOf(weekdayOf(today)));
    return { first: monday, last: addDays(monday, 6) };
  }
  const moved = addMonths(today, by * (unit === 'year' ? 12 : 1));
  const first = unit === 'year' ? `${moved.slice(0, 4)}-01-01` : `${moved.slice(0, 7)}-01`;
  return { first, last: addDays(addMonths(first, unit === 'year' ? 12 : 1), -1) };
}

const iso = z.iso.date();
const resolutionSchema = z.object({
  values: z.array(
    z.object({
      type: z.string(),
      value: z.string().optional(),
      start: z.string().optional(),
      end: z.string().optional(),
    }),
  ),
});

/** From the beginning of the first to the end of the last date that the recogniser finds. */
function recognised(text: string, today: string): Span | undefined {
  // It takes "last March" in November for that of the year before.
  const over = new RegExp(`\\b(?:last|this past) (?=${MONTHS}\\b)`);
  const reference = new Date(`${today}T12:00:00`);
  const years = new Set(text.match(YEARS));
  const spans = recogniser()
    .recognizeDateTime(text.replace(over, ''), 'en-gb', undefined, reference)
    .flatMap(({ text: part, resolution }) => {
      const span = pastOf(resolution, over.test(text), today);
      // "3 May and 5 June 2021", which it takes apart, are both of 2021.
      return span && years.size === 1 && MONTH.test(part) ? inYear(span, Number([...years][0])) : (span ?? []);
    });
  const [first] = spans.map((span) => span.first).sort();
  const last = spans
    .map((span) => span.last)
    .sort()
    .at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function inYear({ first, last }: Span, year: number): Span {
  const months = 12 * (year - Number(first.slice(0, 4)));
  return { first: addMonths(first, months), last: addMonths(last, months) };
}

/** "March" may be this year's or last year's: people ask for what is over. @param ended it must have ended. */
function pastOf(resolution: unknown, ended: boolean, today: string): Span | undefined {
  const spans = (resolutionSchema.safeParse(resolution).data?.values ?? []).flatMap(
    ({ type, value, start, end }): Span[] => {
      if (type === 'date' && isDay(value)) return [{ first: value, last: value }];
      // The recogniser's ranges end on the day after their last.
      return type === 'daterange' && isDay(start) && isDay(end) ? [{ first: start, last: addDays(end, -1) }] : [];
    },
  );
  return spans.filter(({ first, last }) => (ended ? last : first) <= today).at(-1) ?? spans[0];
}

/** Of a year that anybody alive may ask about: others are slips of the finger. */
const isDay = (text: string | undefined): text is string =>
  iso.safeParse(text).success && /^(?:19|20)/.test(text ?? '');

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
};

/** Of a number in a word or at most three digits. */
export function numberOf(word: string): number | undefined {
  return NUMBERS[word] ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined);
}
