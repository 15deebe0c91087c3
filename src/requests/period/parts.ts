/**
 * What stands around a date and makes another of it: "early 2020", "the end of March", "the first three months of 2021",
 * "the six months before June", "2019 for two years".
 *
 * Early and late are halves, mid the middle half, the start and the end a quarter each; of a month they are its days 1 to
 * 15, 8 to 23, and 16 to the last. That is generous, as where a reading may be longer or shorter.
 */
import { addDays, addMonths } from '../dates.js';
import { COUNT, numberOf } from './numbers.js';
import { monthsIn, move, weekOf, type Span, type Unit } from './span.js';

/** What the words before and after a date make of it, and where those before begin. */
export interface Change {
  readonly change: (span: Span) => Span;
  /** How many characters before or after the date belong to it. */
  readonly length: number;
  /** A part without a sharp beginning and end; or a stretch that names both its ends. */
  readonly gives?: 'part' | 'closed';
}

/** Years and months that anybody counts: more leads out of the calendar. */
const MOST = 150;

const FRACTIONS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  early: [0, 1 / 2],
  earlier: [0, 1 / 2],
  'first half': [0, 1 / 2],
  'first part': [0, 1 / 2],
  mid: [1 / 4, 3 / 4],
  middle: [1 / 4, 3 / 4],
  late: [1 / 2, 1],
  later: [1 / 2, 1],
  'second half': [1 / 2, 1],
  'latter half': [1 / 2, 1],
  'latter part': [1 / 2, 1],
  'last half': [1 / 2, 1],
  start: [0, 1 / 4],
  beginning: [0, 1 / 4],
  'very start': [0, 1 / 4],
  end: [3 / 4, 1],
  'back end': [3 / 4, 1],
  'tail end': [3 / 4, 1],
};
const FRACTION = Object.keys(FRACTIONS).join('|');
const PART = new RegExp(
  `\\b(?:the )?(${FRACTION})(?:(?: to |-to-| or |/| and )(early|mid|middle|late|end))?(?:-| (?:on )?(?:(?:in|of) )?(?:the )?)(?:year |month |week )?(?:of )?$`,
);

function fraction({ first, last }: Span, from: number, to: number): Span {
  const months = monthsIn({ first, last });
  // Days of a month; what is shorter has no parts worth telling.
  if (months === 1) {
    if (first === last || last.slice(8) < '28') return { first, last };
    const month = first.slice(0, 8);
    return {
      first: from >= 1 / 2 ? `${month}16` : from > 0 ? `${month}08` : first,
      last: to >= 1 ? last : to > 1 / 2 ? `${month}23` : `${month}15`,
    };
  }
  return {
    first: addMonths(first, Math.floor(months * from)),
    last: addDays(addMonths(first, Math.ceil(months * to)), -1),
  };
}

const ORDER: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  second: 1,
  '2nd': 1,
  third: 2,
  '3rd': 2,
  fourth: 3,
  '4th': 3,
};
const SOME = new RegExp(
  `\\b(?:the )?(?:(${Object.keys(ORDER).join('|')})|(?:very )?(?:last|final)) (?:(${COUNT}) )?(day|week|fortnight|month|year)s? (?:of|in) (?:the )?(?:year |month )?$`,
);

/** "The first three months of", "the last week of", "the second week of". */
function some([said, order, count, unit]: RegExpExecArray): Change | undefined {
  const many = count === undefined ? 1 : numberOf(count);
  if (many === undefined || many > MOST) return undefined;
  const change = ({ first, last }: Span): Span => {
    if (order === undefined) return { first: move(addDays(last, 1), -many, unit as Unit), last };
    const from = move(first, (ORDER[order] ?? 0) * many, unit as Unit);
    return { first: from, last: addDays(move(from, many, unit as Unit), -1) };
  };
  return { change, length: said.length };
}

const BESIDE = new RegExp(
  `\\b(?:the )?(?:last |past |whole )?(?:(${COUNT}) )?(day|week|fortnight|month|year)s? (of|(?:leading )?(?:up )?to|before|prior to|until|till|ending|ended|after|following|from|starting|beginning|commencing)(?: (?:in|on|the|about|and including)){0,3} ?$|\\bw\\/?c (?:the )?$`,
);

/** "The six months before", "the year to", "two years from", "the week of", "w/c". */
function countedFrom([said, count, unit = 'week', word = 'commencing']: RegExpExecArray): Change | undefined {
  const many = count === undefined ? 1 : numberOf(count);
  // "The month of March" and "year from" say nothing more.
  if (many === undefined || many > MOST || (count === undefined && unit !== 'week' && /of|from/.test(word)))
    return undefined;
  if (word === 'of' && count !== undefined) return undefined;
  const change = ({ first, last }: Span): Span => {
    if (word === 'of') return weekOf(first);
    if (/before|prior/.test(word)) return { first: move(first, -many, unit as Unit), last: addDays(first, -1) };
    if (/after|following/.test(word)) return { first: addDays(last, 1), last: move(last, many, unit as Unit) };
    if (/from|starting|beginning|commencing/.test(word))
      return { first, last: addDays(move(first, many, unit as Unit), -1) };
    return { first: move(addDays(last, 1), -many, unit as Unit), last };
  };
  return { change, length: said.length, gives: 'closed' };
}

/** @param before the text up to a date. */
export function changeBefore(before: string): Change | undefined {
  const near = before.slice(-60);
  const count = SOME.exec(near);
  if (count) return some(count);
  const beside = BESIDE.exec(near);
  if (beside) return countedFrom(beside);
  const part = PART.exec(near);
  if (!part) return undefined;
  const [, from = '', to] = part;
  const [begin, end] = [FRACTIONS[from]?.[0] ?? 0, FRACTIONS[to ?? from]?.[1] ?? 1];
  return { change: (span) => fraction(span, begin, end), length: part[0].length, gives: 'part' };
}

const LASTING = new RegExp(`^ for (?:the next |about |another )?(${COUNT}) (day|week|fortnight|month|year)s?\\b`);

/** "2019 for two years": counted from its beginning, if that is longer than what it says alone. */
export function changeAfter(after: string): Change | undefined {
  const [said = '', count = '', unit] = LASTING.exec(after) ?? [];
  const many = numberOf(count);
  if (many === undefined || many > MOST) return undefined;
  const change = ({ first, last }: Span): Span => {
    const until = addDays(move(first, many, unit as Unit), -1);
    return { first, last: until > last ? until : last };
  };
  return { change, length: said.length, gives: 'closed' };
}
