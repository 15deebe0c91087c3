/** How people give an email address, a number or a postal address as their own, and how they speak of others. */

import { ACQUAINTANCE, KIN, ROLE } from './people.js';

const ME = '(?:me|us)';
/** What is to be sent: "it", "a copy of the file". */
const THING =
  '(?: (?:it|them|this|that|these|everything|all|the|a|an|any|your|paper|printed|copy|copies|reply|answer|letter|lot|back|records?|' +
  'notes|files?|of|me|info|information|please|here|stuff)){0,6}';
/** Whoever else it may go to. */
const OTHERS = `(?:${KIN}|${ROLE}|${ACQUAINTANCE}|him|her|them|everyone|people)`;
const at = (ways: string): string => `(?: (?:${ways}))?(?: please)?:?\\s*$`;

/** Before an email address. */
export const EMAIL_GIVEN: readonly RegExp[] = [
  /\b(?:my|our) (?:(?:new|own|personal|work|home|current|best|main) )*e-?mail(?: address)?(?: (?:is|=)|'s|:)?\s*$/i,
  new RegExp(
    `\\b(?:contact|reach|e-?mail|message|answer|write to|reply to|respond to|get back to) ${ME}(?: back)?${at('at|on|to|via|by e-?mail(?: (?:at|to|on))?')}`,
    'i',
  ),
  new RegExp(
    `\\b(?:reply|respond|write|send|e-?mail|forward|get back)(?: (?!${OTHERS}\\b)[^\\s.!?;,@]+){0,10}? (?:to|at|on|via):?\\s*$`,
    'i',
  ),
  /(?:^|[\s,;.(])(?:e-?mail(?: address)?|contact|e)\s*[:=–-]\s*$/i,
];
/** The email stands by itself: something ended before it. */
export const EMAIL_ALONE = /(?:^|[.,;!?\n)(–—-]|\b(?:please|pls|plz|thanks|thank you|cheers|ta|regards|email))\s*$/i;

/** Before a telephone number. */
export const NUMBER_GIVEN: readonly RegExp[] = [
  /\b(?:my|our) (?:(?:new|own|personal|work|home|mobile|phone|contact|telephone|tel|daytime|landline|cell) )*(?:number|num|no|mobile|mob|phone|telephone|tel|landline|cell)\.?(?: (?:is|=)|'s|:)?\s*$/i,
  new RegExp(
    `\\b(?:call|ring|phone|text|whatsapp|contact|reach|message|get|get hold of) ${ME}(?: back)?(?: please)?${at('on|at|via')}`,
    'i',
  ),
  /(?:^|[\s,;.(])(?:tel|mob|mobile|phone|telephone|ph|contact(?: number| no)?|m|t)\s*[.:=–-]\s*$/i,
  // After one's email.
  /@[^\s,;]+(?:,| or| and| \/)* (?:or |and )?(?:(?:call|text|ring|phone|on|mobile|mob|tel|ph)[:.]? )*$/i,
];

/** Before a postal address. To live somewhere is not yet to say: write to me there. */
export const POST_GIVEN = new RegExp(
  [
    "\\b(?:my|our) (?:(?:current|home|new|postal|full|contact|correspondence) )*address(?: (?:is(?: now)?|=)|'s|:)\\s*",
    '(?:^|[\\s,;.(])(?:postal |home )?address\\s*[:=–-]\\s*',
    `\\b(?:write|post|send|mail|reply|respond)${THING} (?:to|at)(?: ${ME}(?: at)?)?:?\\s*`,
    '\\bby (?:post|letter)(?: please)? to:?\\s*',
  ].join('|'),
  'gi',
);
/** How an address begins: with a number, with "Flat", or with a name that has a capital letter. */
export const LIKE_ADDRESS =
  /^(?:\d|[Ff]lat\b|[Aa]p(?:artmen)?t\b|[Uu]nit\b|[Rr]oom\b|[Pp][Oo] [Bb]ox\b|[Cc]\/[Oo]\b|\p{Lu})/u;

/** Somebody else does it, or it is to stop: "you keep emailing me at". Before a cue. */
export const NOT_ASKED =
  /(?<!\b(?:can|could|would|will|if|that|should|do|want) )\b(?:you|u|they|he|she|who|keeps?|always|already)\s+(?:\w+\s+)?$|\b(?:stop|don't|dont|do not|not|never|no longer|change|correct|update|take|remove|delete|wipe|erase)\s+(?:\w+\s+){0,2}$/i;
/** It is another's, or an old one, or what the request is about. Before an email that stands by itself. */
export const ANOTHERS =
  /\b(?:stop|remove|delete|wipe|erase|unsubscribe|take|old|former|previous|wrong|was|not|instead|his|her|their|ex|boss|changed?|between|about|mentions?|cc|copied|sent|from|to)\b/i;
/** What follows one that is not to be used. */
export const WRONG_AFTER =
  /^['")\]]*\s*,?\s*(?:(?:is|was|which is|it's) )?(?:wrong|incorrect|not mine|not my|out of date|an old|my old|off\b|from your|from the|out of)/i;
