/** How long things take, and what to say of many such times. */

export interface Latency {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
}

/** The time of each call, in milliseconds, in the order of the messages. Garbage of what was before is collected first. */
export async function timesOf(messages: readonly string[], ask: (message: string) => unknown): Promise<number[]> {
  globalThis.gc?.();
  const times: number[] = [];
  for (const message of messages) {
    const began = performance.now();
    const asked = ask(message);
    if (asked instanceof Promise) await asked;
    times.push(performance.now() - began);
  }
  return times;
}

export function latencyOf(times: readonly number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, time) => sum + time, 0) / sorted.length;
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), mean };
}

/** What a typical round shows: the median of each figure over the rounds. */
export function typical(rounds: readonly Latency[]): Latency {
  const over = (figure: keyof Latency): number => medianOf(rounds.map((round) => round[figure]));
  return { p50: over('p50'), p99: over('p99'), mean: over('mean') };
}

/**
 * Of each message the median of its times over the rounds. What else the machine does strikes one message in one round and
 * another in the next; a slow message is slow in all.
 */
export function typicalTimes(rounds: readonly (readonly number[])[]): number[] {
  return (rounds[0] ?? []).map((_, i) => medianOf(rounds.map((times) => times[i] ?? NaN)));
}

export function medianOf(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** As many of a list, evenly spread over it; all where there are no more. */
export function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]).filter(
    (item): item is T => item !== undefined,
  );
}
