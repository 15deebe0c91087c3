/** Opens the place where everything is kept. */
import { sql as raw } from 'kysely';
import type { Log } from '../log.js';
import { createEncryption, type EncryptionKey } from './encrypt.js';
import { listenPostgres } from './postgres-listen.js';
import { openPostgres } from './postgres.js';
import { alertStore } from './sql/alerts.js';
import { auditStore } from './sql/audit.js';
import { createSql } from './sql/access.js';
import { conversationStore } from './sql/conversations.js';
import { feedbackStore } from './sql/feedback.js';
import { checkKeys } from './sql/keys.js';
import { migrate } from './sql/migrations.js';
import { outboxStore } from './sql/outbox.js';
import { requestStore } from './sql/requests.js';
import { keyStore } from './sql/rotation.js';
import type { Database } from './sql/tables.js';
import { openSqlite } from './sqlite.js';
import type { Stores } from './store.js';

export interface PrepareOptions {
  /** The first encrypts, all decrypt. Losing one loses what it encrypted. */
  readonly encryptionKeys: readonly EncryptionKey[];
  /** Told of rows that cannot be read and of connections that were lost. */
  readonly log?: Log;
  readonly now: () => Date;
}

export interface StoreOptions extends PrepareOptions {
  /** The folder of the SQLite file; created where it is missing. Not touched where there is a `databaseUrl`. */
  readonly dataDir: string;
  /** `postgres://…`; without it, SQLite. */
  readonly databaseUrl?: string;
}

/**
 * Opens the database, brings its schema up to date, and makes sure that the keys are the ones it was written with.
 * @throws {StoreUnavailableError} {EncryptionError} whose messages name the remedy.
 */
export async function openStores({ dataDir, databaseUrl, ...options }: StoreOptions): Promise<Stores> {
  if (databaseUrl === undefined) return prepareStores(await openSqlite(dataDir), options);
  const { log } = options;
  const stores = await prepareStores(openPostgres(databaseUrl, log), options);
  return { ...stores, listen: (listener) => listenPostgres(databaseUrl, listener, { log }) };
}

/** The second half of {@link openStores}: for a database that was opened already, which is closed if this throws. */
export async function prepareStores(database: Database, { encryptionKeys, log, now }: PrepareOptions): Promise<Stores> {
  try {
    const sql = createSql(database, createEncryption(encryptionKeys), log);
    await migrate(database);
    await checkKeys(sql, now());
    return {
      conversations: conversationStore(sql),
      outbox: outboxStore(sql),
      requests: requestStore(sql),
      feedback: feedbackStore(sql),
      alerts: alertStore(sql),
      audit: auditStore(sql),
      keys: keyStore(sql),
      forget: (thoroughly) => sql.forget(thoroughly),
      check: () =>
        sql.read(async (db) => {
          await raw`select 1`.execute(db);
          await database.check();
        }),
      close: () => sql.close(),
    };
  } catch (error) {
    await database.db.destroy();
    throw database.explain(error);
  }
}
