/**
 * Messages in other languages, by their script, or by the common words that no English text has. Languages of one script
 * are told apart by letters of their own. What is written in Latin letters that are not the language's own ("mujhe madad
 * chahiye") is left to the model.
 */
import { COMMON_ENGLISH, COMMON_WORDS } from './common-words.js';
import { normalise } from './tokens.js';

/** Share of the letters that must be of a foreign script. */
const MOSTLY = 0.5;

/** Ids of entries in `languages.yaml`; the first whose letters are there, or else the last. */
const SCRIPTS: readonly (readonly [script: RegExp, languages: readonly (readonly [letters: RegExp, id: string])[]])[] =
  [
    [
      /\p{Script=Arabic}/gu,
      [
        [/[ٹڈڑںےہ]/u, 'lang-urdu'],
        [/[پچژگکی]|(?<!\p{L})(?:سلام|دارم|ندارم|است|شما)(?!\p{L})/u, 'lang-farsi'],
        [/./u, 'lang-arabic'],
      ],
    ],
    [
      /\p{Script=Cyrillic}/gu,
      [
        [/[іїєґ]|(?<!\p{L})(?:добрий|доброго|дякую|як|з|та|мене|можна|треба|немає)(?!\p{L})/iu, 'lang-ukrainian'],
        [/./u, 'lang-russian'],
      ],
    ],
    [/\p{Script=Hebrew}/gu, [[/./u, 'lang-hebrew']]],
    [/\p{Script=Gujarati}/gu, [[/./u, 'lang-gujarati']]],
    [/\p{Script=Bengali}/gu, [[/./u, 'lang-bengali']]],
    [/\p{Script=Tamil}/gu, [[/./u, 'lang-tamil']]],
    [/\p{Script=Devanagari}/gu, [[/./u, 'lang-hindi']]],
    // Japanese and Korean use Chinese characters too, among letters of their own.
    [/\p{Script=Han}/gu, [[/^[^\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]*$/u, 'lang-chinese']]],
  ];
/** Says in English that nothing else is understood; for a script that has no entry. */
const ANY_OTHER = 'beyond-notice-languages';

/** So many different common words, and more than English ones, make a message foreign. */
const FEWEST = 2;
const LEAST_SHARE = 0.3;
/** A message of such words alone may be one word, but not an "um" or "la la". */
const FEWEST_LETTERS = 4;

/** The id of the entry that answers in the message's language; undefined for English, and where it cannot be told. */
export function foreignLanguageOf(text: string): string | undefined {
  return byScript(text) ?? byWords(text);
}

function byScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isMost = (script: RegExp): boolean => {
    const found = text.match(script)?.length ?? 0;
    return found > 0 && found >= MOSTLY * letters;
  };
  for (const [script, languages] of SCRIPTS) {
    if (isMost(script)) return languages.find(([own]) => own.test(text))?.[1] ?? ANY_OTHER;
  }
  return letters > 1 && isMost(/(?!\p{Script=Latin})\p{L}/gu) ? ANY_OTHER : undefined;
}

function byWords(text: string): string | undefined {
  const words = new Set(plainLetters(text).match(/\p{L}+/gu));
  const count = (known: ReadonlySet<string>): number => [...words].filter((word) => known.has(word)).length;
  const found = COMMON_WORDS.map(([id, common]) => ({ id, n: count(common) })).sort((a, b) => b.n - a.n)[0];
  if (!found || found.n <= count(COMMON_ENGLISH)) return undefined;
  const isAll = found.n === words.size && [...words].join('').length >= FEWEST_LETTERS;
  return isAll || (found.n >= FEWEST && found.n >= LEAST_SHARE * words.size) ? found.id : undefined;
}

/** Two letters keep a form of their own that no normal form takes apart. */
const plainLetters = (text: string): string => normalise(text).replace(/ı/g, 'i').replace(/ł/g, 'l');
