/** A conversation's log of activities. */
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Place, StoredSealed } from '../encrypt.js';
import { notifyGrown } from '../postgres-notify.js';
import { UnknownConversationError, type LoggedActivity } from '../store.js';
import type { Sql } from './access.js';
import { openAs } from './sealed-rows.js';
import type { Tables } from './tables.js';

const activitySchema = z.record(z.string(), z.unknown());

/** What a query must select to read an entry. */
export const ENTRY = ['conversation_id', 'sequence', 'id', 'key_id', 'body'] as const;

interface Entry extends StoredSealed {
  readonly conversation_id: string;
  readonly sequence: number;
  readonly id: string;
}

const placeOf = (conversationId: string, sequence: number): Place => ['activities', conversationId, sequence];

/** @throws {EncryptionError} {RowFormatError} */
export function readEntry(sql: Sql, row: Entry): LoggedActivity {
  const { conversation_id, sequence, id } = row;
  return { sequence, id, activity: openAs(sql, activitySchema, placeOf(conversation_id, sequence), row) };
}

interface NewEntry extends LoggedActivity {
  readonly conversationId: string;
  readonly clientId?: string;
  readonly status: Tables['activities']['status'];
  readonly at: Date;
}

/**
 * Locks a conversation's log for this transaction: whatever writes to it queues here, so that sequences have no gaps.
 * @returns the newest sequence.
 * @throws {UnknownConversationError}
 */
export async function lockLog({ dialect }: Sql, transaction: Transaction<Tables>, id: string): Promise<number> {
  const row = await transaction
    .selectFrom('conversations')
    .select('last_sequence')
    .where('id', '=', id)
    .$if(dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new UnknownConversationError(id);
  return row.last_sequence;
}

/**
 * Appends an entry to a log that this transaction has locked, and tells other instances; {@link moveOn} has to follow.
 */
export async function append(
  { dialect, encryption }: Sql,
  transaction: Transaction<Tables>,
  { conversationId, sequence, id, clientId, activity, status, at }: NewEntry,
): Promise<LoggedActivity> {
  await transaction
    .insertInto('activities')
    .values({
      conversation_id: conversationId,
      sequence,
      id,
      client_id: clientId ?? null,
      status,
      logged_at: at.getTime(),
      ...encryption.seal(placeOf(conversationId, sequence), activity),
    })
    .execute();
  if (dialect === 'postgres') await notifyGrown(transaction, conversationId);
  // As it will be read again: without what JSON leaves out.
  return { sequence, id, activity: activitySchema.parse(JSON.parse(JSON.stringify(activity))) };
}

/** Notes on the conversation what its newest sequence is now, and where `at` is given, that it is not idle. */
export async function moveOn(
  transaction: Transaction<Tables>,
  conversationId: string,
  { sequence, at, pending }: { readonly sequence: number; readonly at?: Date; readonly pending?: boolean },
): Promise<void> {
  await transaction
    .updateTable('conversations')
    .set({
      last_sequence: sequence,
      ...(at ? { last_activity_at: at.getTime() } : {}),
      ...(pending === undefined ? {} : { pending: pending ? 1 : 0 }),
    })
    .where('id', '=', conversationId)
    .execute();
}
