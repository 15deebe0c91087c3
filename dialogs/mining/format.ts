/** How somebody would like to get the answer, where a first message says it. */
import type { StepAnswer } from '../requests/definition.js';
import { listed } from './listed.js';
import { oneLine, signIn, typed, type Sign } from './typed.js';

/** Begins what is asked for: "please email me", "can you post it". */
const ASKED =
  '(?:^|[.,;:!?(–-] ?|\\b(?:please|pls|plz|just|and|then|kindly|can you|can u|could you|would you|will you|want you to|like you to|you can|u can|you could|or) )(?:please |kindly |just )?';
const THING = '(?:me|us|it|them|this|that|these|those|everything|all|the|a copy|copies|your|back|whatever|what)\\b';
/** A verb that asks, and up to twelve words to the way it is to come. */
const SEND =
  '\\b(?:send|post|mail|print|reply|respond|answer|get|have|receive|prefer|like|want|need|provide|supply|forward|give|let me have|do it|come)\\b(?: [^\\s.!?;]+){0,12}? ';
const AT_THE_END =
  '(?= ?(?:$|[.,;!?)]|please|pls|plz|if|thanks|thank|only|and|or|cheers|ta\\b|not|would|will|is|to\\b|at\\b))';

const way = (verbs: string, means: string): RegExp =>
  new RegExp(
    `${ASKED}(?:${verbs}) ${THING}|${SEND}(?:${means})\\b|(?:^|[.,;!?(] ?)(?:${means})${AT_THE_END}|\\b(?:${means}) (?:please|pls|plz)\\b`,
    'i',
  );

/** What is understood, and the words for it. */
const FORMATS: readonly (readonly [understood: string, words: RegExp])[] = [
  [
    'Large print',
    /(?<!\b(?:no|not|not in) )\b(?:large|larger|big|bigger|giant) (?:print|text|type|font|letters|writing)\b/i,
  ],
  ['Braille', /\bbraille\b/i],
  [
    'Audio',
    /\b(?:audio (?:version|format|cd|tape|file)|(?:on|as|in) (?:an )?audio|read (?:it |them |this )?(?:out|aloud|out loud) to me|talking (?:version|cd))\b/i,
  ],
  ['By email', way('e-?mail', 'by e-?mail|via e-?mail|over e-?mail|in an e-?mail')],
  ['By post', way('post|mail', 'by (?:post|letter|mail|royal mail)|in the post|through the post|as a letter')],
  [
    'On paper',
    way(
      'print(?: out)?(?= (?:it|them|this|that|these|those|everything|me))',
      '(?:on|in) paper|(?:a )?(?:paper|hard|printed|physical) cop(?:y|ies)|(?:a )?print ?-?outs?|printed(?: out)?|paper version',
    ),
  ],
  [
    'As a PDF',
    /\b(?:as|in|into) (?:a |an )?pdfs?\b|\bpdfs? (?:please|pls|format|copy|copies|version|is fine)\b|\ba pdf of\b/i,
  ],
  [
    'As a spreadsheet',
    /\b(?:as|in|into) (?:a |an )?(?:csv|excel|spreadsheet|xlsx)\b|\bcsv (?:please|pls|file|or)\b|\bexcel (?:please|file|format)\b/i,
  ],
  [
    'As a Word document',
    /\b(?:as|in) (?:a )?(?:word|ms word)(?: (?:doc|docs|document|file|format))\b|\bword (?:documents?|docs?) (?:please|pls)\b|\bin word please\b/i,
  ],
  [
    'On a memory stick',
    /\bon (?:a |an )?(?:memory stick|usb|usb stick|usb drive|flash drive|pen ?drive|thumb drive)\b/i,
  ],
  ['On a disc', /\bon (?:a )?(?:cd|cd-rom|dvd|disc|disk)\b/i],
  ['On coloured paper', /\bon (?:yellow|cream|pink|green|blue|pastel|tinted|coloured|colored) paper\b/i],
];

/** Told of the past or of others: "you sent it by email to my ex". */
const TOLD =
  /\b(?:sent|emailed|e-mailed|posted|told|wrote|complained|applied|asked|came|filled|was|were|had|said|did|received|got|been|stop|don't|dont|do not|not|never|i (?:want|need|would like|'d like|will|can|could) (?:to )?(?:write|send|post|email|complain|reply))\b/i;
const WAYS: ReadonlySet<string> = new Set(['By email', 'By post', 'On paper']);

/** @returns short words for each format, in one line: "Large print, by email". */
export function mineFormat(text: string): StepAnswer | undefined {
  const said = oneLine(text);
  const found = FORMATS.flatMap(([understood, words]) => {
    const sign = signIn(said, words);
    return sign && !(WAYS.has(understood) && isTold(said, sign)) ? [{ understood, words: typed(text, sign) }] : [];
  });
  if (!found.length) return undefined;
  return {
    words: found.map(({ words }) => words).join('; '),
    understood: listed(found.map(({ understood }) => understood)),
  };
}

function isTold(said: string, { start, end }: Sign): boolean {
  const clause =
    said
      .slice(Math.max(0, start - 60), end)
      .split(/[.,;!?]\s/)
      .at(-1) ?? '';
  return TOLD.test(clause);
}
