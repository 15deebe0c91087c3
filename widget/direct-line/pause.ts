/** Waiting that can be cut short: by the network coming back, by somebody who presses "Try again", by the end. */

export interface Pause {
  /** Resolves after so many milliseconds, or when it is cut. */
  for(ms: number): Promise<void>;
  /** Ends everything that is being waited for now. */
  cut(): void;
}

/** Makes one; whoever waits on the same one is woken together. */
export function createPause(): Pause {
  const waiting = new Set<() => void>();
  return {
    for: (ms) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        waiting.add(end);
      }),
    cut() {
      for (const end of [...waiting]) end();
    },
  };
}

/** How long to wait before an attempt: doubling up to a limit, give or take a fifth so that clients do not come at once. */
export function backoff(attempt: number, firstMs: number, mostMs: number): number {
  const ms = Math.min(firstMs * 2 ** Math.min(attempt, 16), mostMs);
  return ms * (0.8 + Math.random() * 0.4);
}
