/** PostgreSQL, for several instances behind a load balancer. */
import { Kysely, sql } from 'kysely';
import { Client, Pool, TypeOverrides, types, type PoolClient, type PoolConfig } from 'pg';
import type { Log } from '../log.js';
import { createPostgresDialect } from './postgres-dialect.js';
import { explainPostgres } from './postgres-faults.js';
import type { Database, Tables } from './sql/tables.js';
import { codeOf, StoreUnavailableError } from './unavailable.js';

/** Milliseconds. */
export interface PostgresTimeouts {
  /** To connect, or to get one of the connections that are there. */
  readonly connect: number;
  /** For one statement; the server ends it. */
  readonly statement: number;
  /** For which a transaction may hold a connection; then it is cut: the server is gone without a word. */
  readonly hold: number;
}
const TIMEOUTS: PostgresTimeouts = { connect: 5_000, statement: 10_000, hold: 30_000 };

// Values of type "bigint" come as text, by default. Ours, milliseconds and counts, are safe as numbers.
const momentsAsNumbers = new TypeOverrides();
momentsAsNumbers.setTypeParser(types.builtins.INT8, Number);

/**
 * Prepares a pool; connects when it is first used.
 * @param url `postgres://user:password@host:5432/database`; what it says goes before what is set here.
 * @param log is told of connections that were lost while nobody used them.
 * @throws {StoreUnavailableError} where the URL cannot be read.
 */
export function openPostgres(url: string, log?: Log, timeouts: Partial<PostgresTimeouts> = {}): Database {
  const { connect, statement, hold } = { ...TIMEOUTS, ...timeouts };
  const where = describe(url);
  const pool = createPool(
    {
      connectionString: url,
      application_name: 'privacy-assistant',
      connectionTimeoutMillis: connect,
      statement_timeout: statement,
      idle_in_transaction_session_timeout: hold,
      keepAlive: true,
      types: momentsAsNumbers,
    },
    hold,
    log,
  );
  const db = new Kysely<Tables>({ dialect: createPostgresDialect(pool) });
  return {
    db,
    dialect: 'postgres',
    explain: (error) => explainPostgres(error, where),
    check: () => checkWritable(db, where),
    // When the server takes old versions of rows away is its own affair: see autovacuum.
    forget: () => Promise.resolve(),
  };
}

function createPool(config: PoolConfig, hold: number, log: Log | undefined): Pool {
  const pool = new Pool(config);
  const timers = new WeakMap<PoolClient, NodeJS.Timeout>();
  // Without listeners, a connection that is lost would end the process. Whoever uses it hears of it from its query.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  pool.on('error', (error) => log?.warn('database-connection-lost', { code: codeOf(error) }));
  pool.on('acquire', (client) => {
    const cut = (): void => void client.end().catch(() => undefined);
    timers.set(client, setTimeout(cut, hold).unref());
  });
  pool.on('release', (_error, client) => clearTimeout(timers.get(client)));
  return pool;
}

/** Host, port and database, without user and password. */
function describe(url: string): string {
  try {
    const { host, port, database } = new Client({ connectionString: url });
    return `DATABASE_URL names ${host}:${port}, database "${database ?? ''}"`;
  } catch {
    throw new StoreUnavailableError(
      'The address of the database cannot be read',
      'DATABASE_URL',
      'Write postgres://user:password@host:5432/database, with %-encoding for special characters in the password.',
    );
  }
}

async function checkWritable(db: Kysely<Tables>, where: string): Promise<void> {
  const { rows } = await sql<{ answer: string }>`select current_setting('transaction_read_only') as answer`.execute(db);
  if (rows[0]?.answer === 'on') {
    throw new StoreUnavailableError(
      'The database can only be read',
      where,
      'Point DATABASE_URL to the primary server.',
    );
  }
}
