/** Reference numbers, PR-7K3M-2QX9, and codes, 042917. */
import { randomInt } from 'node:crypto';

// Without those that are confused when read out or written down: 0 O, 1 I L, 5 S, 8's B, 2's Z, U V.
const LETTERS = 'ACDEFGHJKMNPQRTWXY';
const DIGITS = '2346789';
const ANY = LETTERS + DIGITS;

/** Eight characters in two groups; every third is a digit, so that no reference spells a word. About 12 thousand million. */
export const REFERENCE = new RegExp(`^PR-[${ANY}]{2}[${DIGITS}][${ANY}]-[${ANY}][${DIGITS}][${ANY}]{2}$`);

/** @param random gives a whole number from 0 up to, not including, its argument; cryptographic by default. */
export function newReference(random: (below: number) => number = (below) => randomInt(below)): string {
  const characters = Array.from({ length: 8 }, (_, i) => {
    const from = i % 3 === 2 ? DIGITS : ANY;
    return from.charAt(random(from.length));
  });
  return `PR-${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

/** Six digits to be typed back, any of a million. */
export function newCode(random: (below: number) => number = (below) => randomInt(below)): string {
  return String(random(1_000_000)).padStart(6, '0');
}
