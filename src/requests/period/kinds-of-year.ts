/**
 * Years that begin in one year of the calendar and end in the next: "2020/21", "the school year 2019-20", "last tax year".
 *
 * A school or academic year is taken from 1 September to 31 August, a tax year from 6 April to 5 April, and a financial
 * or council tax year from 1 April to 31 March. Where nobody says which, it is both years of the calendar.
 */
import { addDays, addMonths } from '../dates.js';
import type { About, Family, Reading } from './item.js';
import { COUNT, numberOf } from './numbers.js';
import { monthOf, yearIn, yearOf, type Span } from './span.js';
import { century } from './tidy.js';

const KINDS = '(?:school|academic|uni(?:versity)?|council tax|tax|financial|fin|fiscal)';
const KIND = `(${KINDS})`;
/** Before a year's figures, for a pattern: it belongs to them. */
const WITH_KIND = `(?:\\b${KINDS} years? (?:of |for )?)?`;
type Kind = 'school' | 'tax' | 'financial';

function kindOf(word: string): Kind {
  if (word === 'tax') return 'tax';
  return /^(?:school|academic|uni)/.test(word) ? 'school' : 'financial';
}

/** Only where the text says "year" or "term": "at school 2010 to 2014" and a "council flat" tell nothing of years. */
function kindIn(text: string): Kind | undefined {
  const word = new RegExp(`\\b${KIND} years?\\b`).exec(text)?.[1];
  if (word !== undefined) return kindOf(word);
  if (/\bfy(?![a-z])/.test(text)) return 'financial';
  return /\bterm\b/.test(text) ? 'school' : undefined;
}

const BEGINNINGS: Readonly<Record<Kind, string>> = { school: '09-01', tax: '04-06', financial: '04-01' };

/** @param year in which it begins. */
function kindOfYear(kind: Kind, year: number, years = 1): Span {
  const first = `${year}-${BEGINNINGS[kind]}`;
  return { first, last: addDays(addMonths(first, 12 * years), -1) };
}

/** The one that has begun last. */
function current(kind: Kind, today: string): number {
  return today.slice(5) < BEGINNINGS[kind] ? yearIn(today) - 1 : yearIn(today);
}

/** "This tax year", "the last financial year", "start of the school year", "the tax year before last". */
const named: Family = {
  pattern: new RegExp(
    `\\b(?:(last|this|the current|current|previous|the past) |of (?:the )?|(the) (?=\\w+ year before))${KIND} year\\b(?! ?(?:of |starting |beginning |ending |ended |to )?(?:in )?(?:the )?(?:(?:19|20)\\d\\d|~))(?: (before last))?`,
    'g',
  ),
  read: ([, which, , word = '', beforeLast], { today }) => {
    const kind = kindOf(word);
    const back = beforeLast ? 2 : which && /last|previous|past/.test(which) ? 1 : 0;
    return { span: kindOfYear(kind, current(kind, today) - back) };
  },
};

/** "The last two school years": those that are over, and what has begun since. */
const counted: Family = {
  pattern: new RegExp(`\\b(?:last|past|previous) (${COUNT}) ${KIND} years\\b`, 'g'),
  read: ([, count = '', word = ''], { today }) => {
    const [kind, many] = [kindOf(word), numberOf(count)];
    if (many === undefined) return undefined;
    return { span: kindOfYear(kind, current(kind, today) - many, many), open: true };
  },
};

/** "School year 2019", "tax year starting in 2019", "the 2019 tax year", "financial year ending 2021". */
const ofYear: Family = {
  pattern: new RegExp(
    `\\b${KIND} years?(?: (?:of|starting|beginning|commencing|from|in)){0,2} ((?:19|20)\\d\\d)\\b(?! ?[-/] ?\\d|(?: to| and| or) (?:19|20)\\d\\d)|\\b${KIND} year (?:ending|ended|to)(?: in)?(?: \\d{0,2} ?(?:march|april|august|july))? ((?:19|20)\\d\\d)\\b|\\b((?:19|20)\\d\\d) ${KIND} year\\b`,
    'g',
  ),
  read: ([, kindA, from, kindB, to, before, kindC]) => {
    const kind = kindOf(kindA ?? kindB ?? kindC ?? '');
    return { span: kindOfYear(kind, to === undefined ? Number(from ?? before) : Number(to) - 1) };
  },
};

/** "2020/21", "2020-2021", "2015-19", "2018 or 19", "2020, 21 and 22", "2020-03" (a month): the longer where it may be two of them. */
const twoYears: Family = {
  pattern: new RegExp(
    `${WITH_KIND}(?<![\\d£/.-])((?:19|20)\\d\\d)(?:, ?\\d\\d){0,5}( ?[-/] ?| (?:to|or|and|until|till) )((?:19|20)\\d\\d|\\d\\d?)(?![\\d%]|[/.-]\\d|(?:st|nd|rd|th)\\b| ?(?:years?|months?|weeks?|days?|pm|am|(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))`,
    'g',
  ),
  read: ([, first = '', joint = '', second = ''], { said }) => {
    const from = Number(first);
    const kind = kindIn(said);
    const to = laterYear(from, second);
    const together = kind !== undefined || /\bwinter\b/.test(said);
    // Two years in full are two dates, unless a word makes them one.
    if (second.length === 4 && !together) return undefined;
    if (to === from + 1 && (together || /[-/]/.test(joint))) return doubleYear(from, kind, said);
    if (to > from && to - from <= 60 && (second.length > 1 || to === from + 1)) return severalYears(from, to, kind);
    const month = Number(second);
    const isMonth = /^[-/]$/.test(joint) && second.length === 2 && month >= 1 && month <= 12;
    return isMonth ? { span: monthOf(from, month) } : undefined;
  },
};

/** 2015 and "19" is 2019, 1998 and "03" is 2003, 2018 and "9" is 2019. */
function laterYear(from: number, second: string): number {
  if (second.length === 4) return Number(second);
  const size = 10 ** second.length;
  const to = from - (from % size) + Number(second);
  return to > from || from >= 2000 ? to : to + size;
}

function doubleYear(year: number, kind: Kind | undefined, said: string): Reading {
  // The winter of 2020/21 began in the first; so did its autumn term, but not the spring term.
  if (/\b(?:spring|summer) term\b/.test(said)) return { span: yearOf(year + 1), year: year + 1 };
  if (/\b(?:winter|christmas|autumn term)\b/.test(said)) return { span: yearOf(year), year };
  return { span: kind ? kindOfYear(kind, year) : yearOf(year, 2) };
}

function severalYears(from: number, to: number, kind: Kind | undefined): Reading {
  const span = kind
    ? { first: kindOfYear(kind, from).first, last: kindOfYear(kind, to).last }
    : yearOf(from, to - from + 1);
  return { span, closed: true };
}

/** "20/21", "tax year 19/20", "FY21/22". */
const inFourFigures: Family = {
  pattern: new RegExp(`${WITH_KIND}(?<![\\d£/.-])(?:fy ?)?(\\d\\d) ?[-/] ?(\\d\\d)(?![\\d/%]|[.-]\\d)`, 'g'),
  read: ([, first, second], about) => fourFigures(Number(first), Number(second), about),
};

function fourFigures(first: number, second: number, { said, today }: About): Reading | undefined {
  const kind = kindIn(said);
  // Without a word for it, "11/12" is a day.
  if (second !== (first + 1) % 100 || (!kind && second <= 12)) return undefined;
  const year = century(first, today);
  return year <= yearIn(today) ? doubleYear(year, kind, said) : undefined;
}

export const KINDS_OF_YEAR: readonly Family[] = [twoYears, inFourFigures, counted, named, ofYear];
