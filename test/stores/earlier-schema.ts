/** A database as an earlier version of the service made it and filled it. */
import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { createEncryption } from '../../src/stores/encrypt.js';
import { openPostgres } from '../../src/stores/postgres.js';
import { firstTables } from '../../src/stores/sql/migrations/001-first-tables.js';
import { feedbackAndGaps } from '../../src/stores/sql/migrations/002-feedback-and-gaps.js';
import type { Database } from '../../src/stores/sql/tables.js';
import { openSqlite } from '../../src/stores/sqlite.js';
import { composeMails } from '../../src/handoff/email.js';
import { aRequest, CONTEXT } from '../handoff/requests.js';
import { AT, KEYS, type FreshDatabase } from '../support/fresh-database.js';
import { after, ID } from './a-conversation.js';

/** Any table, as an earlier version had it. */
type Rows = Record<string, Record<string, unknown>>;

export type Version = '001' | '002';
const encryption = createEncryption(KEYS);
export const REFERENCE = aRequest().reference;
export const OTHER = 'PR-AA2A-A2AA';

/** Sets the schema up as far as that migration, and leaves a conversation and two requests in it. */
export async function anEarlierDatabase({ location }: FreshDatabase, version: Version): Promise<void> {
  const { dataDir, databaseUrl } = location;
  const { db, dialect } = databaseUrl === undefined ? await openSqlite(dataDir) : openPostgres(databaseUrl);
  try {
    await migrateTo(version, db as unknown as Kysely<Rows>, dialect);
    await fill(db as unknown as Kysely<Rows>);
  } finally {
    await db.destroy();
  }
}

async function migrateTo(version: Version, db: Kysely<Rows>, dialect: Database['dialect']): Promise<void> {
  const migrations: Record<string, Migration> = {
    '001-first-tables': firstTables(dialect),
    ...(version === '002' ? { '002-feedback-and-gaps': feedbackAndGaps(dialect) } : {}),
  };
  const schema = async (): Promise<string> =>
    (await sql<{ name: string }>`select current_schema() as name`.execute(db)).rows[0]?.name ?? '';
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    ...(dialect === 'postgres' ? { migrationTableSchema: await schema() } : {}),
  }).migrateToLatest();
  if (error !== undefined) throw new Error('the earlier schema could not be made', { cause: error });
}

async function fill(db: Kysely<Rows>): Promise<void> {
  const at = AT.getTime();
  const seal = (table: string, row: readonly (string | number)[], content: unknown): object =>
    encryption.seal([table, ...row], content);
  const conversation = { id: ID, channel: 'directline', created_at: at, last_activity_at: at, last_sequence: 2 };
  await insert(db, 'conversations', { ...conversation, ...seal('conversations', [ID], { userId: 'dl_someone' }) });
  const state = seal('conversation_states', [ID], { step: 'contact' });
  await insert(db, 'conversation_states', { conversation_id: ID, version: 1, ...state });
  for (const [sequence, id, status] of [
    [1, 'm1', 'answered'],
    [2, 'r1', 'reply'],
  ] as const) {
    const activity = seal('activities', [ID, sequence], { type: 'message', text: id });
    await insert(db, 'activities', { conversation_id: ID, sequence, id, status, logged_at: at, ...activity });
  }
  for (const reference of [REFERENCE, OTHER]) {
    const request = aRequest({ reference });
    const dates = { received_at: Date.parse(request.receivedAt), due_date: request.dueDate, handed_over_at: at };
    const { right, channel } = request;
    await insert(db, 'requests', { reference, right, channel, ...dates, ...seal('requests', [reference], request) });
    await insert(db, 'request_events', { reference, at, event: 'created', detail: `${right}, by ${channel}` });
    for (const { purpose, mail } of composeMails(request, CONTEXT)) {
      const id = `${reference}.${purpose}`;
      const row = { id, reference, purpose, created_at: at, ...STATES[id], ...seal('outbox', [id], mail) };
      await insert(db, 'outbox', row);
    }
  }
}

/** One mail was sent, one refused, one failed and waits, one is being sent. */
const STATES: Readonly<Record<string, object>> = {
  [`${REFERENCE}.dpo`]: { status: 'accepted', attempts: 1, due_at: AT.getTime() },
  [`${REFERENCE}.acknowledgement`]: { status: 'refused', attempts: 3, due_at: AT.getTime() },
  [`${OTHER}.dpo`]: { status: 'waiting', attempts: 2, due_at: after(60_000).getTime() },
  [`${OTHER}.acknowledgement`]: {
    status: 'waiting',
    attempts: 0,
    due_at: AT.getTime(),
    leased_until: after(300_000).getTime(),
  },
};

const insert = async (db: Kysely<Rows>, table: string, row: Record<string, unknown>): Promise<void> =>
  void (await db.insertInto(table).values(row).execute());
