/** The databases that the stores are tested on: SQLite always, PostgreSQL where a server answers. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { freshSqlite, opener, type FreshDatabase } from './fresh-database.js';

export const POSTGRES_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

/** A schema of the server's test database. */
export async function freshPostgres(): Promise<FreshDatabase> {
  const schema = `stores_${randomBytes(6).toString('hex')}`;
  const url = new URL(POSTGRES_URL);
  url.searchParams.set('options', `-csearch_path=${schema}`);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create schema ${schema}`);
  const location = { dataDir: '', databaseUrl: url.href };
  const { open, closeAll } = opener(location);
  return {
    open,
    location,
    raw: async (statement) => (await client.query<Record<string, unknown>>(statement)).rows,
    dispose: async () => {
      await closeAll();
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}

async function postgresAnswers(): Promise<boolean> {
  const client = new Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Whether a server answers; where none does, `REQUIRE_POSTGRES=1` makes `postgres.test.ts` fail. */
export const hasPostgres = await postgresAnswers();
if (!hasPostgres && process.env['REQUIRE_POSTGRES'] !== '1') {
  console.log('PostgreSQL tests were skipped: no server answers. Name one in TEST_DATABASE_URL.');
}

const databases: readonly { readonly name: string; fresh(): Promise<FreshDatabase> }[] = [
  { name: 'SQLite', fresh: freshSqlite },
  ...(hasPostgres ? [{ name: 'PostgreSQL', fresh: freshPostgres }] : []),
];

/** One suite for each database; within it, every test has a database of its own. */
export function describeOnEach(title: string, suite: (database: () => FreshDatabase) => void): void {
  for (const { name, fresh } of databases) {
    describe(`${title} on ${name}`, () => {
      let database: FreshDatabase;
      beforeEach(async () => {
        database = await fresh();
      });
      afterEach(() => database.dispose());
      suite(() => database);
    });
  }
}
