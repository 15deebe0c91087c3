/** Easter, Christmas and bank holidays in England, in any year. */
import { addDays, weekdayOf } from '../dates.js';
import { WHICH, whichOf, type Family } from './item.js';
import { dayOf, type Span } from './span.js';

type OfYear = (year: number) => Span | undefined;

/** Easter Sunday of the Western churches, by the Gregorian computus (Butcher's algorithm). */
export function easter(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1)?.first ?? `${year}-04-01`;
}

const day = (date: string): Span => ({ first: date, last: date });
const fromEaster =
  (first: number, last = first): OfYear =>
  (year) => ({ first: addDays(easter(year), first), last: addDays(easter(year), last) });
const fixed =
  (month: number, date: number): OfYear =>
  (year) =>
    dayOf(year, month, date);

/** The first Monday on or after a date. */
function mondayFrom(date: string): string {
  return weekdayOf(date) === 'Monday' ? date : mondayFrom(addDays(date, 1));
}
const earlyMay = (year: number): string => mondayFrom(`${year}-05-01`);
const lateMay = (year: number): string => mondayFrom(`${year}-05-25`);

/** From Christmas Eve to New Year's Day. */
const christmasTime: OfYear = (year) => ({ first: `${year}-12-24`, last: `${year + 1}-01-01` });
const BREAK = '(?:holidays?|break|period|week|time)';

/** The first pattern that fits a whole name gives its days: longer names stand before shorter ones. */
const NAMES: readonly (readonly [name: string, of: OfYear])[] = [
  [
    `christmas(?: day)? (?:and|to|until|till|through|-) (?:the )?new years?(?: day)?|(?:over|during|about) christmas|christmas ${BREAK}`,
    christmasTime,
  ],
  ['christmas eve', fixed(12, 24)],
  ['christmas(?: day)?', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ["new year'?s eve|nye", fixed(12, 31)],
  ["new year(?:'?s)?(?: day)?", fixed(1, 1)],
  ["valentines? day|valentine's day", fixed(2, 14)],
  ['halloween', fixed(10, 31)],
  ['bonfire night|guy fawkes(?: night)?', fixed(11, 5)],
  ['good friday', fromEaster(-2)],
  ['easter monday', fromEaster(1)],
  [`easter (?:weekend|bank holidays?)|(?:over|during|about) easter`, fromEaster(-2, 1)],
  ['easter(?: sunday)?', fromEaster(0)],
  // The Mondays that they fall on by rule; kings and jubilees have moved one or two.
  ['may day(?: bank holiday)?|early may bank holiday', (year) => day(earlyMay(year))],
  ['(?:late may|spring|whitsun) bank holiday', (year) => day(lateMay(year))],
  ['may bank holidays?', (year) => ({ first: earlyMay(year), last: lateMay(year) })],
  ['(?:august|summer) bank holiday', (year) => day(mondayFrom(`${year}-08-25`))],
];

export const HOLIDAYS: readonly Family[] = [
  {
    // "After Christmas shopping" and an Easter egg are no dates.
    pattern: new RegExp(
      `\\b${WHICH}(?:the )?(${NAMES.map(([name]) => name).join('|')})\\b(?! (?:cards?|eggs?|hamper|lights|fair|bonus|tree|dinner|party|shopping|presents?))`,
      'g',
    ),
    read: ([, which, name = '']) => {
      const of = NAMES.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(name))?.[1];
      return of && { of, ...(which === undefined ? {} : { which: whichOf(which) }) };
    },
  },
];
