/** Conversations and their logs, in SQL. */
import { sql as raw, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Conversation, ConversationStore } from '../store.js';
import { forgetNow, type Sql } from './access.js';
import { append, ENTRY, lockLog, moveOn, readEntry } from './activities.js';
import { openAs, readableOf } from './sealed-rows.js';
import type { Tables } from './tables.js';
import { commitTurn, loadState } from './turns.js';

const userSchema = z.strictObject({ userId: z.string() });

/** How many idle conversations are deleted at once, so that nobody waits long for the database meanwhile. */
const BATCH = 200;

/** The greatest value of the column: a client's watermark may be beyond it. */
const GREATEST_SEQUENCE = 2 ** 31 - 1;

export function conversationStore(sql: Sql): ConversationStore {
  return {
    create: (conversation) => create(sql, conversation),
    find: (id) => find(sql, id),
    accept: (conversationId, incoming) => accept(sql, conversationId, incoming),
    unanswered: () => unanswered(sql),
    loadState: (conversationId) => loadState(sql, conversationId),
    commitTurn: (turn) => commitTurn(sql, turn),
    activitiesAfter: (conversationId, watermark, limit) => activitiesAfter(sql, conversationId, watermark, limit),
    pending: (before) => pending(sql, before),
    deleteIdle: (before) => deleteIdle(sql, before),
    delete: async (id) => {
      await sql.write((transaction) => deleteAll(transaction, [id]));
      await forgetNow(sql);
    },
  };
}

async function create(sql: Sql, { id, channel, userId, createdAt }: Conversation): Promise<void> {
  const at = createdAt.getTime();
  const sealed = sql.encryption.seal(['conversations', id], { userId });
  await sql.write((transaction) =>
    transaction
      .insertInto('conversations')
      .values({ id, channel, created_at: at, last_activity_at: at, last_sequence: 0, ...sealed })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute(),
  );
}

async function find(sql: Sql, id: string): Promise<Conversation | undefined> {
  // PostgreSQL refuses to look for text with this character, which a client can put into an address.
  if (id.includes('\0')) return undefined;
  const row = await sql.read((db) =>
    db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst(),
  );
  if (!row) return undefined;
  const { userId } = openAs(sql, userSchema, ['conversations', id], row);
  return { id, channel: row.channel, userId, createdAt: new Date(row.created_at) };
}

const accept = (
  sql: Sql,
  conversationId: string,
  { id, clientId, activity, at }: Parameters<ConversationStore['accept']>[1],
): ReturnType<ConversationStore['accept']> =>
  sql.write(async (transaction) => {
    const after = await lockLog(sql, transaction, conversationId);
    const before = await transaction
      .selectFrom('activities')
      .select(ENTRY)
      .where('conversation_id', '=', conversationId)
      .where((is) => is.or([is('id', '=', id), ...(clientId === undefined ? [] : [is('client_id', '=', clientId)])]))
      .orderBy('sequence')
      .executeTakeFirst();
    if (before) return { ...readEntry(sql, before), repeated: true };
    const sequence = after + 1;
    const logged = await append(sql, transaction, {
      conversationId,
      sequence,
      id,
      clientId,
      activity,
      status: 'unanswered',
      at,
    });
    await moveOn(transaction, conversationId, { sequence, at });
    return { ...logged, repeated: false };
  });

async function unanswered(sql: Sql): ReturnType<ConversationStore['unanswered']> {
  const rows = await sql.read((db) =>
    db
      .selectFrom('activities')
      .select(ENTRY)
      // A literal, as the index of unanswered ones is not used with a parameter.
      .where('status', '=', raw.lit('unanswered'))
      .orderBy('logged_at')
      .orderBy('conversation_id')
      .orderBy('sequence')
      .execute(),
  );
  return readableOf(
    sql,
    rows,
    (row) => ({ conversationId: row.conversation_id, activity: readEntry(sql, row) }),
    (row) => ({ conversation: row.conversation_id }),
  );
}

async function activitiesAfter(
  sql: Sql,
  conversationId: string,
  watermark: number,
  limit: number | undefined,
): ReturnType<ConversationStore['activitiesAfter']> {
  const rows = await sql.read((db) =>
    db
      .selectFrom('activities')
      .select(ENTRY)
      .where('conversation_id', '=', conversationId)
      .where('sequence', '>', Math.min(watermark, GREATEST_SEQUENCE))
      .orderBy('sequence')
      .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
      .execute(),
  );
  return rows.map((row) => readEntry(sql, row));
}

async function pending(sql: Sql, before: Date): Promise<readonly string[]> {
  const rows = await sql.read((db) =>
    db
      .selectFrom('conversations')
      .select('id')
      // A literal, as the index of pending ones is not used with a parameter.
      .where('pending', '=', raw.lit(1))
      .where('last_activity_at', '<', before.getTime())
      // What came in and was not answered yet may be the answer that finishes it.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('activities')
              .select('activities.id')
              .whereRef('activities.conversation_id', '=', 'conversations.id')
              .where('activities.status', '=', raw.lit('unanswered')),
          ),
        ),
      )
      .orderBy('last_activity_at')
      .execute(),
  );
  return rows.map(({ id }) => id);
}

async function deleteIdle(sql: Sql, before: Date): Promise<number> {
  const deleteSome = (): Promise<number> =>
    sql.write(async (transaction) => {
      const idle = await transaction
        .selectFrom('conversations')
        .select('id')
        .where('last_activity_at', '<', before.getTime())
        .where('pending', '=', 0)
        .limit(BATCH)
        // One that is locked is in use, or is being deleted by another instance.
        .$if(sql.dialect === 'postgres', (query) => query.forUpdate().skipLocked())
        .execute();
      return deleteAll(
        transaction,
        idle.map(({ id }) => id),
      );
    });
  let deleted = 0;
  for (let some = await deleteSome(); some > 0; some = await deleteSome()) deleted += some;
  return deleted;
}

/** With state and log, which follow by their foreign keys. Returns how many there were. */
async function deleteAll(transaction: Transaction<Tables>, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await transaction.deleteFrom('conversations').where('id', 'in', ids).executeTakeFirst();
  return Number(numDeletedRows);
}
