/** Which year a date without one is of. */
import type { Item } from './item.js';
import { yearIn, type Span } from './span.js';

type OfYear = Item['of'];

/** 29 February comes every four years, but for 1900: eight are enough. */
const YEARS = [1, 0, -1, -2, -3, -4, -5, -6, -7, -8];

/** The last that began by a day: people ask for what is over. */
export function latest(of: OfYear, by: string | undefined): Span | undefined {
  if (!of || by === undefined) return undefined;
  return YEARS.map((years) => of(yearIn(by) + years)).find((span) => span !== undefined && span.first <= by);
}

/** The first that begins on a day or later. */
export function earliest(of: OfYear, from: string | undefined): Span | undefined {
  if (!of || from === undefined) return undefined;
  return YEARS.toReversed()
    .map((years) => of(yearIn(from) - 1 - years))
    .toReversed()
    .find((span) => span !== undefined && span.first >= from);
}

/** "Last March" is over, "this March" is of this year, "next March" is to come. */
export function byWord(of: OfYear, which: Item['which'], today: string): Span | undefined {
  const spans = YEARS.map((years) => of?.(yearIn(today) + years)).filter((span) => span !== undefined);
  if (which === 'last') return spans.find(({ last }) => last < today);
  if (which === 'next') return spans.filter(({ first }) => first > today).at(-1);
  return of?.(yearIn(today));
}
