/** That the information asked about is another person's, by what is asked, and not merely that another is mentioned. */
import { ACQUAINTANCE, BARE_KIN, END, KIN, MY, MY_KIN, patterns, ROLE, S, THEMSELVES, WORDS } from './people.js';
import { namesAnother } from './subject-name.js';
import { signIn, type Sign } from './typed.js';

/** A word between "my son's" and "records" that does not begin something else. */
const BETWEEN =
  '(?:(?!(?:a|an|the|my|your|our|ur|his|her|i|im|we|you|u|they|he|she|it|got|lost|had|has|have|been|not|never|getting|going|in|on|at|to|' +
  'with|about|from|by|of|off|me|was|is|are|were|will|would|seen|given|said|says|told|taken|took|made|moved|asked|trying|just|' +
  "already|sent|sends|read|wrote|rang|came|went|died|gone|keeps?|wants?|that|who|which|if|because|but|or)\\b)[\\w'/&+-]+,? )";
const RECORD =
  '(?:files?|folders?|records?|data|info|information|notes?|details|paperwork|papers?|documents?|docs|reports?|assessments?|plans?|' +
  'ehcp|stuff|photos?|pics?|pictures?|footage|history|birthdays?|birth ?dates?|dob|date of birth|account|case|application|letters?|' +
  'emails?|correspondence|minutes|diagnosis|medication|exclusion|results)\\b';
/** Words before a record of a son's, without an "'s": "my son school file". */
const KIND_OF_RECORD =
  '(?:(?:school|social|care|medical|health|housing|council|tax|special|needs|education|sen|send|benefits?|adoption|old|full|whole|personal) ){0,3}';
const THING =
  '\\b(?:everything|anything|all|whatever|what|wot|any|records?|files?|notes?|info|information|data|details|documents?|docs|paperwork|' +
  'papers?|reports?|assessments?|photos?|pics?|pictures?|footage|emails?|letters?|cop(?:y|ies)|stuff|minutes|decisions?|plan|' +
  'correspondence|messages|recordings?|log|the lot|d?sar|subject access(?: request)?|access request|request|history)';
const ABOUT =
  '(?:about|on|for|of|regarding|concerning|re|relating to|related to|to do with|that mentions?|mentioning|naming|involving)';
const LETTERS =
  '(?:letters?|adverts?|ads|texts?|emails?|calls?|leaflets?|mail|post|spam|junk|marketing|newsletters?|messages?|offers|brochures?)';
/** "My children's services file" is one's own. */
const NO_SERVICE = `(?!${S} (?:services?|social|centre|homes?|team|department)\\b)`;
/** "My auntie Pat". */
const NAMED = '(?: (?!(?:and|or|who|is|has|was|keeps?|wants?)\\b)[a-z]+){0,2}';
const I_AM = "\\b(?:i'?m|i am|as)";

const SIGNS = patterns(
  // "My son's old school records", "her daughter's file".
  `(?:${MY_KIN}|\\b(?:his|her|their) ${KIN})${NO_SERVICE}${S} ${BETWEEN}{0,5}?${RECORD}`,
  // "My brother Tom's file".
  `${MY_KIN} (?!${ROLE})[a-z'-]+'s ${BETWEEN}{0,5}?${RECORD}`,
  `${MY}${ACQUAINTANCE}${S} (?:\\w+ )?(?:files?|records?|data|info|information)\\b`,
  `${BARE_KIN}${S} ${BETWEEN}{0,5}?${RECORD}`,
  `${MY_KIN} ${KIND_OF_RECORD}${RECORD}`,
  // "My dad's name is spelt wrong", "correct my daughter's surname".
  `${MY_KIN}${S} (?:\\w+ )?(?:names?|surnames?|address|gender) (?:is|are|was|were|has been|as|down|on)\\b[^.!?]{0,40}\\b(?:wrong|incorrect|out of date|spelt|spelled|misspelt|not right|mistake)`,
  `\\b(?:change|correct|update|fix|amend|remove|delete) ${MY_KIN}${S} `,
  // "Everything that was written about my son".
  `${THING} ${WORDS}${ABOUT} (?:${MY_KIN}|\\b(?:his|her) ${KIN}|${BARE_KIN})${NO_SERVICE}${THEMSELVES}${END}`,
  `\\b(?:it|this|that|these|them|one|some) (?:all )?for ${MY_KIN}${END}${THEMSELVES}`,
  `\\bi (?:need|want|ask|am asking|wish|like|require|would like)\\b ${WORDS}for ${MY_KIN}${END}${THEMSELVES}`,
  // "Take my son off the list".
  `\\b(?:remove|delete|take|wipe|erase|unsubscribe|get) ${MY_KIN} (?:off|from|out)\\b`,
  // "My nan wants you to stop", "my aunt keeps getting letters", "stop writing to my dad".
  `(?:${MY_KIN}|${BARE_KIN})${NAMED}(?: has|'s| have)? (?:keeps?|wants?|would like|needs|is asking)\\b(?: \\w+){0,4} (?:see|ask|request|get|stop|know|copy|copies|records?|file|information|data)\\b`,
  `${MY_KIN}${NAMED}(?:'s| is| has been| have been| been)? (?:still )?(?:keeps? (?:on )?(?:getting|receiving|being)|getting|receiving|gets?|receives?|being sent|sent) ${WORDS}${LETTERS}\\b`,
  `\\b(?:send(?:ing)?|email(?:ing)?|text(?:ing)?|call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|writing to|write to|contact(?:ing)?|pester(?:ing)?|mail(?:ing)?|sharing|using) (?:${MY_KIN}|${BARE_KIN})${END}(?! (?:and|or|instead)\\b)`,
  // "I am mother of boy", not "a mother of two"; "I'm his dad".
  `${I_AM} (?:the |a )?(?:mother|mum|father|dad|parent|guardian|grandmother|grandfather|carer|wife|husband) (?:of|to|for) (?!(?:a |the )?(?:\\d|two|three|four|five|six)\\b)`,
  `${I_AM} (?:his|her|their|[a-z]+'s) (?:\\w+ )?(?:${KIN}|carer)\\b`,
);

/** After "on her": what shows that it is not "on her phone". */
const PRONOUN_ENDS =
  '(?=[.,;:!?)]|$| (?:and|please|pls|plz|but|since|from|between|in|at|by|when|so|as|to|is|are|was|cos|because|or|thanks|ta|all|too|' +
  'asap|now|today|before|after|over|for|until|till|this|last)\\b)';
const KIN_MENTIONED = patterns(
  `${MY_KIN}${END}`,
  `${BARE_KIN}${END}`,
  '\\b(?:mother|mum|father|dad|parent) of (?:a |my |the )?(?:boy|girl|child|baby)\\b',
);
/** "Her notes", "stop it for him". Not "their file": that may be the council's. */
const AS_HIS_OR_HERS = patterns(
  `\\b(?:his|her|hers) (?:\\w+ ){0,3}${RECORD}`,
  '\\b(?:writing to|write to|contacting|e-?mailing|texting|calling|ringing|take|remove|delete|wipe) (?:him|her)\\b',
  `(?<!\\bcomplain(?:t|ing)? )\\b(?:for|about|on|off|of) (?:him|her)\\b${PRONOUN_ENDS}`,
);

/** Signs of one's own information outweigh it. */
export function asksAboutAnother(said: string): Sign | undefined {
  const found = signIn(said, ...SIGNS) ?? namesAnother(said);
  if (found) return found;
  const mention = signIn(said, ...KIN_MENTIONED);
  return mention && signIn(said.slice(mention.end), ...AS_HIS_OR_HERS) ? mention : undefined;
}

const TWO_AT_ONCE = patterns(
  `\\b(?:me|myself) and ${MY_KIN}${END}`,
  `${MY_KIN} and (?:me|myself)\\b`,
  '\\b(?:about|for|on) (?:both|the two) of us\\b',
);

/** Two people's information in one request, which the question takes apart. */
export const asksAboutTwo = (said: string): boolean => signIn(said, ...TWO_AT_ONCE) !== undefined;
