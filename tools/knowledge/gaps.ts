/** Lists what residents asked and got no good answer to, redacted as it was kept. */
import type { Gap } from '../../src/stores/store.js';
import { clustersOf } from './clusters.js';
import { readNearest, type Nearest } from './nearest.js';
import { withStores } from '../stores.js';

/** More than an editor will read; the oldest are left out. */
const MOST_GAPS = 20_000;

const REASONS: Readonly<Record<Gap['why'], string>> = {
  unanswerable: 'not answered',
  clarify: 'asked back',
  unhelpful: 'did not help',
};

/** Prints them, most asked first. Returns the exit code. */
export async function gaps(): Promise<number> {
  return withStores(async (stores, { COUNCIL }) => {
    const kept = await stores.feedback.gaps(MOST_GAPS);
    for (const line of kept.length ? describeGaps(kept, readNearest(COUNCIL)) : []) console.log(line);
    console.log(kept.length ? `${kept.length} gaps in the last 30 days` : 'no gaps in the last 30 days');
    return 0;
  });
}

/** Two lines a cluster: how many, why, and the nearest entry with its score; and one of the messages. */
export function describeGaps(kept: readonly Gap[], nearest: Nearest): string[] {
  const byWords = new Map<string, Gap[]>();
  for (const gap of kept) byWords.set(gap.words, [...(byWords.get(gap.words) ?? []), gap]);
  return clustersOf(kept.map(({ words }) => words)).flatMap((texts) => {
    const [sample = ''] = texts;
    const members = [...new Set(texts)].flatMap((words) => byWords.get(words) ?? []);
    const best = nearest(sample);
    const near = best ? `nearest ${best.entry} ${best.score.toFixed(2)}` : 'nothing near';
    return [`${String(texts.length).padStart(5)}  ${near}  (${reasonsOf(members)})`, `       “${sample}”`];
  });
}

/** "9 not answered, 2 did not help: cookies": the entries that did not help are named. */
function reasonsOf(members: readonly Gap[]): string {
  return (['unanswerable', 'clarify', 'unhelpful'] as const)
    .flatMap((why) => {
      const of = members.filter((gap) => gap.why === why);
      const entries = [...new Set(of.flatMap(({ entry }) => entry ?? []))].sort();
      return of.length ? [`${of.length} ${REASONS[why]}${entries.length ? `: ${entries.join(', ')}` : ''}`] : [];
    })
    .join('; ');
}
