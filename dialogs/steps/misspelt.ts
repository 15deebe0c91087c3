/** Whether a word is another one, typed wrongly. For short lists of names, where each wrong guess would mislead somebody. */

/** A letter more for plurals only, one wrong from six letters on, two from ten: "rates" is not "rats", nor "taxi" "ctax". */
export function isMisspelt(typed: string, meant: string): boolean {
  if (typed === meant || typed === `${meant}s` || `${typed}s` === meant) return true;
  const allowed = meant.length >= 10 ? 2 : meant.length >= 6 ? 1 : 0;
  // People seldom get the first letter wrong, and wrong first letters make other words.
  if (allowed === 0 || typed.charAt(0) !== meant.charAt(0)) return false;
  return Math.abs(typed.length - meant.length) <= allowed && distance(typed, meant) <= allowed;
}

/** How many letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      const swapped = a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      row[j] = Math.min(
        at(row, j - 1) + 1,
        at(last, j) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped && i > 1 && j > 1 ? at(before, j - 2) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
