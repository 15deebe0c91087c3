/** Where a message speaks of dates: whole phrases, with what stands around them. */
import { datesIn, type Settled } from '../../src/requests/period/items.js';
import { tidy, type Tidy } from '../../src/requests/period/tidy.js';

/** "From 3 Feb 2025 up to last Friday", "since his fall on 14 August", "the past two years". */
export interface Phrase {
  /** As typed. */
  readonly words: string;
  /** The same in small letters, with short forms written out. */
  readonly said: string;
  /** What its sentence says before and after it, in the same form. */
  readonly left: string;
  readonly right: string;
  /** It names both ends. */
  readonly closed: boolean;
  /** It names several, each for itself: "2017 and 2019". */
  readonly several: boolean;
  /** It is one day. */
  readonly day: boolean;
  /** It begins with a word such as "since" or runs on until now. */
  readonly open: boolean;
}

/** What a sentence with a date in it has at least: a figure, or a word that dates are made of. */
const HINT =
  /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun|spring|summer|autumn|winter|christmas|xmas|easter|year|yr|month|mth|week|wk|fortnight|decade|yesterday|today|twenty|nineteen|\w+ies\b)/i;
/** A sentence ends at a sign or a new line; not in "5.3.24", nor after "Mr." or "Sept.". */
const SENTENCE_END =
  /(?<!\b(?:mr|mrs|ms|dr|st|no|c|ca|approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.(?=\s|$)|[!?;]+|\n+/gi;
/** Messages name fewer; more would be read for nothing. */
const MOST_SENTENCES = 40;

/** @param text a message of a few thousand characters at most. @param today yyyy-mm-dd. */
export function phrasesIn(text: string, today: string): Phrase[] {
  return sentences(text)
    .filter((sentence) => HINT.test(sentence))
    .slice(0, MOST_SENTENCES)
    .flatMap((sentence) => {
      const tidied = tidy(sentence, today);
      return grouped(datesIn(tidied.said, today), tidied.said).map((dates) => phraseOf(dates, tidied));
    });
}

function sentences(text: string): string[] {
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index, 0: sign }) => index + sign.length);
  return [0, ...ends].map((from, i) => text.slice(from, ends[i] ?? text.length));
}

const LITTLE = '(?:[ ,(]+(?:in|on|the|about|at|of|then|maybe|perhaps|possibly|also|again|say|both))*[ ,()]*';
/** All that stands between two dates of one phrase: "to", ", and", " - ", "up to about". */
const JOINED = new RegExp(
  `^[ ,()]*(?:,|-|→|/|and|or|to|until|till|through|up to|up until)${LITTLE}(?:until|till|to)?${LITTLE}$`,
);
/** "… from when I moved in 2001 until I left in 2009": more than a joint stands between them. */
const UNTIL = /^[^,]{0,30}\b(?:until|till|up to|to when)\b[^,]{0,40}$|^[^,]{0,40} to (?:about |the )?$/;
const BEGUN = /\b(?:since|from|between)\b[^,]{0,50}$/;

/** Dates that belong together, in the order of the sentence. A date that no calendar has belongs to none. */
function grouped(dates: readonly Settled[], said: string): Settled[][] {
  const groups: Settled[][] = [];
  for (const date of dates) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const between = before ? said.slice(before.end, date.at) : '';
    const lead = said.slice(0, group?.[0]?.at ?? 0);
    if (group && (JOINED.test(between) || (UNTIL.test(between) && BEGUN.test(lead)))) group.push(date);
    else groups.push([date]);
  }
  return groups.filter((group) => group.every(({ span }) => span !== undefined));
}

const MARKS =
  'ever since|since|from|starting(?: from)?|beginning|commencing|going back to|dating back to|back to|as of|until|till|up to|up until|before|prior to|after|between|pre|post|no earlier than|by';
const FILLERS =
  '(?:[ ,(-]+(?:in|on|the|about|at|maybe|perhaps|say|some ?time|and including|then|when i joined|when i left))*[ ,(-]*';
const MARK_BESIDE = new RegExp(`\\b(?:${MARKS})${FILLERS}$`);
/** "Since his fall on …", "from when I was placed in …": a few words stand between. */
const MARK_BEFORE =
  /\b(?:ever since|since|until|till|from (?:when|the (?:day|time|moment))|between (?:when|the (?:day|time))|(?:up to|before|after) (?:when |the (?:day|time) )?(?:i|we|he|she|they|my))\b[^;:]{1,50}$/;
const AFTER =
  /^(?:\+| (?:and |or )?(?:onwards|forwards?|later)\b| (?:until|till|to when|up to when)\b(?! (?:you|u|it|this|that|your)\b)[^,.;:]{1,40})/;

/** Dates that follow each other, without a word such as "to". */
const LISTED = /^(?:[ ,/()]|\b(?:and|or|also|again|maybe|perhaps|in|on|the|about|then|both)\b)*$/;

function phraseOf(dates: readonly Settled[], { said, typed }: Tidy): Phrase {
  const [first, last] = [dates[0]?.at ?? 0, dates.at(-1)?.end ?? 0];
  const lead = said.slice(0, first);
  const mark = MARK_BESIDE.exec(lead) ?? MARK_BEFORE.exec(lead);
  const at = mark?.index ?? first;
  const end = last + (AFTER.exec(said.slice(last))?.[0].length ?? 0);
  const phrase = said.slice(at, end);
  const between = /^between\b/.test(phrase)
    ? 'to'
    : dates
        .slice(1)
        .map((date, i) => said.slice(dates[i]?.end, date.at))
        .join(' ');
  return {
    words: typed(at, end).trim(),
    said: phrase,
    left: said.slice(0, at),
    right: said.slice(end),
    closed: dates.some(({ closed }) => closed) || (dates.length > 1 && !LISTED.test(between)),
    several: dates.length > 1,
    day: dates.length === 1 && dates.every(({ span }) => span?.first === span?.last),
    open:
      dates.some(({ open }) => open) ||
      /^(?:ever since|since|from|going back|back to|starting|as of)\b|(?:\+|onwards)$/.test(phrase),
  };
}
