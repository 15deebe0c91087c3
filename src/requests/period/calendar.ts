/** Days and months with names, and years: "the 3rd of May", "March 5", "4, 6 and 9 February", "Mar ’24", "2019". */
import { WHICH, whichOf, type About, type Family, type Reading } from './item.js';
import { YEAR_IN_WORDS, yearInWords } from './numbers.js';
import { dayOf, monthOf, unitAt, yearIn, yearOf, type Span } from './span.js';
import { century } from './tidy.js';

/** A month's name, for a pattern. */
const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const SHORT_MONTHS = '(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const DAY = '(?:the )?\\d{1,2}(?:st|nd|rd|th)?';
const JOINT = ' ?(?:,|-|\\/|and|or|to|until|till|through) ?';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?';

const YEARLY = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNumber = (name: string): number => YEARLY.indexOf(name.slice(0, 3)) + 1;
const dayNumber = (said: string): number => Number(/\d+/.exec(said)?.[0]);

/** From the first to the last of some days that share a month; "28th to 3rd May" began in the month before. */
function days(said: readonly string[], month: string, inOrder: boolean): Reading {
  const numbers = said.map(dayNumber);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  const number = monthNumber(month);
  return {
    ...(numbers.length > 1 ? { closed: true } : {}),
    of: (year) => {
      if (inOrder && first > last) {
        const from = number === 1 ? dayOf(year - 1, 12, first) : dayOf(year, number - 1, first);
        const to = dayOf(year, number, last);
        return from && to && { first: from.first, last: to.last };
      }
      const from = dayOf(year, number, Math.min(...numbers));
      const to = dayOf(year, number, Math.max(...numbers));
      return from && to && { first: from.first, last: to.last };
    },
  };
}

function inYear({ of, ...reading }: Reading, year: number): Reading {
  const span = of?.(year);
  return span ? { ...reading, span } : { ...reading, impossible: true };
}

/** "3 May", "Thursday the 3rd of May", "5-mar-2020", "1 jan 20", "1st to 5th May", "4, 6 and 9 February". */
const dayAndMonth: Family = {
  pattern: new RegExp(
    `(?<![\\d/.:£])${WEEKDAY}\\b((?:${DAY}${JOINT}${WEEKDAY}){0,5}${DAY})(?:[ -]| ?of (?:the )?)?(${MONTHS})(?![a-z])(?: (\\d\\d)(?=$|[,.;)]| (?:to|until|till|and|-)))?`,
    'g',
  ),
  read: ([, list = '', month = '', year], { today }) => {
    const found = days(list.match(/\d+/g) ?? [], month, /\b(?:to|until|till|through)\b|-/.test(list));
    return year === undefined ? found : inYear(found, century(Number(year), today));
  },
};

/**
 * "March 5", "May 1st to 5th". A short name and two digits that may be a year are a month: "Mar 24" is March 2024, and
 * "from Jan 20 to Mar 21" more than a year. Days are mostly written before the month, and a month is the longer reading.
 */
const monthAndDay: Family = {
  pattern: new RegExp(
    `\\b(${MONTHS})(?: ?- ?|[ .]{1,2})(${DAY})(?![\\d:]|[./]\\d| ?(?:am|pm)\\b| (?:years?|months?|weeks?|days?)\\b)(?: ?(?:-|to|and|until|till) ?(${DAY})(?!\\d| ?(?:of )?(?:the )?${MONTHS}\\b))?`,
    'g',
  ),
  read: ([, month = '', day = '', until], { said, today }) => {
    const short = new RegExp(`\\b${SHORT_MONTHS}[ .-]{1,2}\\d\\d\\b(?! ?,? ?(?:19|20)\\d\\d)`).test(said);
    const year = century(dayNumber(day), today);
    const mayBeYear = /^\d\d$/.test(day) && until === undefined && year <= yearIn(today);
    if (mayBeYear && ((short && !/\bon\b/.test(said)) || dayNumber(day) > 31))
      return { span: monthOf(year, monthNumber(month)) };
    return days(until === undefined ? [day] : [day, until], month, true);
  },
};

/** "The 5th", "Saturday 11th", "the 5th of last month": of this month, or of the one before where it is still to come. */
const dayAlone: Family = {
  pattern:
    /\b(?:the|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: the)?) (\d{1,2})(?:st|nd|rd|th)\b(?: of (this|last|the) month)?(?= ?(?:$|[,.;)-]|to|and|until|till|onwards|at|about))/g,
  read: ([, day, month], { today }) => {
    const at = (by: number): Span | undefined => {
      const { first } = unitAt(today, by, 'month');
      return dayOf(yearIn(first), Number(first.slice(5, 7)), Number(day));
    };
    const now = at(0);
    const span = month === 'last' || now === undefined || now.first > today ? at(-1) : now;
    return span && { span };
  },
};

/** "Last March", "June". */
const month: Family = {
  pattern: new RegExp(`\\b${WHICH}(${MONTHS})(?![a-z]|-in\\b)`, 'g'),
  read: ({ index, 0: whole, 1: which, 2: name = '' }, { said }) => {
    if (name === 'may' && which === undefined && !isMay(said.slice(0, index), said.slice(index + whole.length)))
      return undefined;
    return {
      of: (year) => monthOf(year, monthNumber(name)),
      ...(which === undefined ? {} : { which: whichOf(which) }),
    };
  },
};

const BEFORE_MAY = new RegExp(
  `(?:^|\\b(?:in|since|from|until|till|to|of|by|before|after|between|during|about|early|mid|late|sent|dated|signed|${MONTHS} ?(?:,|-|/|and|or)) ?|[-/])$`,
);
const AFTER_MAY = new RegExp(
  `^(?:[.,;)]? ?(?:19|20)\\d\\d|[ .,;)]*$| ?(?:-|/|to|until|till|and|or|onwards|last year|this year))`,
);
const VERB_AFTER_MAY =
  /^ (?:have|be|not|well|need|only|also|i|you|u|we|he|she|they|it|the|a|an|my|your|our|his|her|their|any|this|one|people|residents?)\b/;

/** The month, and not "I may have" or "may the council". */
function isMay(before: string, after: string): boolean {
  return !VERB_AFTER_MAY.test(after) && (AFTER_MAY.test(after) || (before !== '' && BEFORE_MAY.test(before)));
}

/** "2019", "c. 2019", "2016ish"; not an amount of money, a house or a part of a longer number. */
const year: Family = {
  pattern:
    /(?:\bc\.? ?)?(?<![\d£$#]|\d[,.]|(?<!\b(?:19|20)\d\d)\/|\b(?:(?<!council )flat|no|no\.|number|room|unit) )\b((?:19|20)\d\d)(?:ish)?\b(?!\.\d|\/(?!(?:19|20)\d\d\b)\d|,\d{3}\b|%)/g,
  read: ([, digits]) => ({ span: yearOf(Number(digits)), year: Number(digits) }),
};

/** "94 to 03", "since 98": from 32 on they can be no days. Not "aged 45", "number 98" or "98 pages". */
const twoDigits: Family = {
  pattern:
    /(?<![\d£$#/.:,-] ?|\b(?:age|aged|no|no\.|number|flat|was|turned|is|am) )\b(?:(since|from|in|before|after|until|till|to|about) )?([3-9]\d)(?: ?(?:-|to|until|till|and|or) ?(\d\d))?(?=$|[,.;)?! ]*$| (?:to|until|till|or|and|when|onwards)\b|[,.;)]| -)/g,
  read: ([, before, first, second], about) => twoDigitYears(before, first, second, about),
};

function twoDigitYears(before = '', first = '', second: string | undefined, { today }: About): Reading | undefined {
  if (Number(first) < 32 || (before === '' && second === undefined)) return undefined;
  const [from, to] = [first, second ?? first].map((digits) => yearOf(century(Number(digits), today)));
  return from && to && from.first <= to.first
    ? { span: { first: from.first, last: to.last }, ...(second === undefined ? {} : { closed: true }) }
    : undefined;
}

const yearSpelt: Family = {
  pattern: new RegExp(YEAR_IN_WORDS, 'g'),
  read: (match) => {
    const number = yearInWords(match);
    return number === undefined ? undefined : { span: yearOf(number), year: number };
  },
};

export const DAYS_OF_MONTHS = [dayAndMonth, monthAndDay, dayAlone];
export const MONTHS_AND_YEARS = [month, yearSpelt, year, twoDigits];
