/** The schema's history. A migration that has been released is never changed: what comes later is another one. */
import { Migrator, sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely';
import { StoreUnavailableError } from '../unavailable.js';
import type { Database } from './tables.js';

/**
 * Brings the schema up to date, whole or not at all; safe where several processes start at once (on PostgreSQL by
 * Kysely's advisory lock, on SQLite by the lock of the transaction, which our dialect takes at its beginning).
 * @throws {StoreUnavailableError} where a later version was here before; and what the database throws.
 */
export async function migrate({ db, dialect }: Pick<Database, 'db' | 'dialect'>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        '001-first-tables': firstTables(dialect),
        '002-feedback-and-gaps': feedbackAndGaps(dialect),
      }),
    },
    // Named, because Kysely takes another schema's migration table for its own.
    ...(dialect === 'postgres' ? { migrationTableSchema: await currentSchema(db) } : {}),
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new StoreUnavailableError(
      'The database was written by a later version of this service',
      error.message,
      'Run that version again, or restore the backup from before it.',
      error,
    );
  }
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('the schema could not be brought up to date');
}

async function currentSchema(db: Database['db']): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const name = rows[0]?.name;
  if (!name) {
    throw new StoreUnavailableError(
      'The database has no schema for the tables',
      "the search_path of DATABASE_URL's user",
      'Create the schema that it names, or let it name one that is there.',
    );
  }
  return name;
}

function firstTables(dialect: Database['dialect']): Migration {
  const postgres = dialect === 'postgres';
  const bytes = postgres ? 'bytea' : 'blob';
  type Columns<T extends string> = CreateTableBuilder<T, 'key_id' | 'body'>;
  const sealed = <T extends string>(table: CreateTableBuilder<T>): Columns<T> =>
    table
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('body', bytes, (column) => column.notNull());
  const forgettable = <T extends string>(table: CreateTableBuilder<T>): Columns<T> =>
    table.addColumn('key_id', 'text').addColumn('body', bytes);

  const conversations = async (db: Kysely<unknown>): Promise<void> => {
    await sealed(db.schema.createTable('conversations'))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('last_activity_at', 'bigint', (column) => column.notNull())
      .addColumn('last_sequence', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('conversations_idle').on('conversations').column('last_activity_at').execute();
    await sealed(db.schema.createTable('conversation_states'))
      .addColumn('conversation_id', 'text', (column) =>
        column.primaryKey().notNull().references('conversations.id').onDelete('cascade'),
      )
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await sealed(db.schema.createTable('activities'))
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversations.id').onDelete('cascade'),
      )
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('client_id', 'text')
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('logged_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('activities_key', ['conversation_id', 'sequence'])
      .addUniqueConstraint('activities_by_id', ['conversation_id', 'id'])
      .addUniqueConstraint('activities_by_client_id', ['conversation_id', 'client_id'])
      .execute();
    await db.schema
      .createIndex('activities_unanswered')
      .on('activities')
      .column('logged_at')
      .where(sql.ref('status'), '=', sql.lit('unanswered'))
      .execute();
  };

  const requests = async (db: Kysely<unknown>): Promise<void> => {
    await forgettable(db.schema.createTable('requests'))
      .addColumn('reference', 'text', (column) => column.primaryKey().notNull())
      .addColumn('right', 'text', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('due_date', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('handed_over_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('request_events')
      .addColumn('id', postgres ? 'bigserial' : 'integer', (column) =>
        postgres ? column.primaryKey() : column.primaryKey().autoIncrement(),
      )
      .addColumn('reference', 'text', (column) => column.notNull().references('requests.reference'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('request_events_of').on('request_events').column('reference').execute();
  };

  const outbox = async (db: Kysely<unknown>): Promise<void> => {
    await forgettable(db.schema.createTable('outbox'))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('reference', 'text', (column) => column.notNull().references('requests.reference'))
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('leased_until', 'bigint')
      .execute();
    await db.schema.createIndex('outbox_due').on('outbox').columns(['status', 'due_at']).execute();
    await db.schema.createIndex('outbox_of').on('outbox').column('reference').execute();
  };

  const keys = async (db: Kysely<unknown>): Promise<void> => {
    await sealed(db.schema.createTable('encryption_keys'))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
  };

  return {
    up: async (db) => {
      for (const create of [conversations, requests, outbox, keys]) await create(db);
    },
  };
}

function feedbackAndGaps(dialect: Database['dialect']): Migration {
  const postgres = dialect === 'postgres';
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('feedback')
        .addColumn('entry', 'text', (column) => column.notNull())
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('helpful', 'integer', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('feedback_key', ['entry', 'day', 'helpful'])
        .execute();
      await db.schema
        .createTable('gaps')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('key_id', 'text', (column) => column.notNull())
        .addColumn('body', postgres ? 'bytea' : 'blob', (column) => column.notNull())
        // In the order of its random ids: that of arrival could be laid beside a conversation's.
        .$call((table) => (postgres ? table : table.modifyEnd(sql`without rowid`)))
        .execute();
      await db.schema.createIndex('gaps_by_day').on('gaps').column('day').execute();
    },
  };
}
