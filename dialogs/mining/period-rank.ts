/** How surely a phrase with dates says which time a request is about. */
import * as cues from './period-cues.js';
import type { Phrase } from './period-phrases.js';

/**
 * 3: records of that time are asked for. 2: the council did something then. 1: nothing speaks against it. 0: it is of
 * something else that happened.
 */
export type Rank = 0 | 1 | 2 | 3;

/** @returns undefined where it is no time at all: a birth, a deadline, a name, an Act. */
export function rankOf(phrase: Phrase): Rank | undefined {
  if (isSomethingElse(phrase) || isDeadline(phrase) || isName(phrase) || isBareDay(phrase)) return undefined;
  const clauses = phrase.left.split(CLAUSE);
  const own = clauses.at(-1) ?? '';
  if (!FILLERS_ONLY.test(own)) {
    const cue = cueOf(own);
    if (cue !== undefined) return RANKS[cue];
    if (RECORD_AFTER.test(phrase.right)) return 3;
    // "I was upset, in 2019": a few words more hang on what was said before; a clause of its own says nothing.
    if (own.trim().split(' ').length > 2 && !phrase.closed && !phrase.several && !phrase.open) return 0;
  } else if (/^,? you still\b/.test(phrase.right)) {
    return 0;
  } else if (CLAUSE_AFTER.test(phrase.right)) {
    const cue = cueOf(phrase.right.split(CLAUSE).find((clause) => cueOf(clause) !== undefined) ?? '');
    if (cue !== undefined) return RANKS[cue];
  }
  const earlier = clauses
    .slice(0, -1)
    .reverse()
    .map(cueOf)
    .find((cue) => cue !== undefined);
  return earlier === undefined ? byForm(phrase, own) : RANKS[earlier];
}

const CLAUSE =
  /[,;:()]| - | (?:and|but|so|because|cos)(?= (?:i|i'?m|i'?ve|i'?d|you|we|he|she|they|it|my|want|wants|need|needs|now|would)\b)/;
const FILLERS_ONLY =
  /^(?: |\b(?:in|on|at|the|about|back|of|for|during|over|so|and|it was|from|say|just|only|please|dated|sent)\b)*$/;
const RECORD_AFTER = new RegExp(`^(?: \\w+){0,2} ${cues.RECORD.source}`);
/** "In 2020 when we were …", "Last spring you …": what happened then comes after. */
const CLAUSE_AFTER =
  /^,? (?:i|i'?ve|i'?m|we|we'?ve|you|u|he|she|they|it|my|our|your|when|while|the|there|a|an|every|somebody|someone)\b/;

type Cue = 'record' | 'dealing' | 'life' | 'try' | 'ahead';
const RANKS: Readonly<Record<Cue, Rank>> = { record: 3, dealing: 2, life: 0, try: 0, ahead: 0 };

const placeOf = (cue: RegExp, text: string): number => {
  const at = text.search(cue);
  return at < 0 ? Infinity : at;
};
const lastPlaceOf = (cue: RegExp, text: string): number => [...text.matchAll(cue)].at(-1)?.index ?? -1;

/** An event; not "the tribunal's papers", which are records. */
const EVENT = new RegExp(`${cues.EVENT_AHEAD.source}(?!(?: \\w+){0,2} ${cues.RECORD.source})`);

/** What one clause before or after a date says of it. */
function cueOf(clause: string): Cue | undefined {
  const record = placeOf(cues.RECORD, clause);
  if (cues.AHEAD.test(clause) || placeOf(EVENT, clause) < record) return 'ahead';
  // "I asked for my file in July" was a try; "the emails that I sent in July" are records.
  if (placeOf(cues.TRY, clause) < record) return 'try';
  if (placeOf(cues.LEAVING, clause) < record) return 'life';
  if (record < Infinity) return 'record';
  const [life, dealing] = [lastPlaceOf(cues.LIFE, clause), lastPlaceOf(cues.DEALING, clause)];
  if (dealing < 0 && life < 0) return undefined;
  return dealing > life ? 'dealing' : 'life';
}

/** Without a word for or against it: a stretch with both ends or up to now is seldom anything else. */
function byForm({ said, left, right, day, closed, several, open }: Phrase, own: string): Rank {
  if (WEEKDAY.test(said)) return 0;
  const short = own.trim().split(' ').length <= 3;
  const after = right
    .split(CLAUSE)
    .map(cueOf)
    .find((cue) => cue !== undefined);
  if (closed || ((open || several) && (short || ASKING.test(own)))) return after === 'life' || after === 'try' ? 0 : 1;
  if (short && after === 'record' && !day) return 2;
  const alone = FILLERS_ONLY.test(left) && /^[ .!]*(?:please|pls|only)?[ .!]*$/.test(right);
  return alone && !day ? 1 : 0;
}

const WEEKDAY = /^(?:on |from |since )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/;
const ASKING = /\b(?:wants?|needs?|send|like|please|give|gimme|see|show|provide|require|request|get)\b/;

/** A birth, a correction, an Act, a reference. */
function isSomethingElse({ said, left, right, closed }: Phrase): boolean {
  if (cues.PARTICULARS.test(left) || cues.PARTICULARS_AFTER.test(right)) return true;
  if (cues.LAW_BEFORE.test(left) || cues.LAW_AFTER.test(right)) return true;
  if (cues.CORRECTION.test(left)) return true;
  if (closed) return false;
  return (
    cues.CORRECTION_AFTER.test(right) ||
    (/^\d/.test(said) && (cues.NUMBER_BEFORE.test(left) || cues.NUMBER_AFTER.test(right)))
  );
}

/** "By Friday", "this week", "until my hearing in May": for the council to keep, and no time that records are of. */
function isDeadline({ said, left, closed }: Phrase): boolean {
  if (/^by\b/.test(said)) return true;
  if (/^(?:until|till|before|up to)\b/.test(said) && (cues.AHEAD.test(said) || cues.EVENT_AHEAD.test(said)))
    return true;
  if (/^(?:from|as of|starting|beginning)\b/.test(said) && !closed && cues.ENDING.test(left.split(CLAUSE).at(-1) ?? ''))
    return true;
  return !closed && (NEAR.test(said) || BEFORE_AN_EVENT.test(left));
}
const NEAR =
  /^(?:(?:as of|starting|beginning|effective|from|since|until|till|before|after|up to|on) )?(?:today|now|tonight|tomorrow|this (?:week|month|weekend|morning|afternoon|evening)|next .*|right now|this (?:date|day|moment))$/;

/** "Before the conference on …", "I have court in …". */
const BEFORE_AN_EVENT = new RegExp(
  `\\b(?:before|until|till|by|have|has|got|for|is|while) (?:\\w+ ){0,3}(?:${cues.EVENT_AHEAD.source})(?: is)?(?: (?:on|in|at|of))? $`,
);

/** "June from housing", "the summer fair", "Q4" on a form. */
function isName({ said, left, right }: Phrase): boolean {
  if (/^q[1-4]$/.test(said)) return true;
  if (!NAME.test(said)) return false;
  return (
    !(cues.BEFORE_A_TIME.test(left) || FILLERS_ONLY.test(left.split(CLAUSE).at(-1) ?? '')) || THING_AFTER.test(right)
  );
}
const NAME =
  /^(?:from )?(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept?|october|oct|november|nov|december|dec|spring|summer|autumn|winter|easter|christmas|new year)$/;
const THING_AFTER =
  /^ (?:fairs?|fetes?|fayres?|markets?|lights|part(?:y|ies)|dinner|festivals?|concerts?|shows?|trips?|reading|camps?|clubs?|schools?|events?|play|payments?|jones|smith)\b/;

/** A full date with nothing before it but a name is somebody's birthday more often than not. */
function isBareDay({ said, left, day, open }: Phrase): boolean {
  if (
    !day ||
    open ||
    /^(?:after|before|until|till|up to)\b/.test(said) ||
    !/(?:19|20)\d\d|\d[/.-]\d+[/.-]\d/.test(said)
  )
    return false;
  return !(cues.BEFORE_A_TIME.test(left) || RECORD_BESIDE.test(left));
}
const RECORD_BESIDE = new RegExp(`${cues.RECORD.source}(?: \\w+)?[ ,:(]*$`);
