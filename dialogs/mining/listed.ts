/** @returns one line with one capital letter: "Large print, by email". Names and short forms keep theirs. */
export function listed(parts: readonly string[]): string {
  return parts
    .map((part, i) => (i === 0 || /^\p{Lu}{2}/u.test(part) ? part : part.charAt(0).toLowerCase() + part.slice(1)))
    .join(', ');
}
