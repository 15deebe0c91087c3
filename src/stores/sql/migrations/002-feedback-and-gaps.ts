/** What the editors of the knowledge learn from. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { Database } from '../tables.js';

export function feedbackAndGaps(dialect: Database['dialect']): Migration {
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
