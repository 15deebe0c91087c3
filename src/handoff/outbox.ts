/**
 * Delivers what waits in the outbox. The row is the queue: it is claimed for a while, handed to the transport, and what
 * came of it is recorded. A row that nobody recorded in time is delivered again, under the same Message-ID; none is ever
 * dropped.
 */
import { describeError, type Log } from '../log.js';
import type { OutboxStore } from '../stores/store.js';
import { createRounds } from './delivery-round.js';
import type { Transport } from './mail.js';

export interface OutboxOptions {
  readonly store: OutboxStore;
  readonly transport: Transport;
  readonly log: Log;
  readonly now: () => Date;
  /** How often to look for mail that nobody announced: retries, and what other instances left behind. Milliseconds. */
  readonly everyMs?: number;
  /** How long a claimed mail belongs to this process. Must exceed the longest a delivery may take. Milliseconds. */
  readonly leaseMs?: number;
  /** How many mails are delivered side by side. */
  readonly batch?: number;
}

export interface Outbox {
  /** Something was just queued: deliver it now. Returns at once and never throws. */
  nudge(): void;
  /** Resolves once nothing that is due is left, or the store or the mail server has to be waited for. Never rejects. */
  drain(): Promise<void>;
  /** Takes nothing more, finishes what is under way, and resolves. Does not close the transport. */
  stop(): Promise<void>;
}

/** Starts delivering. Its timer does not keep the process alive. */
export function startOutbox(options: OutboxOptions): Outbox {
  const { store, transport, log, now, everyMs = 30_000, leaseMs = 300_000, batch = 4 } = options;
  const rounds = createRounds({ store, transport, log, now, leaseMs, batch });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const work = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      await deliverAll(rounds, () => stopped).catch((error: unknown) => storeFault(log, error));
    }
  };
  const drain = (): Promise<void> => {
    if (!stopped) again = true;
    running ??= work().finally(() => {
      running = undefined;
      schedule();
    });
    return running;
  };
  const schedule = (): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void drain(), everyMs).unref();
  };

  schedule();
  return {
    nudge: () => void drain(),
    drain,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await rounds.recordLate().catch((error: unknown) => storeFault(log, error));
    },
  };
}

function storeFault(log: Log, error: unknown): void {
  log.error('outbox-store-fault', {
    ...describeError(error),
    remedy: 'check the database; mail waits in it meanwhile',
  });
}

async function deliverAll({ deliverDue }: ReturnType<typeof createRounds>, isStopped: () => boolean): Promise<void> {
  let more = true;
  while (more && !isStopped()) more = await deliverDue();
}
