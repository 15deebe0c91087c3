/** How the time of an answer grows when the knowledge does. */
import { compared, type Figure } from '../figure.js';
import { latencyOf, timesOf, typicalTimes, type Latency } from '../timing.js';
import { answererOf, type Known } from './known.js';
import { multiply, reachedBy } from './multiplied.js';

/** Fewer rounds where each takes long. */
const SIZES = [
  { times: 1, rounds: 5 },
  { times: 10, rounds: 2 },
  { times: 100, rounds: 1 },
] as const;

export async function measureGrowth(
  known: Known,
  questions: readonly string[],
  report: (figure: Figure) => void,
): Promise<void> {
  const reached = reachedBy(questions, known);
  let single: Latency | undefined;
  for (const { times, rounds } of SIZES) {
    const multiplied = multiply(known, reached, times);
    const all: number[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const answerer = answererOf(multiplied);
      all.push(await timesOf(questions, (question) => answerer.answer(question)));
    }
    const latency = latencyOf(typicalTimes(all));
    single ??= latency;
    for (const figure of ['p50', 'p99'] as const) {
      const name = `knowledge × ${times}: ${figure}`;
      // Less than linearly: so many times the knowledge takes less than so many times as long.
      const limit = figure === 'p99' && times > 1 ? times * single.p99 : undefined;
      report(compared({ name, value: latency[figure], unit: 'ms', to: 'single' }, single[figure], limit));
    }
  }
}
