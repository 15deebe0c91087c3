/** Kysely's PostgreSQL dialect, which looks at nobody's schema but ours. */
import { PostgresAdapter, PostgresDriver, PostgresQueryCompiler, sql, type Dialect, type TableMetadata } from 'kysely';
import type { Pool } from 'pg';

/**
 * Before it migrates, Kysely asks for the tables of the whole database, with every column. That fails where somebody drops
 * another schema at that moment, and the service would not start. It needs no more than the names of our own tables.
 * @param pool is ended with the Kysely that uses this.
 */
export function createPostgresDialect(pool: Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver({ pool }),
    createIntrospector: (db) => ({
      getSchemas: () => schemas(db),
      getTables: () => ownTables(db),
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the interface asks for it
      getMetadata: async () => ({ tables: await ownTables(db) }),
    }),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** A parameter of {@link Dialect.createIntrospector}, whose tables nothing is known of. */
type AnyTables = Parameters<Dialect['createIntrospector']>[0];

async function schemas(db: AnyTables): Promise<{ name: string }[]> {
  const { rows } = await sql<{ name: string }>`select nspname as name from pg_namespace`.execute(db);
  return rows;
}

async function ownTables(db: AnyTables): Promise<TableMetadata[]> {
  const { rows } = await sql<{ name: string; schema: string }>`
    select tablename as name, schemaname as schema from pg_tables where schemaname = current_schema()`.execute(db);
  return rows.map((table) => ({ ...table, isView: false, columns: [] }));
}
