/** What somebody said, in one form to compare by. */

/** Lower case, apostrophes dropped, everything else but letters and digits a single space: "It's  MINE!" → "its mine". */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
