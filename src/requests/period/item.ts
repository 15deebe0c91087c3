/** What the readers of single dates have in common. */
import type { Span } from './span.js';

/** One date or stretch of time in a text: "2019", "March", "5/3/24", "last summer". */
export interface Reading {
  /** Where the words alone fix it. */
  readonly span?: Span;
  /** Where they leave the year open: what it is in a year; undefined where that year has no such day. */
  readonly of?: (year: number) => Span | undefined;
  /** Which of them, where they say so: "last March", "next Easter". */
  readonly which?: 'last' | 'this' | 'next';
  /** It is a year of the calendar: "March" or "summer" beside it is of that year. */
  readonly year?: number;
  /** It runs on until now: "the last two years". */
  readonly open?: boolean;
  /** It names both its ends: "the 1st to the 5th of May". */
  readonly closed?: boolean;
  /** It is a part of something longer, "the end of 2019", which has no sharp beginning and end. */
  readonly part?: boolean;
  /** Written like a date, but no calendar has it: 31/02/2024. */
  readonly impossible?: boolean;
}

export interface Item extends Reading {
  /** Where it stands in the text: from the first up to and without the second character. */
  readonly at: number;
  readonly end: number;
}

/** One way to write dates. Its pattern is global, and linear: whatever repeats is bounded. */
export interface Family {
  readonly pattern: RegExp;
  /** @returns undefined where it is no date after all. */
  readonly read: (match: RegExpExecArray, about: About) => Reading | undefined;
}

export interface About {
  /** The whole text, tidied. */
  readonly said: string;
  /** yyyy-mm-dd */
  readonly today: string;
}

/** "Last", "this" or "next" before a name, for a pattern: the first group. */
export const WHICH = '(?:(last|previous|this past|this|next|the coming|coming) )?';

export function whichOf(word: string | undefined): Reading['which'] {
  if (word === undefined) return undefined;
  if (/coming|next/.test(word)) return 'next';
  return word === 'this' ? 'this' : 'last';
}
