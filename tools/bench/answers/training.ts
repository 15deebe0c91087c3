/** How long training takes, and whether it gives the same bytes each time: two processes, two folders. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { limited, type Figure } from '../figure.js';
import { inFreshProcess } from '../fresh-process.js';

const MOST_SECONDS = 20;

const trainingSchema = z.object({ seconds: z.number(), peakMegabytes: z.number(), hashes: z.array(z.string()).min(2) });
type Training = z.infer<typeof trainingSchema>;

/**
 * Only the first training is timed. It has the machine to itself; the second goes on while `meanwhile` prepares what
 * takes long and is not timed.
 */
export async function measureTraining<T>(
  council: string,
  report: (figure: Figure) => void,
  meanwhile: () => Promise<T>,
): Promise<T> {
  const first = await trainOnce(council);
  report(limited('training: time', first.seconds, 's', MOST_SECONDS));
  report({ name: 'training: peak resident', value: first.peakMegabytes, unit: 'MB' });
  const [second, prepared] = await Promise.all([trainOnce(council), meanwhile()]);
  const differing = first.hashes.filter((hash) => !second.hashes.includes(hash)).length;
  report({ name: 'training twice: files that differ', value: differing, unit: '', limit: 0, ok: differing === 0 });
  return prepared;
}

async function trainOnce(council: string): Promise<Training> {
  const folder = await mkdtemp(join(tmpdir(), 'training-'));
  try {
    return await inFreshProcess('./answers/training.process.ts', [folder, council], trainingSchema);
  } finally {
    await rm(folder, { recursive: true });
  }
}
