/** A turn of the conversation: its state before, and its commit. */
import type { Transaction } from 'kysely';
import { z } from 'zod';
import {
  AlreadyAnsweredError,
  StaleStateError,
  type ConversationStore,
  type LoggedActivity,
  type TurnCommit,
} from '../store.js';
import { forgetNow, type Sql } from './access.js';
import { append, lockLog, moveOn } from './activities.js';
import { countVerdict, keepGap } from './feedback.js';
import { add, handOver, queuePassing } from './handing-over.js';
import { openAs } from './sealed-rows.js';
import type { Tables } from './tables.js';

/** The dialogs know what is in it. */
const stateSchema = z.unknown();

export async function loadState(sql: Sql, conversationId: string): ReturnType<ConversationStore['loadState']> {
  const row = await sql.read((db) =>
    db.selectFrom('conversation_states').selectAll().where('conversation_id', '=', conversationId).executeTakeFirst(),
  );
  if (!row) return { state: undefined, version: 0 };
  return { state: openAs(sql, stateSchema, ['conversation_states', conversationId], row), version: row.version };
}

export async function commitTurn(sql: Sql, turn: TurnCommit): Promise<readonly LoggedActivity[]> {
  const logged = await commit(sql, turn);
  if (turn.forgets) await forgetNow(sql);
  return logged;
}

const commit = (sql: Sql, turn: TurnCommit): Promise<readonly LoggedActivity[]> =>
  sql.write(async (transaction) => {
    const { conversationId, replies, handedOver, feedback, unanswered, at } = turn;
    const last = await lockLog(sql, transaction, conversationId);
    // First, because a turn that is repeated after its commit is both answered and stale, and must end.
    if (turn.answered === undefined) await refuseIfAnybodySpoke(transaction, conversationId);
    else await markAnswered(transaction, conversationId, turn.answered);
    await saveState(sql, transaction, turn);
    for (const one of handedOver) await handOver(sql, transaction, one, at);
    for (const one of turn.added ?? []) await add(sql, transaction, one, at);
    for (const mail of turn.passing ?? []) await queuePassing(sql, transaction, mail, at);
    if (feedback) await countVerdict(transaction, feedback, at);
    if (unanswered) await keepGap(sql, transaction, unanswered, at);
    if (turn.forgets) await forgetLog(transaction, conversationId);
    const logged: LoggedActivity[] = [];
    for (const reply of replies) {
      const sequence = last + logged.length + 1;
      logged.push(await append(sql, transaction, { conversationId, sequence, ...reply, status: 'reply', at }));
    }
    await moveOn(transaction, conversationId, {
      sequence: last + logged.length,
      pending: turn.pending ?? false,
      ...(turn.answered === undefined ? {} : { at }),
    });
    return logged;
  });

/** What came in since and waits for its own turn stays: it was said after. */
async function forgetLog(transaction: Transaction<Tables>, conversationId: string): Promise<void> {
  await transaction
    .deleteFrom('activities')
    .where('conversation_id', '=', conversationId)
    .where('status', '<>', 'unanswered')
    .execute();
}

/** A turn in which nobody speaks gives way to one in which somebody has: its message is in the log and waits. */
async function refuseIfAnybodySpoke(transaction: Transaction<Tables>, conversationId: string): Promise<void> {
  const waiting = await transaction
    .selectFrom('activities')
    .select('sequence')
    .where('conversation_id', '=', conversationId)
    .where('status', '=', 'unanswered')
    .executeTakeFirst();
  if (waiting) throw new StaleStateError(conversationId);
}

async function markAnswered(transaction: Transaction<Tables>, conversationId: string, answered: string): Promise<void> {
  const incoming = await transaction
    .selectFrom('activities')
    .select('status')
    .where('conversation_id', '=', conversationId)
    .where('id', '=', answered)
    .executeTakeFirst();
  if (incoming?.status === 'answered') throw new AlreadyAnsweredError(conversationId, answered);
  if (incoming?.status !== 'unanswered') {
    throw new Error(`activity ${answered} of conversation ${conversationId} was never accepted; no turn can answer it`);
  }
  await transaction
    .updateTable('activities')
    .set({ status: 'answered' })
    .where('conversation_id', '=', conversationId)
    .where('id', '=', answered)
    .execute();
}

async function saveState(
  { encryption }: Sql,
  transaction: Transaction<Tables>,
  { conversationId, expectedVersion, state }: TurnCommit,
): Promise<void> {
  const found = await transaction
    .selectFrom('conversation_states')
    .select('version')
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  if ((found?.version ?? 0) !== expectedVersion) throw new StaleStateError(conversationId);
  const changed = {
    version: expectedVersion + 1,
    ...encryption.seal(['conversation_states', conversationId], state),
  };
  await transaction
    .insertInto('conversation_states')
    .values({ conversation_id: conversationId, ...changed })
    .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(changed))
    .execute();
}
