/**
 * Text from a resident made harmless to show: what cannot be seen, or would turn the words around it, is taken out.
 * The words themselves stay as they were typed; `request.json` keeps every character, written as an escape.
 */

/**
 * Control and format characters (right-to-left override, zero-width space, tags …) and halves of surrogate pairs. Line
 * breaks and tabs stay, and so do the two joiners, which Persian, Hindi and emoji are written with.
 */
const HIDDEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Cs}/gu;

/** Text over several lines: every kind of line break becomes "\n", and no more than one empty line stands in a row. */
export function readable(text: string): string {
  return text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Text for a header, a file name or a cell: one line. */
export function oneLine(text: string): string {
  return readable(text).replace(/\s+/g, ' ');
}

/** JSON, indented by two, in which hidden characters are escapes: the same data, with nothing that could deceive a reader. */
export function readableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(HIDDEN, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
