/** Whether an email may be sent to a resident without somebody at the council having thought about it first. */
import { plainWords } from './plain-words.js';
import type { PrivacyRequest } from './request.js';

/**
 * Whole answers to "Is it safe to write to you there? Could anyone else see it?" that leave no doubt. A bare "no" is not
 * among them: it may answer either question. Whatever else is said is for a person to read, not for a pattern.
 */
const CLEARLY_SAFE = [
  /^(?:yes|yeah|yep|aye|sure|of course|definitely)$/,
  /^(?:yes |yeah |yep |aye )?(?:it is|its|thats|that is|this is|that one is|it|all) (?:all |totally |completely |perfectly |quite )?(?:safe|fine|ok|okay|private|secure)(?: to (?:use|email|contact|write to)(?: me)?(?: there)?)?$/,
  /^(?:yes |yeah |yep )?(?:safe|fine|no problem|safe to (?:use|email|contact|write))$/,
  /^(?:yes |yeah |no )?(?:its |it is )?(?:just|only) me$/,
  /^(?:yes |yeah |no )?only i (?:can )?(?:see|read|use|open|check|get|have access to) (?:it|that|them|my emails?)$/,
  /^(?:yes |no )?(?:nobody|no one|noone)(?: else)?(?: (?:can |does |will )?(?:see|sees|read|reads|use|uses|open|opens|has access to) (?:it|that|them|my emails?))?$/,
];

/**
 * Whether the person said nothing about danger, or said plainly that they may be written to. Read narrowly on purpose: an
 * email too few costs a phone call, one too many can cost somebody their safety.
 */
export function isSafeToContact({ requester, answers }: PrivacyRequest): boolean {
  // An empty answer is one that was asked for, because there was a sign of danger, and skipped.
  const said = requester.safeToContact ?? answers.safeToContact;
  return said === undefined || isSafe(said);
}

/** Whether an answer says beyond doubt that it is safe to write to the person. */
export function isSafe(said: string): boolean {
  const plain = plainWords(said.slice(0, 200));
  return CLEARLY_SAFE.some((pattern) => pattern.test(plain));
}

/** The resident's email address, where one was given and it is safe to use. */
export function safeEmail(request: PrivacyRequest): string | undefined {
  return isSafeToContact(request) ? request.requester.email : undefined;
}
