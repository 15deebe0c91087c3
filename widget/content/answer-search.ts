/** Looking for answers by the words in them. The same on the server as in the browser. */

/** Words that say nothing of what is looked for. */
const EMPTY = new Set(
  'a about all am an and any are as at be been but by can could did do does for from get had has have how i if in into is it its me my no not of on or our out so than that the their them then there they this to up us was we were what when where which who why will with would you your'.split(
    ' ',
  ),
);
/** Longer questions are looked for by their first words. */
const MOST_WORDS = 12;
const ENDINGS = /(?:ing|ies|es|ed|s|y|e)$/;
/** What is left of a word has to be this long, or it would be found everywhere. */
const SHORTEST = 3;

/** What to look for in a question: the beginnings of its words. Empty where there is nothing to look for. */
export function searchWords(query: string): readonly string[] {
  const words = plain(query)
    .split(' ')
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map((word) => {
      const stem = word.replace(ENDINGS, '');
      return stem.length >= SHORTEST ? stem : word;
    });
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/**
 * Which of the texts have most of the words; all of them where there are no words.
 * @returns for each text whether it is found. Where none has a single word, none is.
 */
export function found(words: readonly string[], texts: readonly string[]): readonly boolean[] {
  if (words.length === 0) return texts.map(() => true);
  const counts = texts.map((text) => {
    const spaced = ` ${plain(text)}`;
    return words.filter((word) => spaced.includes(` ${word}`)).length;
  });
  const most = Math.max(1, ...counts);
  return counts.map((count) => count === most);
}

/** Small letters and digits, parted by single spaces. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Said of how many were found. */
export function countInWords(count: number): string {
  if (count === 0) return 'No answer has these words.';
  return count === 1 ? '1 answer' : `${count} answers`;
}
