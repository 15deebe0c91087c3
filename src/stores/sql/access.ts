/** How the queries reach the database: one place where faults are explained, and where closing waits. */
import type { Kysely, Transaction } from 'kysely';
import { describeError, type Log } from '../../log.js';
import type { Encryption } from '../encrypt.js';
import { StoreUnavailableError } from '../unavailable.js';
import type { Database, Tables } from './tables.js';

/** What the queries work with. */
export interface Sql {
  readonly dialect: Database['dialect'];
  readonly encryption: Encryption;
  readonly log?: Log;
  /** Runs statements that change nothing. */
  read<T>(query: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Runs a transaction: whole or not at all, and on disk once this resolves. On SQLite one at a time. */
  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** See {@link Database.forget}. */
  forget(thoroughly: boolean): Promise<void>;
  /** Takes nothing more, waits for what is under way, and closes the database. */
  close(): Promise<void>;
}

/**
 * @param log is told of rows that cannot be read and were left out of a list.
 */
export function createSql(database: Database, encryption: Encryption, log?: Log): Sql {
  const { db, dialect, explain } = database;
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing)
      throw new StoreUnavailableError('The database is closed', 'the service is stopping', 'Start it again.');
    const running = work();
    underWay.add(running);
    try {
      return await running;
    } catch (error) {
      throw explain(error);
    } finally {
      underWay.delete(running);
    }
  };

  return {
    dialect,
    encryption,
    log,
    read: (query) => run(() => query(db)),
    write: (work) => run(() => db.transaction().execute(work)),
    forget: (thoroughly) => run(() => database.forget(thoroughly)),
    close: () => (closing ??= Promise.allSettled(underWay).then(() => db.destroy())),
  };
}

/** After a deletion, which stands whatever comes of this: the job that deletes what is old comes back to it. */
export async function forgetNow({ forget, log }: Sql): Promise<void> {
  try {
    await forget(false);
  } catch (error) {
    log?.warn('forgetting-fault', describeError(error));
  }
}
