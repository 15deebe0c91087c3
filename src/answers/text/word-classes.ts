/**
 * Words of everyday English by nearness of meaning: "flog" is of the class of "sell", "eldest" of "sister". They let the
 * model understand words that no phrasing has. The file is made by `tools/word-classes.ts`; DESIGN.md says from what.
 */

/** For each of several divisions, coarse to fine, the class of each word. */
export type WordClasses = readonly ReadonlyMap<string, number>[];

/**
 * Reads `word-classes.txt`: divisions parted by blank lines, a class a line, its words parted by spaces; `#` begins a
 * comment.
 */
export function readWordClasses(text: string): WordClasses {
  const divisions = text
    .replace(/^#.*$\n?/gm, '')
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter(Boolean));
  return divisions
    .filter((lines) => lines.length > 0)
    .map(
      (lines) =>
        new Map(lines.flatMap((line, number) => line.split(' ').map((word): [string, number] => [word, number]))),
    );
}

/** The classes of a word, named: "1:117". */
export function classesOf(word: string, classes: WordClasses): string[] {
  return classes.flatMap((division, index) => {
    const number = division.get(word);
    return number === undefined ? [] : [`${index}:${number}`];
  });
}
