/** Work that is done at once, then again and again, never twice at the same time. */
import { describeError, type Log } from './log.js';

export interface Periodic {
  /** Resolves once what is under way is done; nothing begins after. */
  stop(): Promise<void>;
}

/** @param event the log's name for a run that failed; the next one comes all the same. */
export function every(ms: number, log: Log, event: string, work: () => Promise<void>): Periodic {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    await work().catch((error: unknown) => log.error(event, describeError(error)));
    // It does not keep the process alive.
    if (!stopped) timer = setTimeout(again, ms).unref();
  };
  const again = (): void => {
    running = run();
  };
  let running = run();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
