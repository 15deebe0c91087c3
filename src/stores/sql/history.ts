/** A request's history: who did what and when, and never a word of what the request says. */
import type { Transaction } from 'kysely';
import type { RequestEvent } from '../store.js';
import type { Sql } from './access.js';
import type { Tables } from './tables.js';

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
    // Weaker than "for update", so that a mail's outcome can be recorded meanwhile.
    .$if(dialect === 'postgres', (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && { purged: row.key_id === null };
}

/** Appends events of one moment, in this order. */
export async function record(
  transaction: Transaction<Tables>,
  reference: string,
  events: readonly Pick<RequestEvent, 'event' | 'detail'>[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ event, detail }) => ({ reference, at: at.getTime(), event, detail }));
  await transaction.insertInto('request_events').values(rows).execute();
}
