/**
 * Requests beside the first: "delete my account and I want to complain" asks for two things, each with a clock of its own.
 * Looked for only where one request is plain, and only in parts that plainly ask by themselves.
 */
import type { Thresholds } from './calibration.js';
import { outcomeOf, type Outcome } from './outcome.js';
import type { Reader } from './reading.js';

type RequestOutcome = Extract<Outcome, { family: 'request' }>;

/** Fewer words than this say too little by themselves. */
const FEWEST_WORDS = 3;
const MOST_PARTS = 6;
/** Parts that do not say who wants what take their meaning from the first, and are scored too well. */
const LEAST = 0.7;
const JOINT = /(?<=[.!?;…])\s+|\n+|\b(?:and also|and then|and|also|plus|as well as|oh and)\b|,\s/i;
/** A wish of its own: somebody wants, or somebody is told to. "And everything else you have" is none. */
const WISH =
  /^(?:(?:then|please|pls|also|i|we|you|to|can|could|would|will|and|just|now) )*(?:want|wanna|need|like|wish|delete|erase|remove|wipe|bin|send|give|show|get|correct|fix|change|amend|update|stop|quit|complain|complaining|object|withdraw|take back|restrict|freeze|move|transfer|make|have)\b/i;

/** "Do NOT destroy it" names what is not wanted. */
export const isRefusal = (part: string): boolean => /\b(?:not|never|don['’]?t|doesn['’]?t)\b/i.test(part);

/** @returns further rights that a message asks to exercise, in its order, each once. */
export function furtherRequests(
  read: Reader,
  text: string,
  first: readonly RequestOutcome[],
  thresholds: Thresholds,
): readonly RequestOutcome[] {
  const parts = text.split(JOINT).filter((part) => part.trim().split(/\s+/).length >= FEWEST_WORDS);
  if (parts.length < 2 || parts.length > MOST_PARTS) return [];
  const found = new Map<string, RequestOutcome>();
  for (const part of parts.filter((one) => WISH.test(one.trim()) && !isRefusal(one))) {
    const [best] = read(part).candidates;
    if (best?.entry.act !== 'request' || best.score < Math.max(LEAST, thresholds.sureRequest)) continue;
    const outcome = outcomeOf(best.entry, best.score, thresholds);
    if (outcome.family === 'request' && first.every(({ entry }) => entry.right !== outcome.entry.right))
      found.set(outcome.entry.right, outcome);
  }
  return [...found.values()];
}
