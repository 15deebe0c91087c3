/** The schema's history. A migration that has been released is never changed: what comes later is another one. */
import { Migrator, sql } from 'kysely';
import { StoreUnavailableError } from '../unavailable.js';
import { firstTables } from './migrations/001-first-tables.js';
import { feedbackAndGaps } from './migrations/002-feedback-and-gaps.js';
import { pendingAndPassing } from './migrations/003-pending-and-passing.js';
import { historyChain } from './migrations/004-history-chain.js';
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
        '003-pending-and-passing': pendingAndPassing(dialect),
        '004-history-chain': historyChain(dialect),
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
