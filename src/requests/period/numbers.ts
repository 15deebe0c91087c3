/** Numbers in words, as far as people count years, months and weeks in them. */

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  several: 5,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** A number in words or at most three digits, for a pattern; a "couple" may be "a couple of". */
export const COUNT = `(?:\\d{1,3}|(?:a )?couple(?: of)?|(?:a )?few|(?:twenty|thirty|forty|fifty)[- ](?:one|two|three|four|five|six|seven|eight|nine)|${Object.keys(NUMBERS).join('|')})`;

/** @returns undefined where it is no number. */
export function numberOf(words: string): number | undefined {
  const plain = words.replace(/^a (?=couple|few)| of$/g, '');
  if (/^\d{1,3}$/.test(plain)) return Number(plain);
  const parts = plain.split(/[- ]/).map((part) => NUMBERS[part]);
  return parts.reduce((sum, part) => (sum === undefined || part === undefined ? undefined : sum + part));
}

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const UNITS = 'one|two|three|four|five|six|seven|eight|nine';

/** "Nineteen ninety-four", "twenty nineteen", "twenty oh five", "two thousand and eight": century, then the rest. */
export const YEAR_IN_WORDS = `\\b(?:(nineteen|twenty) ((?:${TENS})(?:[- ](?:${UNITS}))?|${TEENS}|oh (?:${UNITS}))|(two thousand)(?: and)? (${UNITS}|${TEENS}|(?:${TENS})(?:[- ](?:${UNITS}))?))\\b`;

/** @param match of {@link YEAR_IN_WORDS} */
export function yearInWords([, century = '', rest = '', , after = '']: RegExpExecArray): number | undefined {
  const within = numberOf((rest || after).replace(/^oh /, ''));
  return within === undefined ? undefined : (century === 'nineteen' ? 1900 : 2000) + within;
}
