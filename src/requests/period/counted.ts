/** Stretches that are counted from today: "two years ago", "the last six months", "the week before last", "last year". */
import { addDays } from '../dates.js';
import type { Family, Reading } from './item.js';
import { COUNT, numberOf } from './numbers.js';
import { recognised } from './recognised.js';
import { move, unitAt, yearIn, yearOf, type Span, type Unit } from './span.js';

/** Between two counts; a hyphen between words makes one of them: "twenty-five". */
const OR = '(?: (?:or|to|and) | ?- ?(?=\\d))';
const UNIT = '(year|month|week|fortnight|decade|day)';

/** "Two years ago" is somewhere in that year of the calendar; "five or six years ago" in either. */
const ago: Family = {
  pattern: new RegExp(
    `\\b(${COUNT})(?:${OR}(${COUNT}))? ?${UNIT}s?(?: (or (?:two|so)|and a half))? (?:ago|back|earlier|previously)\\b|\\bhalf a year (?:ago|back)\\b`,
    'g',
  ),
  read: ([, one, other, unit, more], { today }) => {
    if (one === undefined) return { span: unitAt(today, -6, 'month') };
    const near = numberOf(one);
    const far = other === undefined ? near : numberOf(other);
    if (near === undefined || far === undefined || Math.max(near, far) > 150) return undefined;
    const further = more === undefined || more === 'or so' ? far : far + 1;
    return agoIn(Math.min(near, far), Math.max(near, further), unit as Unit, today);
  },
};

function agoIn(near: number, far: number, unit: Unit, today: string): Reading {
  const span: Span = { first: unitAt(today, -far, unit).first, last: unitAt(today, -near, unit).last };
  if (near !== far) return { span, closed: true };
  return unit === 'year' ? { span, year: yearIn(span.first) } : { span };
}

/**
 * "The last two years", "past few months", "the last year", "since 3 years": up to now. "Last year" without "the" is a
 * year of the calendar. Not "the last two months of 2019", nor "the last year before June".
 */
const untilNow: Family = {
  pattern: new RegExp(
    `\\b(?:(?:the )?(?:last|past) (year) (or two|or so|and a half)|(?:last|past|previous|recent|preceding)(?: full| whole| good)? (?:(${COUNT})${OR})?(${COUNT})(?: of)? ?${UNIT}s?|(?:(?:the|this|these) (?:last|past)|past|in (?:the )?last) ${UNIT}|last (fortnight|decade)|(?:since|from|going back|back) (${COUNT}) ${UNIT}s)\\b(?! (?:ago|back|old|before|after|earlier)\\b| of (?:the|my|his|her|our|their|last|\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter)| (?:up )?(?:to|until) (?:the )?(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`,
    'g',
  ),
  read: ([, unitD, more, one, other, unitA, unitB, unitC, since, unitE], { today }) => {
    const count = Math.max(...[one, other, since].map((word) => (word === undefined ? 0 : (numberOf(word) ?? 0)))) || 1;
    const unit = (unitA ?? unitB ?? unitC ?? unitD ?? unitE) as Unit;
    if (count > 150) return undefined;
    const months = more === 'or two' ? 24 : more === 'and a half' ? 18 : 0;
    const first = months > 0 ? move(today, -months, 'month') : move(today, -count, unit);
    return { span: { first, last: today }, open: true };
  },
};

/** "The year before last". */
const beforeLast: Family = {
  pattern: /\b(year|month|week) before last\b/g,
  read: ([, unit], { today }) => {
    const span = unitAt(today, -2, unit as Unit);
    return unit === 'year' ? { span, year: yearIn(span.first) } : { span };
  },
};

/** "Last year", "this year so far", "last month"; "this time last year" is that month. */
const byCalendar: Family = {
  pattern:
    /(?<=\b(?:start|beginning) of )the (year|month|week)\b|\b(?:(this time last year)|(last|previous|this|current|next|the coming|the following)(?: calendar)? (year|month|week))\b(?! of\b| (?:or|and) (?:two|so|a half)\b)/g,
  read: ([, ofThis, thisTime, which = 'this', unit = ofThis], { today }) => {
    if (thisTime !== undefined) return { span: unitAt(today, -12, 'month') };
    const by = /last|previous/.test(which) ? -1 : /this|current/.test(which) ? 0 : 1;
    if (unit !== 'year') return { span: unitAt(today, by, unit as Unit) };
    const year = yearIn(today) + by;
    return { span: yearOf(year), year };
  },
};

/** "To now", "until today": only where something began before. */
const now: Family = {
  pattern:
    /(?<=(?:\b(?:to|until|till|and|through)|-|–) ?)(?:now|today|(?:(?:to)?day'?s )?date|(?:the )?present(?: day)?|the current (?:day|date|time)|this (?:day|date|moment)|right now)\b/g,
  read: (_match, { today }) => ({ span: { first: today, last: today } }),
};

const WEEKDAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** Days of the week and the days about today, which the recogniser reads well. */
const relative: Family = {
  pattern: new RegExp(
    `\\b(?:(?:last|this|next|on) )?${WEEKDAYS}(?: (?:of )?(?:last|this|next) week| before last)?\\b|\\b(?:last|on|since|until|till) (?:mon|tue|wed|thu|sat|sun)\\b|\\bday before yesterday\\b|\\byesterday\\b|\\b(?:today|tomorrow|tonight)\\b|\\blast night\\b|\\bthis (?:morning|afternoon|evening)\\b|\\b(?:last|this|next) weekend\\b`,
    'g',
  ),
  read: ([words], { today }) => {
    if (/night$/.test(words) && words.startsWith('last')) return { span: day(addDays(today, -1)) };
    if (/^this (?:morning|afternoon|evening)|^tonight/.test(words)) return { span: day(today) };
    if (words.endsWith(' before last')) {
      const last = recognised(`last ${words.replace(/^(?:last|this|on) | before last$/g, '')}`, today);
      return last && { span: day(addDays(last.first, -7)) };
    }
    const span = recognised(words.replace(/^(?:on|since|until|till) /, ''), today);
    return span && { span };
  },
};

const day = (date: string): Span => ({ first: date, last: date });

export const COUNTED: readonly Family[] = [ago, untilNow, beforeLast, byCalendar, now, relative];
