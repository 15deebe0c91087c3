/** How hard a text is to read, as a United Kingdom school-year age. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Long words that a reader of ten meets in every letter from a council, or that name a thing that has no other name.
 * The formula would count their syllables as difficulty; they count as words of two.
 */
const FAMILIAR = new Set(
  (
    'information personal council councils privacy services service organisation organisations company companies ' +
    'barnet department departments officer officers environmental electoral elections registration register ' +
    'protection commissioner computer automatic automatically different example electronic education religion ' +
    'religious sexuality ethnicity disability disabilities political biometric genetic criminal safeguarding ' +
    'freedom regulations equality equalities library analytics translate google microsoft internet browser ' +
    'cookie cookies explorer safari firefox communications directive website websites subject access request requests ' +
    'anyone everyone somebody anybody usually family'
  ).split(' '),
);

/** Words as a person counts them; an address, a number or a name made of marks is one short word. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * The age at which a pupil reads the text with ease: Flesch-Kincaid grade (Kincaid and others, 1975) plus five, as
 * grade 1 is age 6.
 */
export function readingAge(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 5;
  const sentences = Math.max(1, text.split(/[.!?:]+(?:\s|$)|\n+/).filter((part) => wordsOf(part).length > 0).length);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables }) + 5;
}

function syllablesOf(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/[^\p{L}']/gu, '')
    .replace(/'s$/, '');
  if (/[@/_\d]|\p{L}\.\p{L}/u.test(word)) return 1;
  const count = Math.max(1, syllable(plain));
  return FAMILIAR.has(plain) ? Math.min(2, count) : count;
}
