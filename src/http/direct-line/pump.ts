/** Moves what is new in a conversation's log to one client, in order, each entry once. */
import type { LoggedActivity } from '../../stores/store.js';

/** Entries read at once. Long conversations have a few hundred; a page keeps a slow client from holding many in memory. */
export const PAGE = 100;

export interface PumpOptions {
  /** Sequence of the last entry that the client has. */
  readonly after: number;
  /** Reads entries above a sequence, in order. */
  read(after: number, limit: number): Promise<readonly LoggedActivity[]>;
  /** Resolves once the batch is on its way; only then is the next one read. */
  send(batch: readonly LoggedActivity[]): Promise<void>;
  /** Reading or sending failed; the pump has stopped, and the client has to come back with its watermark. */
  failed(error: unknown): void;
}

export interface Pump {
  /** Look again: returns at once. Calls while it is looking make it look once more. */
  wake(): void;
  /** Sends nothing more. */
  stop(): void;
}

/** Replay and live are the same loop, so that nothing can fall between them or come twice. Starts at the first wake. */
export function createPump({ after, read, send, failed }: PumpOptions): Pump {
  let watermark = after;
  let asked = false;
  let running = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    running = true;
    try {
      while (asked && !stopped) {
        asked = false;
        const batch = await read(watermark, PAGE);
        const last = batch.at(-1);
        if (!last || stopped) continue;
        await send(batch);
        watermark = last.sequence;
        if (batch.length >= PAGE) asked = true;
      }
    } catch (error) {
      stopped = true;
      failed(error);
    } finally {
      running = false;
    }
  };

  return {
    wake() {
      asked = true;
      if (!running && !stopped) void run();
    },
    stop() {
      stopped = true;
    },
  };
}
