/** Kysely's SQLite dialect, made safe for several processes on one file. */
import { setTimeout } from 'node:timers/promises';
import type { Database as LibsqlDatabase } from 'libsql';
import {
  RawNode,
  SelectQueryNode,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { codeOf } from './unavailable.js';

/** In milliseconds. */
const LONGEST_PAUSE = 20;

/**
 * @param database is closed with the Kysely that uses this.
 * @param patience how long to wait for another process that is writing, in milliseconds.
 */
export function createSqliteDialect(database: LibsqlDatabase, patience: number): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => createDriver(database, patience),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Waits while another process writes. Not by SQLite's own busy timeout, which stops this whole process meanwhile.
 * @param patience in milliseconds.
 * @param work runs again from its beginning.
 */
export async function waitingForWriters<T>(patience: number, work: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + patience;
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await work();
    } catch (error) {
      if (!codeOf(error)?.startsWith('SQLITE_BUSY') || performance.now() > deadline) throw error;
    }
    await setTimeout(pause);
  }
}

/** Changes of the schema are part of their transaction in SQLite, though Kysely's adapter says otherwise. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** One connection, which transactions and single statements take one after the other. */
function createDriver(database: LibsqlDatabase, patience: number): Driver {
  const driver = new SqliteDriver({ database });
  const { begin, commit, rollback } = transactionsOf(database, patience);
  return {
    init: () => driver.init(),
    acquireConnection: async () => connectionTo(database, patience, await driver.acquireConnection()),
    beginTransaction: begin,
    commitTransaction: commit,
    rollbackTransaction: rollback,
    releaseConnection: () => driver.releaseConnection(),
    destroy: async () => {
      try {
        // libsql keeps the files open until its statements are collected, so SQLite does not tidy up by itself.
        database.pragma('wal_checkpoint(truncate)');
      } catch {
        // The log stays as it is; whoever opens the file next reads it.
      }
      await driver.destroy();
    },
  };
}

/**
 * By `exec`, because it lets go of its statement: a prepared "begin" that found the database locked counts as being in
 * progress until it is collected, and until then no commit succeeds.
 */
function transactionsOf(database: LibsqlDatabase, patience: number) {
  return {
    // Takes the lock for writing at once: one that only reads at first would be refused where another has written since.
    begin: () => waitingForWriters(patience, () => void database.exec('begin immediate')),
    commit: async () => void database.exec('commit'),
    rollback: async () => {
      // After some faults (disk full) SQLite has rolled back by itself, and the fault should be what is heard of.
      if (database.inTransaction) database.exec('rollback');
    },
  };
}

function connectionTo(database: LibsqlDatabase, patience: number, connection: DatabaseConnection): DatabaseConnection {
  const { begin, commit, rollback } = transactionsOf(database, patience);
  const inTransaction = async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    await begin();
    try {
      const result = await connection.executeQuery<R>(query);
      await commit();
      return result;
    } catch (error) {
      await rollback();
      throw error;
    }
  };
  return {
    executeQuery: (query) => {
      if (database.inTransaction) return connection.executeQuery(query);
      const reads = SelectQueryNode.is(query.query) || RawNode.is(query.query);
      return reads ? waitingForWriters(patience, () => connection.executeQuery(query)) : inTransaction(query);
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}
