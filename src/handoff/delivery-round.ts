/** One round of the outbox: claim a batch, deliver it, record what came of each mail. */
import { describeError } from '../log.js';
import type { OutboxItem } from '../stores/store.js';
import type { Delivery } from './mail.js';
import type { OutboxOptions } from './outbox.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * How long to wait after an attempt that failed: a minute, then twice as long each time, and never more than a day.
 * @param attempts how many have failed by now, this one included.
 * @returns milliseconds.
 */
export function waitAfter(attempts: number): number {
  return Math.min(DAY, MINUTE * 2 ** Math.min(Math.max(attempts, 1) - 1, 20));
}

/** What came of a delivery and could not be recorded yet. */
interface Unrecorded {
  readonly item: OutboxItem;
  readonly delivery: Delivery;
  readonly leaseUntil: Date;
}

/** @throws what the store throws, from both functions; the outcomes that it did not take are kept for `recordLate`. */
export function createRounds({
  store,
  transport,
  log,
  now,
  leaseMs,
  batch,
}: Required<Omit<OutboxOptions, 'everyMs'>>): {
  /** Resolves to true where another round may deliver more. */
  deliverDue(): Promise<boolean>;
  /** Records what could not be recorded before. */
  recordLate(): Promise<void>;
} {
  const unrecorded = new Map<string, Unrecorded>();
  const recorder = createRecorder({ store, log, now });

  const deliver = async (item: OutboxItem, leaseUntil: Date): Promise<Delivery> => {
    const delivery = await transport.deliver(item.mail).catch((error: unknown): Delivery => {
      log.error('mail-transport-fault', { reference: item.reference, purpose: item.purpose, ...describeError(error) });
      return { outcome: 'retry', answer: 'the transport failed; see the log' };
    });
    unrecorded.set(item.id, { item, delivery, leaseUntil });
    await recorder(item, delivery);
    unrecorded.delete(item.id);
    return delivery;
  };
  const recordLate = async (): Promise<void> => {
    for (const [id, { item, delivery, leaseUntil }] of unrecorded) {
      // That the server has it stays true, however long the store was away; otherwise it would be sent once more. Whatever
      // else came of it is of no use after the lease: the row is anybody's by then, and is tried again.
      if (delivery.outcome === 'accepted' || leaseUntil > now()) await recorder(item, delivery);
      else log.warn('mail-outcome-lost', { reference: item.reference, purpose: item.purpose });
      unrecorded.delete(id);
    }
  };
  const deliverDue = async (): Promise<boolean> => {
    await recordLate();
    const leaseUntil = new Date(now().getTime() + leaseMs);
    const items = await store.claim(now(), leaseUntil, batch);
    const ends = await Promise.allSettled(items.map((item) => deliver(item, leaseUntil)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    // Where all of them have to wait, so will the next: the server is down, and the timer comes back to it.
    return ends.some((end) => end.status === 'fulfilled' && end.value.outcome !== 'retry');
  };
  return { deliverDue, recordLate };
}

function createRecorder({ store, log, now }: Pick<OutboxOptions, 'store' | 'log' | 'now'>) {
  return async (item: OutboxItem, { outcome, answer }: Delivery): Promise<void> => {
    const at = now();
    const attempts = item.attempts + 1;
    const about = { reference: item.reference, purpose: item.purpose, attempts };
    switch (outcome) {
      case 'accepted':
        await store.accepted(item.id, answer, at);
        return log.info('mail-accepted', about);
      case 'retry': {
        const retryAt = new Date(at.getTime() + waitAfter(attempts));
        await store.failed(item.id, answer, at, retryAt);
        return log.warn('mail-waits', { ...about, ...codeIn(answer), retryAt: retryAt.toISOString() });
      }
      case 'refused':
        await store.failed(item.id, answer, at, undefined);
        // A code to an address that is not there is the resident's to notice: nobody can put it right here.
        if (item.reference === undefined) return log.warn('mail-refused', { ...about, ...codeIn(answer) });
        return log.error('mail-refused', {
          ...about,
          ...codeIn(answer),
          remedy: `read the answer with: npm run requests -- show ${item.reference}; put it right, then: npm run requests -- resend ${item.reference}`,
        });
    }
  };
}

/** The server's three digits, of an answer that may hold more than a log should. */
function codeIn(answer: string): { readonly code?: string } {
  const code = /^\d{3}\b/.exec(answer)?.[0];
  return code === undefined ? {} : { code };
}
