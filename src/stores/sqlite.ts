/** SQLite in a file of the data folder: for one instance, with nothing to install. */
import { access, constants, open, stat, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import LibsqlDatabase from 'libsql';
import { Kysely, sql } from 'kysely';
import { folderFault, prepareDataFolder } from './data-folder.js';
import { createSqliteDialect, waitingForWriters } from './sqlite-dialect.js';
import { explainSqlite } from './sqlite-faults.js';
import type { Database, Tables } from './sql/tables.js';
import { StoreUnavailableError } from './unavailable.js';

/** Less than this left on the disk, in bytes, and the service says that it is not ready. */
const LEAST_SPACE = 16 * 1024 * 1024;

const PATIENCE = 5_000;

const SETTINGS = [
  // Readers and the writer do not wait for each other.
  'journal_mode = wal',
  // On disk when the commit returns: with "normal" a power cut could lose what was accepted.
  'synchronous = full',
  'foreign_keys = on',
  // What is deleted is overwritten, not only forgotten.
  'secure_delete = on',
  // The copy that "vacuum" makes is not to lie in a folder of its own.
  'temp_store = memory',
];

/**
 * Opens `<dataDir>/assistant.sqlite`, and creates folder and file where they are missing, for their owner alone.
 * @param patience how long to wait for another process that is writing, in milliseconds.
 * @throws {StoreUnavailableError}
 */
export async function openSqlite(dataDir: string, patience = PATIENCE): Promise<Database> {
  await prepareDataFolder(dataDir);
  const path = join(dataDir, 'assistant.sqlite');
  const inode = await createFile(path, dataDir);
  const explain = (error: unknown): unknown => explainSqlite(error, path);
  let database: LibsqlDatabase.Database | undefined;
  try {
    const opened = new LibsqlDatabase(path);
    database = opened;
    for (const setting of SETTINGS) await waitingForWriters(patience, () => void opened.exec(`pragma ${setting}`));
  } catch (error) {
    database?.close();
    throw explain(error);
  }
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database, patience) });
  return {
    db,
    dialect: 'sqlite',
    explain,
    check: () => checkFile(path, dataDir, inode),
    forget: (thoroughly) => forget(db, thoroughly),
  };
}

/**
 * The log (WAL) still has pages as they were before a deletion, until it is emptied. In the file itself, a row that was moved
 * when a page was split can leave a copy behind, which is overwritten with nothing; writing the file anew leaves it out.
 */
async function forget(db: Kysely<Tables>, thoroughly: boolean): Promise<void> {
  if (thoroughly) await sql`vacuum`.execute(db);
  // Where another process reads at this moment, the log stays; the next call empties it.
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/** An empty file is an empty database. SQLite would create it too, but readable for all, and would not say why not. */
async function createFile(path: string, dataDir: string): Promise<number> {
  try {
    const file = await open(path, 'a', 0o600);
    try {
      return (await file.stat()).ino;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw folderFault(error, dataDir);
  }
}

async function checkFile(path: string, dataDir: string, inode: number): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.ino !== inode) {
    throw new StoreUnavailableError(
      'The database file was moved, replaced or deleted while the service runs',
      resolve(path),
      'Stop the service, put the file back with those of the same name beside it, and start again.',
    );
  }
  await access(path, constants.W_OK).catch((error: unknown) => {
    throw folderFault(error, dataDir);
  });
  const { bavail, bsize } = await statfs(dataDir);
  if (bavail * bsize < LEAST_SPACE) {
    throw folderFault(Object.assign(new Error('less than 16 MB are left'), { code: 'ENOSPC' }), dataDir);
  }
}
