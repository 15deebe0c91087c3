/** Conversations with their logs, requests with their history, the outbox, and the keys. */
import { sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely';
import type { Database } from '../tables.js';

export function firstTables(dialect: Database['dialect']): Migration {
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
