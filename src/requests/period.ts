/**
 * A period of time as people write it: "2019 to 2021", "since March 2020", "the last two years", "5/3/24 - 9/4/24".
 * Dates are read as in the United Kingdom, day first. What cannot be read is no fault: the words themselves go along.
 */
import Recognizers from '@microsoft/recognizers-text-suite';
import { z } from 'zod';

export interface Period {
  /** First and last day, yyyy-mm-dd; without `to` it runs on. */
  readonly from?: string;
  readonly to?: string;
}

/** A recogniser's cost grows with the square of its input: 20,000 digits block the process for seconds. */
const MOST_CHARACTERS = 120;

const iso = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
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

interface Span {
  readonly first: string;
  readonly last: string;
}

/** @returns undefined where no date is understood. */
export function readPeriod(text: string, today: string): Period | undefined {
  const said = text.slice(0, MOST_CHARACTERS).toLowerCase().replace(/[–—]/g, '-').replace(/[’']/g, "'").trim();
  const lastYears = /\b(?:last|past|previous) (\w+) (year|yr|month|week)s?\b/.exec(said);
  const count = lastYears ? numberOf(lastYears[1] ?? '') : undefined;
  if (lastYears && count !== undefined)
    return { from: shift(today, (lastYears[2] ?? 'year').replace('yr', 'year'), -count) };

  const range =
    /^(?:between|from|for)?\s*(.+?)\s*(?:\bto\b|\band\b|\buntil\b|\btill\b|\bup to\b| - |(?<=\b\d{4})-(?=\d{4}\b))\s*(.+)$/.exec(
      said.replace(/^\D*\b(?:between|from)\b/, ''),
    );
  if (range) {
    const from = spanOf(range[1] ?? '', today);
    const open = /^(?:now|today|date|present|the present(?: day)?|this day|right now)\b/.test(range[2] ?? '');
    const to = open ? { first: today, last: today } : spanOf(range[2] ?? '', today);
    if (from && to && from.first <= to.last) return { from: from.first, to: to.last };
  }
  const since =
    /\b(?:since|from|after|onwards? from|starting)\b(.+)$/.exec(said) ?? /^(.+?)\b(?:onwards?|on)$/.exec(said);
  if (since) {
    const span = spanOf(since[1] ?? '', today);
    if (span) return { from: span.first };
  }
  const before = /\b(?:before|until|till|up to)\b(.+)$/.exec(said);
  if (before) {
    const span = spanOf(before[1] ?? '', today);
    if (span) return { to: span.last };
  }
  const span = spanOf(said, today);
  return span ? { from: span.first, to: span.last } : undefined;
}

/** First and last day of one date or stretch of time: "2019", "march 2020", "5/3/24", "last year". */
function spanOf(text: string, today: string): Span | undefined {
  const year = /^\D*\b((?:19|20)\d\d)\b\D*$/.exec(text);
  if (year && !MONTH.test(text) && !SEASON.test(text))
    return { first: `${year[1] ?? ''}-01-01`, last: `${year[1] ?? ''}-12-31` };
  const spans = recognise(text, today);
  const past = spans.filter(({ first }) => first <= today);
  // "March" may be this year's or last year's: people ask for what is over.
  return past.at(-1) ?? spans[0];
}

const MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/;
const SEASON = /\b(?:spring|summer|autumn|winter|christmas|easter)\b/;

function recognise(text: string, today: string): Span[] {
  const season = /\b(spring|summer|autumn|winter)\b\D*((?:19|20)\d\d)/.exec(text);
  if (season) return [seasonOf(season[1] ?? '', Number(season[2]))];
  const reference = new Date(`${today}T12:00:00`);
  return Recognizers.recognizeDateTime(text, 'en-gb', undefined, reference)
    .flatMap(({ resolution }) => resolutionSchema.safeParse(resolution).data?.values ?? [])
    .flatMap(({ type, value, start, end }): Span[] => {
      if (type === 'date' && iso.safeParse(value).success) return [{ first: value ?? '', last: value ?? '' }];
      // The recogniser's ranges end on the day after their last.
      if (type === 'daterange' && iso.safeParse(start).success && iso.safeParse(end).success) {
        return [{ first: start ?? '', last: shift(end ?? '', 'day', -1) }];
      }
      return [];
    });
}

/** Three whole months each, as the Met Office counts; winter runs into the next year. */
function seasonOf(season: string, year: number): Span {
  const firstMonth = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season] ?? 3;
  const first = `${year}-${String(firstMonth).padStart(2, '0')}-01`;
  return { first, last: shift(shift(first, 'month', 3), 'day', -1) };
}

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
  twelve: 12,
};

function numberOf(word: string): number | undefined {
  return NUMBERS[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined);
}

function shift(date: string, unit: string, by: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (unit === 'day' || unit === 'week')
    return isoOf(new Date(Date.UTC(year, month - 1, day + by * (unit === 'week' ? 7 : 1))));
  const months = by * (unit === 'year' ? 12 : 1);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoOf(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))));
}

const isoOf = (date: Date): string => date.toISOString().slice(0, 10);
