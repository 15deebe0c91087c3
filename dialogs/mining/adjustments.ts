/** Reasonable adjustments that the one who asks says they need: Equality Act 2010, section 20. Only in the first person. */
import type { StepAnswer } from '../requests/definition.js';
import { listed } from './listed.js';
import { KIN } from './people.js';
import { oneLine, typed } from './typed.js';

const I_AM =
  "\\b(?:i'?m|i am|being) (?:(?:also|very|really|registered|severely|profoundly|partially|partly|quite|nearly|almost|totally|completely|legally|a bit|old and|blind and|deaf and|both) ){0,3}";
const I_HAVE =
  "\\b(?:i have|i've|i've got|i have got|ive|ive got|i got|i suffer from|with my|due to my|because of my) (?:(?:a|an|some|severe|mild|bad|poor|very|really|quite|my) ){0,3}";
/** "A hearing" is a day in court; "poor hearing" is not. */
const I_HAVE_POOR =
  "\\b(?:i have|i've|i've got|i have got|ive|ive got|i got) (?:(?:very|really|quite) )?(?:poor|bad|weak|failing|terrible)";
const I_CANNOT =
  "(?:\\bi|(?:^|[.,;!?]) ?|\\b(?:and|but|as|because|cos) (?:i )?) ?(?:can't|cant|cannot|can not|could not|struggle to|find it hard to|have trouble|am not able to|unable to|not able to)";
/** Not what another person needs. */
const NOT_ANOTHERS = `(?<!\\b(?:he|she|they|${KIN}) (?:\\w+ )?)`;
const LANGUAGE =
  'afghan|albanian|amharic|arabic|bengali|bulgarian|cantonese|chinese|dari|farsi|french|german|greek|gujarati|hebrew|hindi|hungarian|' +
  'italian|kurdish|lingala|lithuanian|mandarin|nepali|pashto|persian|polish|portuguese|punjabi|romanian|russian|shona|sinhala|slovak|' +
  'somali|sorani|spanish|swahili|sylheti|tamil|tagalog|thai|tigrinya|turkish|twi|ukrainian|urdu|vietnamese|welsh|yiddish|yoruba';

type Need = readonly [understood: string | ((match: RegExpExecArray) => string), words: RegExp];

const NEEDS: readonly Need[] = [
  ['Dyslexic', new RegExp(`${I_AM}dyslexic\\b|${I_HAVE}dyslexia\\b`, 'i')],
  ['Deafblind', new RegExp(`${I_AM}(?:deafblind|deaf-blind)\\b`, 'i')],
  ['Blind', new RegExp(`${I_AM}blind\\b(?! (?:to|drunk|spot)\\b)`, 'i')],
  [
    'Poor sight',
    new RegExp(
      `${I_AM}(?:(?<=\\b(?:partially|partly) )sighted|(?:visually|sight)[ -]impaired)\\b|${I_HAVE_POOR} (?:eyesight|sight|eyes|vision)\\b|${I_HAVE}(?:visual impairment|sight loss|macular degeneration|glaucoma|cataracts)\\b|${I_CANNOT} see (?:well|very well|properly|much|small|the screen|to read|so well|that well)`,
      'i',
    ),
  ],
  ['Deaf', new RegExp(`${I_AM}deaf\\b(?! to\\b)`, 'i')],
  [
    'Hard of hearing',
    new RegExp(
      `${I_AM}(?:hard of hearing|hearing[ -]impaired)\\b|${I_HAVE}(?:hearing loss|hearing impairment)\\b|${I_HAVE_POOR} hearing\\b|${I_CANNOT} hear (?:well|very well|properly|on the phone|much|so well|that well|people)`,
      'i',
    ),
  ],
  ['Autistic', new RegExp(`${I_AM}autistic\\b|${I_HAVE}(?:autism|asd|asperger'?s)\\b`, 'i')],
  ['ADHD', new RegExp(`${I_HAVE}adhd\\b`, 'i')],
  [
    'Learning disability',
    new RegExp(`${I_HAVE}(?:learning (?:disability|disabilities|difficulty|difficulties)|special needs)\\b`, 'i'),
  ],
  ['Memory problems', new RegExp(`${I_HAVE}(?:dementia|memory (?:problems|loss)|alzheimer'?s)\\b`, 'i')],
  [
    'Finds reading hard',
    new RegExp(
      `${I_CANNOT} (?:read|reading)(?: or write| and write| well| very well| english| much| small print| long letters| that well| so well| too well| properly)|${I_CANNOT} read(?=[.,;!?]|$| so\\b| and\\b| please\\b| because\\b)|\\bnot (?:a )?good (?:at|with) reading\\b|${I_AM}illiterate\\b`,
      'i',
    ),
  ],
  [
    'Cannot use the phone',
    new RegExp(`${I_CANNOT} (?:use|talk on|speak on|do) (?:the )?(?:phone|telephone|phones|phone calls)\\b`, 'i'),
  ],
  [
    'Sign language (BSL)',
    new RegExp(
      `${NOT_ANOTHERS}\\b(?:need|want|use|require|in|with|through) (?:a )?(?:bsl|(?:british )?sign language)\\b(?! (?:course|class|lesson))`,
      'i',
    ),
  ],
  [
    (match) => `Interpreter${languageIn(match)}`,
    new RegExp(
      `${NOT_ANOTHERS}\\b(?:need|want|like|have|get|require|with|provide|arrange|use) (?:a |an |some )?(?:(?:${LANGUAGE})(?:-| )?(?:speaking )?)?(?:interpreter|translator)(?: (?:in|for|to|who speaks) (?:${LANGUAGE})\\b)?`,
      'i',
    ),
  ],
  [
    (match) => `Translated${languageIn(match)}`,
    new RegExp(
      `\\b(?:translated?|translation)(?: (?:it|this|them|everything))? (?:in|into|to) (?:${LANGUAGE})\\b|\\b(?:reply|answer|write|send it|letter) (?:to me )?in (?:${LANGUAGE})\\b`,
      'i',
    ),
  ],
  [
    'Little English',
    /\b(?:my english (?:is )?(?:not|isn't|isnt|no|poor|bad|very bad|very poor|little|limited)|(?:i )?(?:don't|dont|do not|not|can't|cannot) speak (?:much |good |very good |very much |any |well )?english|english (?:is|'s) (?:not|my second|my third)|(?:sorry|excuse) (?:for )?my (?:bad )?english)\b/i,
  ],
  ['Easy read', /\beasy[ -]?read\b/i],
  ['Plain words', /\b(?:in |use )(?:plain|simple|easy) (?:english|words|language)\b/i],
  ['Screen reader', /\b(?:use|using|with|for) (?:a |my )?screen ?reader\b/i],
  ['Text relay', /\b(?:text relay|relay uk|minicom|typetalk)\b/i],
  [
    'By text message',
    /\b(?:so|please|just|only) (?:just |only |please )?text me\b|\btext me (?:please|instead|only|rather|not)\b/i,
  ],
  [
    'No phone calls',
    /\b(?:no (?:phone )?calls(?: please)?|(?:don't|dont|do not|please don't) (?:ring|phone|call) me)\b/i,
  ],
  ['Extra time', /\bi(?:'ll| will)? need (?:extra|more) time (?:to|for|because|as)\b/i],
  ['Housebound', new RegExp(`${I_AM}(?:housebound|house-bound|bedbound|bed-bound)\\b`, 'i')],
];

const NAMED_LANGUAGE = new RegExp(`\\b(?:${LANGUAGE})\\b`, 'i');

function languageIn([found]: RegExpExecArray): string {
  const language = NAMED_LANGUAGE.exec(found)?.[0];
  return language === undefined ? '' : ` (${language.charAt(0).toUpperCase()}${language.slice(1).toLowerCase()})`;
}

/** @returns short words for each need, in one line: "Deaf, by text message". */
export function mineAdjustments(text: string): StepAnswer | undefined {
  const said = oneLine(text);
  const found = NEEDS.flatMap(([understood, pattern]) => {
    const match = pattern.exec(said);
    if (!match) return [];
    return [
      {
        understood: typeof understood === 'string' ? understood : understood(match),
        words: typed(text, { start: match.index, end: match.index + match[0].length }),
      },
    ];
  });
  if (!found.length) return undefined;
  return {
    words: found.map(({ words }) => words).join('; '),
    understood: listed(found.map(({ understood }) => understood)),
  };
}
