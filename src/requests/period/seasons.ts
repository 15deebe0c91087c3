/**
 * Parts of a year and groups of years that have names.
 *
 * Seasons are three whole months each, as the Met Office counts; winter runs into the next year. School terms in England
 * differ from place to place and the spring term ends at Easter, which moves: they are taken long, September to December,
 * January to April, and April to July. Quarters and halves are those of the calendar.
 */
import { COUNT, numberOf } from './numbers.js';
import { WHICH, whichOf, type Family, type Reading } from './item.js';
import { monthOf, unitAt, yearIn, yearOf, type Span } from './span.js';

const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
const TERMS: Readonly<Record<string, readonly [month: number, months: number]>> = {
  spring: [1, 4],
  summer: [4, 4],
  autumn: [9, 4],
};

const which = (word: string | undefined): Reading => (word === undefined ? {} : { which: whichOf(word) });

const term: Family = {
  pattern: new RegExp(`\\b${WHICH}(autumn|spring|summer) term\\b`, 'g'),
  read: ([, said, name = '']) => {
    const [month = 1, months] = TERMS[name] ?? [];
    return { of: (year) => monthOf(year, month, months), ...which(said) };
  },
};

const season: Family = {
  // Not a payment, a fair or the like, unless the year is said.
  pattern: new RegExp(
    `\\b${WHICH}(?:(spring|summer|autumn|winter))\\b(?!s\\b|-?time\\b| (?:fuel|gritting|coats?|clean\\w*|bank)\\b)`,
    'g',
  ),
  read: ([, said, name = '']) => ({ of: (year) => monthOf(year, SEASONS[name] ?? 1, 3), ...which(said) }),
};

/** "The last two summers". */
const seasons: Family = {
  pattern: new RegExp(`\\b(?:last|past) (${COUNT}) (spring|summer|autumn|winter)s\\b`, 'g'),
  read: ([, count = '', name = ''], { today }) => {
    const of = (year: number): Span => monthOf(year, SEASONS[name] ?? 1, 3);
    const last = [0, 1, 2].map((by) => of(yearIn(today) - by)).find((span) => span.last < today);
    const many = numberOf(count);
    return last && many ? { span: { first: of(yearIn(last.first) - many + 1).first, last: last.last } } : undefined;
  },
};

const ORDER = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';
const orderOf = (word: string): number => ['1', '2', '3', '4'].indexOf(word.charAt(0)) + 1 || (NAMES[word] ?? 4);
const NAMES: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };

/** "Q3 2021", "the third quarter of 2021", "H1 2020"; "last quarter" is the one before this. */
const quarter: Family = {
  pattern: new RegExp(
    `\\bq([1-4])\\b|\\b${ORDER} quarter(?= of| (?:19|20)\\d\\d)|\\bh([12])\\b|\\b(last|this) quarter\\b`,
    'g',
  ),
  read: ([, digit, word, half, relative], { today }) => {
    if (half !== undefined) return { of: (year) => monthOf(year, half === '1' ? 1 : 7, 6) };
    if (relative !== undefined) {
      const { first } = unitAt(today, relative === 'last' ? -3 : 0, 'month');
      const month = Number(first.slice(5, 7));
      return { span: monthOf(yearIn(first), month - ((month - 1) % 3), 3) };
    }
    const number = digit === undefined ? orderOf(word ?? '') : Number(digit);
    return { of: (year) => monthOf(year, 3 * number - 2, 3) };
  },
};

const DECADES: Readonly<Record<string, number>> = {
  twenties: 1920,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
  noughties: 2000,
  naughties: 2000,
};

/** "The 1990s", "the 90s", "the nineties"; not "in my fifties", which is an age. */
const decade: Family = {
  pattern: new RegExp(
    `(?<!\\b(?:over|under)[- ]|\\b(?:my|his|her|their|our|your|(?:mid|early|late)[ -](?:to[ -]late[ -])?(?:my|his|her|their)) (?:(?:early|mid|late)[ -])?)\\b(?:((?:19|20)\\d0|[3-9]0|00)'?s|(${Object.keys(DECADES).join('|')}))\\b`,
    'g',
  ),
  read: ([, digits, word = '']) => {
    const year = digits === undefined ? DECADES[word] : digits.length === 4 ? Number(digits) : centuryOf(digits);
    return year === undefined ? undefined : { span: yearOf(year, 10) };
  },
};

const centuryOf = (digits: string): number => (digits === '00' ? 2000 : 1900 + Number(digits));

export const SEASONS_AND_TERMS: readonly Family[] = [term, seasons, season, quarter, decade];
