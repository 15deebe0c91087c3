/** Requests that wait for their person, and mails that belong to no request. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { Database } from '../tables.js';

export function pendingAndPassing(dialect: Database['dialect']): Migration {
  const relax =
    dialect === 'postgres'
      ? async (db: Kysely<unknown>): Promise<void> => {
          await db.schema
            .alterTable('outbox')
            .alterColumn('reference', (column) => column.dropNotNull())
            .execute();
          await db.schema.alterTable('outbox').addColumn('expires_at', 'bigint').execute();
        }
      : rebuildOutbox;
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('conversations')
        .addColumn('pending', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema
        .createIndex('conversations_pending')
        .on('conversations')
        .column('last_activity_at')
        .where(sql.ref('pending'), '=', sql.lit(1))
        .execute();
      await relax(db);
    },
  };
}

/** SQLite cannot take a constraint off a column. */
async function rebuildOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('outbox_due').execute();
  await db.schema.dropIndex('outbox_of').execute();
  await db.schema.alterTable('outbox').renameTo('outbox_before').execute();
  await db.schema
    .createTable('outbox')
    .addColumn('key_id', 'text')
    .addColumn('body', 'blob')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('reference', 'text', (column) => column.references('requests.reference'))
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('leased_until', 'bigint')
    .addColumn('expires_at', 'bigint')
    .execute();
  await sql`insert into outbox select *, null from outbox_before`.execute(db);
  await db.schema.dropTable('outbox_before').execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['status', 'due_at']).execute();
  await db.schema.createIndex('outbox_of').on('outbox').column('reference').execute();
}
