/** All dates in a text, each with its year: what is said of the year in one place holds for the dates beside it. */
import { COUNTED } from './counted.js';
import { DAYS_OF_MONTHS, MONTHS_AND_YEARS } from './calendar.js';
import { HOLIDAYS } from './holidays.js';
import type { Family, Item } from './item.js';
import { KINDS_OF_YEAR } from './kinds-of-year.js';
import { DATES_IN_FIGURES, MONTHS_IN_FIGURES } from './numeric.js';
import { changeAfter, changeBefore, type Change } from './parts.js';
import { SEASONS_AND_TERMS } from './seasons.js';
import type { Span } from './span.js';
import { byWord, earliest, latest } from './which-year.js';

/** Those that need more of the text stand before those that would take a part of it. */
const FAMILIES: readonly Family[] = [
  ...DATES_IN_FIGURES,
  ...KINDS_OF_YEAR,
  ...MONTHS_IN_FIGURES,
  ...DAYS_OF_MONTHS,
  ...HOLIDAYS,
  ...SEASONS_AND_TERMS,
  ...COUNTED,
  ...MONTHS_AND_YEARS,
];

/** A date that is settled. One without a span is impossible. */
export type Settled = Pick<Item, 'at' | 'end' | 'open' | 'closed' | 'part'> & { readonly span: Span | undefined };

/** @param said tidied. @param today yyyy-mm-dd. @returns in the order of the text. */
export function datesIn(said: string, today: string): Settled[] {
  return settled(changed(withYears(found(said, today), said), said), today);
}

/** Stands for what is read already; no pattern has it. */
const TAKEN = '~';

/** Nobody names more dates in one text; more would be read for nothing. */
const MOST_DATES = 40;

/** Takes each family's dates out of the text before the next looks at it. */
function found(said: string, today: string): Item[] {
  const items: Item[] = [];
  let rest = said;
  for (const { pattern, read } of FAMILIES) {
    for (const match of rest.matchAll(pattern)) {
      const reading = items.length < MOST_DATES ? read(match, { said, today }) : undefined;
      if (!reading) continue;
      const [at, end] = [match.index, match.index + match[0].length];
      items.push({ ...reading, at, end });
      rest = rest.slice(0, at) + TAKEN.repeat(end - at) + rest.slice(end);
    }
  }
  return items.sort((a, b) => a.at - b.at);
}

const BEFORE_ITS_YEAR = /^(?:[.,]|'s)?(?: (?:of|in|during|back in|the|year|that|bank holiday|holidays?))* ?-?$/;
const AFTER_ITS_YEAR = /^(?:'?s)?[,:;]?(?: (?:in|during|the|over|from|between))* ?$/;

/** "March 2020", "5 May last year", "in 2020, March to June": the year is no date of its own there. */
function withYears(items: readonly Item[], said: string): Item[] {
  const taken = new Set<Item>();
  const yearFor = (item: Item, other: Item | undefined, between: RegExp): number | undefined => {
    if (!item.of || other?.year === undefined || taken.has(other)) return undefined;
    const [left, right] = item.at < other.at ? [item, other] : [other, item];
    if (!between.test(said.slice(left.end, right.at))) return undefined;
    taken.add(other);
    return other.year;
  };
  const dated = items.map((item, i): Item => {
    const after = yearFor(item, items[i + 1], BEFORE_ITS_YEAR);
    if (after !== undefined) return { ...inYear(item, after), end: items[i + 1]?.end ?? item.end };
    const before = yearFor(item, items[i - 1], AFTER_ITS_YEAR);
    return before === undefined ? item : { ...inYear(item, before), at: items[i - 1]?.at ?? item.at };
  });
  return dated.filter((_item, i) => !taken.has(items[i] as Item));
}

function inYear({ of, which: _which, ...item }: Item, year: number): Item {
  const span = of?.(year);
  return span ? { ...item, span } : { ...item, impossible: true };
}

/** "The end of March 2020", "two years from May 2019", "2019 for two years". */
function changed(items: readonly Item[], said: string): Item[] {
  return items.map((item, i) => {
    const before = changeBefore(said.slice(items[i - 1]?.end ?? 0, item.at));
    const after = changeAfter(said.slice(item.end, items[i + 1]?.at ?? said.length));
    return [before, after].reduce((changing, change) => (change ? apply(change, changing) : changing), {
      ...item,
      at: item.at - (before?.length ?? 0),
      end: item.end + (after?.length ?? 0),
    });
  });
}

function apply({ change, gives }: Change, { span, of, ...item }: Item): Item {
  const anyYear = of && {
    of: (year: number) => {
      const whole = of(year);
      return whole && change(whole);
    },
  };
  return { ...item, ...(span && { span: change(span) }), ...anyYear, ...(gives && { [gives]: true }) };
}

/** Gives each date without a year the one that fits the dates beside it, or else today. */
function settled(items: readonly Item[], today: string): Settled[] {
  const spans = items.map(({ span, of, which }): Span | undefined => span ?? (which && byWord(of, which, today)));
  const last = items.length - 1;
  if (!spans.some((span) => span)) spans[last] = latest(items[last]?.of, today);
  for (let i = last; i >= 0; i--) spans[i] ??= latest(items[i]?.of, spans[i + 1]?.last);
  for (let i = 0; i <= last; i++) spans[i] ??= earliest(items[i]?.of, spans[i - 1]?.first);
  return items.map(({ at, end, open, closed, part, impossible }, i) => {
    const flags = { ...(open ? { open } : {}), ...(closed ? { closed } : {}), ...(part ? { part } : {}) };
    return { at, end, span: impossible ? undefined : spans[i], ...flags };
  });
}
