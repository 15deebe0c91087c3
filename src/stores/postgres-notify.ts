/**
 * How instances on one PostgreSQL tell each other that a conversation's log has grown. The signal is part of the
 * transaction that writes (NOTIFY): it goes out with the commit, or not at all, whoever commits and whatever dies then.
 * It carries a conversation's id and nothing else.
 */
import { sql, type Transaction } from 'kysely';
import type { Tables } from './sql/tables.js';

/** The channel of NOTIFY. Services that share a database hear each other, and have no listener for the others' ids. */
export const CHANNEL = 'privacy_assistant_log';

/** Signals it once this transaction is committed; several times in one transaction are one signal. */
export async function notifyGrown(transaction: Transaction<Tables>, conversationId: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${conversationId})`.execute(transaction);
}
