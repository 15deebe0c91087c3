/** The time that a first message says its request is about. */
import { readPeriod, type Period } from '../../src/requests/period.js';
import type { StepAnswer } from '../requests/definition.js';
import { periodInWords } from '../steps/period.js';
import { RECORD } from './period-cues.js';
import { phrasesIn, type Phrase } from './period-phrases.js';
import { rankOf } from './period-rank.js';

/** Longest message that is read, in characters: twice what a person can send at once. */
const MOST_CHARACTERS = 4_000;

/**
 * Births, deadlines, earlier tries and the like are no such time, and where nothing tells, nothing is taken: then the step
 * asks. Where several times are as sure as each other, it is all from the first to the last of them.
 * @param today yyyy-mm-dd
 */
export function minePeriod(text: string, today: string): StepAnswer | undefined {
  const message = text.slice(0, MOST_CHARACTERS);
  const ranked = phrasesIn(message, today).flatMap((phrase) => {
    const rank = rankOf(phrase);
    return rank === undefined ? [] : [{ phrase, rank }];
  });
  const best = Math.max(...ranked.map(({ rank }) => rank));
  const phrases = ranked.filter(({ rank }) => rank === best).map(({ phrase }) => phrase);
  const read = best > 0 ? phrases.flatMap((phrase) => periodOf(phrase, today) ?? []) : takenUp(message, phrases, today);
  if (read.length === 0) return undefined;
  const period = together(read.map((one) => one.period));
  return { words: read.map(({ words }) => words).join(', '), understood: periodInWords(period), ...period };
}

interface Read {
  readonly words: string;
  readonly period: Period;
}

const SINCE_THEN = new RegExp(
  `${RECORD.source}[^.!?\\n]{0,60}\\b(?:since(?: then| that(?: day| time)?)?|from then(?: on)?|after that) ?(?:[.,;!?\\n]|please|pls|$)`,
  'i',
);
const OF_THEN =
  /\b(?:of|from|about|at|on|during|in) (?:that|this|the same) (?:calls?|conversation|meeting|visit|day|date|time|e-?mail|chat|interview|appointment|incident|year|month|week)\b/i;

/**
 * "I moved here in 2017 and want all letters since", "I rang on 4 May. Send me the recording of that call": the date is of
 * something else, but the request takes it up.
 */
function takenUp(message: string, phrases: readonly Phrase[], today: string): Read[] {
  for (const phrase of phrases.toReversed()) {
    const after = message.slice(message.indexOf(phrase.words) + phrase.words.length);
    const read = periodOf(phrase, today);
    const { from } = read?.period ?? {};
    if (read && OF_THEN.test(after)) return [read];
    if (from !== undefined && !phrase.closed && SINCE_THEN.test(after))
      return [{ words: phrase.words, period: { from } }];
  }
  return [];
}

/** One record is of its day: "the recording from 9 May" names no beginning. */
const ONE_RECORD =
  /\b(?:recording|call|phone ?call|minutes|letter|notes?|e-?mail|footage|cctv|video|photo|visit|meeting|interview|assessment|report|statement|caution) $/;

/** "The photos from the 2023 carnival": the date tells which. */
const THE_ONE = /^from the /i;
const NOUN_AFTER = /^ (?!(?:to|until|till|and|or|onwards?|on|in|at|for|by|when|please|pls|about|that|which)\b)[a-z]/;

function periodOf({ words, left, right }: Phrase, today: string): Read | undefined {
  const ofIt =
    /^from \S+ ?\S* ?\S*$/i.test(words) && (ONE_RECORD.test(left) || (THE_ONE.test(words) && NOUN_AFTER.test(right)));
  const own = ofIt ? words.replace(/^from (?:the )?/i, '') : words;
  const period = readPeriod(own, today);
  if (!period || (period.from ?? '') > today) return undefined;
  return { words: own, period };
}

function together(periods: readonly Period[]): Period {
  const from = periods.map((period) => period.from).toSorted()[0];
  const to = periods.map((period) => period.to);
  const last = to.includes(undefined) ? undefined : to.toSorted().at(-1);
  const begins = periods.some((period) => period.from === undefined) ? undefined : from;
  return { ...(begins === undefined ? {} : { from: begins }), ...(last === undefined ? {} : { to: last }) };
}
