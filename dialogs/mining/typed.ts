/** A message in the form that the patterns of this folder read, and what they find in it. */

/** The longest stretch that is read, in characters: a message and the one before it. */
const MOST = 4_000;

/** Apostrophes made straight, and nothing else, so that every place in it is a place in the message. */
export const straight = (text: string): string => text.slice(0, MOST).replace(/[’‘`´]/g, "'");

/** The same on one line. Places stay as they are here too. */
export const oneLine = (text: string): string => straight(text).replace(/\s/g, ' ');

/** Words in which a message shows something. */
export interface Sign {
  readonly start: number;
  readonly end: number;
}

/** Where the first of the patterns that match at all matches first. */
export function signIn(said: string, ...patterns: readonly RegExp[]): Sign | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(said);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** The words as they were typed, without what surrounds them. */
export const typed = (text: string, { start, end }: Sign): string =>
  text.slice(start, end).replace(/^[\s.,;:!?(–-]+|\s+$/g, '');
