/** A request's history: who did what and when, and never a word of what the request says. It is only added to. */
import type { Transaction } from 'kysely';
import type { RequestEvent } from '../store.js';
import type { Sql } from './access.js';
import { hashOf, startOf } from './chain.js';
import type { Tables } from './tables.js';

/** What is to be recorded. */
export interface NewEvent {
  readonly event: RequestEvent['event'];
  readonly detail: string;
  /** An account of the council's; left out where the service does it by itself. */
  readonly who?: string | undefined;
}

/**
 * Locks a request for this transaction, so that what operators do to its mails comes one after the other.
 * Undefined: there is no such request.
 */
export async function lockRequest(
  { dialect }: Sql,
  transaction: Transaction<Tables>,
  reference: string,
): Promise<{ readonly purged: boolean } | undefined> {
  const row = await transaction
    .selectFrom('requests')
    .select('key_id')
    .where('reference', '=', reference)
    .$if(dialect === 'postgres', (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && { purged: row.key_id === null };
}

/**
 * Appends events of one moment, in this order. Locks the request until the transaction ends, so that its chain has no
 * forks; whoever also locks mails of the request has to do so after.
 * @throws {Error} where there is no such request.
 */
export async function record(
  transaction: Transaction<Tables>,
  reference: string,
  events: readonly NewEvent[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  const request = await transaction
    .updateTable('requests')
    .set((row) => ({ history_length: row('history_length', '+', events.length) }))
    .where('reference', '=', reference)
    .returning(['reference', 'right', 'received_at', 'due_date', 'channel', 'handed_over_at'])
    .returning(['history_length', 'history_head'])
    .executeTakeFirst();
  if (!request) throw new Error(`there is no request ${reference}; nothing was recorded`);
  const before = request.history_length - events.length;
  let head = before === 0 ? startOf(request) : request.history_head;
  const rows = events.map(({ event, detail, who = null }, i) => {
    const next = { sequence: before + i + 1, at: at.getTime(), event, detail, who };
    head = hashOf(head, reference, next);
    return { reference, ...next, hash: head };
  });
  await transaction.insertInto('request_events').values(rows).execute();
  await transaction.updateTable('requests').set({ history_head: head }).where('reference', '=', reference).execute();
}
