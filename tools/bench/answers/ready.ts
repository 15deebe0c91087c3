/** How long knowledge and model take to be ready, and what they hold, in a fresh process. */
import { z } from 'zod';
import { limited, type Figure } from '../figure.js';
import { inFreshProcess } from '../fresh-process.js';
import { medianOf } from '../timing.js';

/** The median of so many processes is reported. */
const PROCESSES = 5;
const MOST_MILLISECONDS = 300;
const MOST_MEGABYTES = 60;

const readySchema = z.object({ milliseconds: z.number(), ownMegabytes: z.number(), residentMegabytes: z.number() });

export async function measureReady(council: string, report: (figure: Figure) => void): Promise<void> {
  const runs: z.infer<typeof readySchema>[] = [];
  // One after the other: together they would slow each other down.
  for (let i = 0; i < PROCESSES; i += 1) {
    runs.push(await inFreshProcess('./answers/ready.process.ts', [council], readySchema));
  }
  const median = (figure: keyof z.infer<typeof readySchema>): number => medianOf(runs.map((run) => run[figure]));
  report(limited('ready: time', median('milliseconds'), 'ms', MOST_MILLISECONDS));
  report(limited('ready: heap and buffers', median('ownMegabytes'), 'MB', MOST_MEGABYTES));
  report(limited('ready: resident', median('residentMegabytes'), 'MB', MOST_MEGABYTES));
}
