/**
 * A period of time as people write it: "2019 to 2021", "since March 2020", "the last two years", "5/3/24 - 9/4/24".
 *
 * Dates are read as in the United Kingdom, day first. What cannot be read is no fault: the words themselves go along.
 * Where it could be read in two ways, the longer one is taken: a date too many costs a search, one too few an answer.
 * Whatever has no year is the last that has begun, since people ask for what is over. A period that began before today
 * and ends later is cut to today: the council has nothing from days to come. One that lies wholly in the future is given
 * as said, so that it can be asked about.
 */
import { addDays } from './dates.js';
import { datesIn, type Settled } from './period/items.js';
import { recognised } from './period/recognised.js';
import { union, type Span } from './period/span.js';
import { tidy } from './period/tidy.js';

export interface Period {
  /** First and last day, yyyy-mm-dd; without `to` it runs on. */
  readonly from?: string;
  readonly to?: string;
}

/** Longest answer that is read, in characters: whoever writes more has told the dates by then. */
const MOST_CHARACTERS = 300;

/** @param today yyyy-mm-dd. @returns undefined where no date is understood. */
export function readPeriod(text: string, today: string): Period | undefined {
  const { said } = tidy(text.slice(0, MOST_CHARACTERS).trim(), today);
  const dates = datesIn(said, today);
  if (dates.some(({ span }) => span === undefined)) return undefined;
  const [first] = dates;
  const whole = union(dates.flatMap(({ span }) => span ?? []));
  if (first && whole) return upTo(today, bounded(said, dates, first, whole));
  const other = /[a-z]{3}/.test(said) ? recognised(said, today) : undefined;
  return other && upTo(today, { from: other.first, to: other.last });
}

/** The first date in a text that no calendar has, as it was typed: "31/02/2024", "30 Feb". */
export function impossibleDate(text: string, today: string): string | undefined {
  const { said, typed } = tidy(text.slice(0, MOST_CHARACTERS).trim(), today);
  const wrong = datesIn(said, today).find(({ span }) => span === undefined);
  return wrong && typed(wrong.at, wrong.end);
}

function upTo(today: string, { from, to }: Period): Period {
  const end = to !== undefined && to > today && (from === undefined || from <= today) ? today : to;
  return { ...(from === undefined ? {} : { from }), ...(end === undefined ? {} : { to: end }) };
}

/** What makes one period of two dates. */
const JOINT = /(?:^|[^a-z])(?:to|until|till|through|ending|ended|finishing|up to)(?:[^a-z]|$)|^\W*(?:-|→|>)\W*$| - /;
/** A date goes on after itself: "2018 onwards", "2018+", "2019 until I left", "2020 -". */
const GOES_ON =
  /^(?:\+|ish\+)|^ ?(?:and |or )?(?:onwards|forwards?|afterwards?|after|later|beyond|since|up)\b|^ (?:and )?on[.!]?$|^ ?(?:until|till|up (?:to|until|till))\b|^ ?(?:to|-) ?when|^ ?(?:-|\.\.)+ ?\??$/;
const AND_EARLIER = /^ (?:and|or) (?:before|earlier)\b/;

const FILLERS =
  '(?:[ ,(-]+(?:in|on|the|about|maybe|perhaps|probably|possibly|say|at|some ?time|least|or|then|that|including|and|it was|i think|my|year))*[ ,:(-]*$';
const MARK: Readonly<Record<string, 'since' | 'until' | 'before' | 'after'>> = {
  'not before': 'since',
  'no earlier than': 'since',
  'not earlier than': 'since',
  'not after': 'until',
  'no later than': 'until',
  'not later than': 'until',
  since: 'since',
  from: 'since',
  starting: 'since',
  beginning: 'since',
  commencing: 'since',
  'back to': 'since',
  'as of': 'since',
  until: 'until',
  till: 'until',
  'up to': 'until',
  ending: 'until',
  'prior to': 'before',
  'earlier than': 'before',
  before: 'before',
  'later than': 'after',
  after: 'after',
};
const MARKS = Object.keys(MARK).join('|');
const FIRST_MARK = new RegExp(`\\b(${MARKS})\\b`);
const NEAREST_MARK = new RegExp(`\\b(${MARKS}|to|by|pre|post)${FILLERS}`);

/** Whether the dates say a beginning, an end or both. */
function bounded(said: string, dates: readonly Settled[], first: Settled, { first: from, last: to }: Span): Period {
  const lead = said.slice(0, first.at);
  const tail = said.slice(dates.at(-1)?.end ?? 0);
  const between = dates.slice(1).map(({ at }, i) => said.slice(dates[i]?.end ?? 0, at));
  const paired = /\bbetween\b|\bfrom\b/.test(lead);
  if (
    dates.some(({ closed }) => closed) ||
    between.some((text) => JOINT.test(text) || (paired && /\band\b/.test(text)))
  )
    return { from, to };
  if (dates.some(({ open }) => open) || GOES_ON.test(tail)) return { from };
  if (AND_EARLIER.test(tail)) return { to };
  if (/\bbetween\b/.test(lead)) return /^ and\b/.test(tail) ? { from } : { to };
  const whole = said.slice(first.at, first.end);
  if (/\bago$/.test(whole) && /\b(?:over|more than|at least) $/.test(lead)) return { to };
  return marked(lead, first.part === true, { from, to });
}

/** What the words before a single date say of it. @param vague its ends are not sharp: nothing is cut off there. */
function marked(lead: string, vague: boolean, { from, to }: Required<Period>): Period {
  const nearest = NEAREST_MARK.exec(lead)?.[1];
  const far = FIRST_MARK.exec(lead)?.[1];
  if (nearest === 'to' || nearest === 'by') {
    // "From when I moved in to 2020"; but "letters to my son in 2020" has no end.
    return nearest === 'by' || /\bfrom\b|^ ?to\b/.test(lead) ? { to } : { from, to };
  }
  if (nearest === 'pre' || nearest === 'before' || nearest === 'prior to' || nearest === 'earlier than')
    if (far === undefined || MARK[far] === 'before') return { to: vague ? to : addDays(from, -1) };
  if (nearest === 'post' || nearest === 'after' || nearest === 'later than')
    if (far === undefined || MARK[far] === 'after') return { from: vague ? from : addDays(to, 1) };
  // "Since I moved from Leeds in 2018", "until I came from Leeds": the first says it. "From birth to 2003" ended.
  if (nearest === 'until' || nearest === 'till' || nearest === 'up to') return { to };
  const mark = far === undefined ? undefined : MARK[far];
  if (mark === undefined) return { from, to };
  const ended = /\b(?:until|till|up to)\b/.test(lead);
  return (mark === 'since' && !ended) || mark === 'after' ? { from } : { to };
}
