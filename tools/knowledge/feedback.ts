/** Lists how residents judged the answers. */
import type { Tally } from '../../src/stores/store.js';
import { withStores } from '../stores.js';

/** Prints the entries, those that helped least first. Returns the exit code. */
export async function feedback(): Promise<number> {
  return withStores(async (stores) => {
    const tallies = await stores.feedback.tallies();
    for (const line of describeTallies(tallies)) console.log(line);
    const judged = tallies.reduce((sum, { helpful, unhelpful }) => sum + helpful + unhelpful, 0);
    console.log(`${judged} verdicts on ${tallies.length} entries`);
    return 0;
  });
}

/** A line an entry: the share of those whom it did not help, of how many, and its id. Of equal shares, the one of more first. */
export function describeTallies(tallies: readonly Tally[]): string[] {
  return tallies
    .map(({ entry, helpful, unhelpful }) => ({ entry, unhelpful, all: helpful + unhelpful }))
    .sort((a, b) => b.unhelpful / b.all - a.unhelpful / a.all || b.all - a.all || (a.entry < b.entry ? -1 : 1))
    .map(({ entry, unhelpful, all }) => {
      const share = `${Math.round((unhelpful / all) * 100)} %`;
      return `${share.padStart(6)}  ${`${unhelpful} of ${all}`.padStart(12)} not helpful  ${entry}`;
    });
}
