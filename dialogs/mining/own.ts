/** What shows plainly that somebody asks about their own information. */
import { ACQUAINTANCE, CLIENT, KIN, patterns, ROLE } from './people.js';
import { signIn, type Sign } from './typed.js';

const OTHERS = `(?:${KIN}|${ACQUAINTANCE}|${CLIENT}|${ROLE})`;
/** A word between "my" and "file" that is no other person and begins nothing else. */
const BETWEEN =
  `(?:(?!${OTHERS}(?:'?s)?\\b)(?!\\w+'s\\b)` +
  '(?!(?:a|an|the|my|your|ur|his|her|their|and|or|i|we|you|u|they|he|she|it|is|was|are|were|to|from|in|on|at|with|about|by|of|for|' +
  "that|has|have|had|but|who|which|so|because|if|when|got|get|want|need|send)\\b)[\\w'/&+-]+ )";
const RECORD =
  '(?:files?|folders?|records?|data|info|information|notes|history|paperwork|documents?|docs|care plan|assessments?|claim|' +
  'application|tenancy|photos?|pictures?|details(?! (?:are|below|attached|:)))\\b';

const SIGNS = patterns(
  // "About me"; not "about me mum", nor "nothing to do with me".
  `(?:\\b(?:about|on|against|concerning|regarding|mentions?|mentioning|naming|(?:photos?|pictures?|footage|video|images?|recordings?|copy|cctv) of)|(?<!\\bnothing )\\bto do with) (?:me|myself)\\b(?! (?:${KIN}|phone|mobile|way)\\b)`,
  '\\b(?:against|under|in|by|with) my (?:own |full |old |maiden |married )?name\\b',
  // "My old housing file"; not "use my details".
  `(?<!\\b(?:here are|use|using|with|take|to) )\\bmy (?:own )?${BETWEEN}{0,4}?${RECORD}`,
  "\\bi (?:was|grew up|have been|'ve been|had been) (?:\\w+ ){0,2}(?:in (?:foster |council |local authority )?care|fostered|adopted|a looked after child)\\b",
  "\\bmy carer'?s'? assessment\\b",
  '\\b(?:for|asking for) myself\\b',
  '\\bon my (?:own )?behalf\\b',
  // "Take me off the list"; not "take me a copy".
  '\\b(?:take|remove|delete|forget|erase|unsubscribe) me\\b(?! (?:a|an|the|my|some)\\b)',
  '\\bleave me out\\b',
  '\\bstop (?:e-?mailing|texting|calling|ringing|phoning|writing to|contacting|pestering|sending|mailing|spamming) me\\b',
);

/** @returns the words that show it. */
export const speaksOfOneself = (said: string): Sign | undefined => signIn(said, ...SIGNS);
