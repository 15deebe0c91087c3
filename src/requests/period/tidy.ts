/** A text in one form for reading dates: small letters, plain signs, short forms written out. */
import { corrected } from './spelling.js';

export interface Tidy {
  readonly said: string;
  /** The same stretch of the text as it was typed. */
  readonly typed: (at: number, end: number) => string;
}

const TOKEN = /(?<![\p{L}\p{N}])[’‘'](?:\d\d(?![\p{L}\p{N}])|til\b)|\b2day\b|\bb4\b|\p{L}+|\s+|[^]/giu;

/** @param today yyyy-mm-dd, for years of two digits. */
export function tidy(text: string, today: string): Tidy {
  let said = '';
  const places: { readonly from: number; readonly to: number }[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const written = inOneForm(token, today);
    // Where the length is the same, each character stands for itself, or else each for the whole.
    const own = written.length === token.length;
    for (let i = 0; i < written.length; i++) {
      places.push(own ? { from: index + i, to: index + i + 1 } : { from: index, to: index + token.length });
    }
    said += written;
  }
  const typed = (at: number, end: number): string => text.slice(places[at]?.from ?? 0, places[end - 1]?.to ?? 0);
  return { said, typed };
}

function inOneForm(token: string, today: string): string {
  if (/^\s/.test(token)) return ' ';
  if (/^[–—−‐‑]$/.test(token)) return '-';
  if (/^[’‘']$/.test(token)) return "'";
  if (token === '&') return 'and';
  const word = token.toLowerCase();
  const digits = /^[’‘'](\d\d)$/.exec(word)?.[1];
  return digits === undefined ? corrected(word.replace(/^[’‘']/, '')) : String(century(Number(digits), today));
}

/**
 * The year that two digits stand for. A few years ahead are taken for what they say, so that a date that is still to
 * come is noticed; whatever lies further on was a hundred years before.
 */
export function century(digits: number, today: string): number {
  const ahead = Number(today.slice(2, 4)) + 5;
  return digits > ahead ? 1900 + digits : 2000 + digits;
}
