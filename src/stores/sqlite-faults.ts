/** SQLite's faults, told to the operator. */
import { resolve } from 'node:path';
import { codeOf, StoreUnavailableError } from './unavailable.js';

/** By the primary code: SQLITE_IOERR_WRITE is read as SQLITE_IOERR. */
const MEANINGS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  SQLITE_FULL: ['The disk of the database is full', 'Make room; what was accepted before is kept.'],
  SQLITE_IOERR: [
    'The disk of the database cannot be read or written',
    'Check the disk and its space. A network drive will not do: move DATA_DIR to a local one.',
  ],
  SQLITE_CORRUPT: ['The database is damaged', 'Stop the service, keep the file, and restore the last backup.'],
  SQLITE_NOTADB: [
    'The database file is none, or is damaged',
    'Stop the service, move the file away, and restore the last backup.',
  ],
  SQLITE_READONLY: [
    'The database may not be written to',
    'Give the file and its folder to the account that runs this service, on a disk that is writable.',
  ],
  SQLITE_PERM: ['The database may not be opened', 'Give the file to the account that runs this service.'],
  SQLITE_CANTOPEN: [
    'The database cannot be opened',
    'Give the file and its folder to the account that runs this service.',
  ],
  SQLITE_BUSY: [
    'Another process keeps the database locked',
    'End whatever holds it: a backup, a database browser, or a second instance (several instances need PostgreSQL).',
  ],
};

/** What a fault of SQLite means and what to do; any other fault comes back as it is. */
export function explainSqlite(error: unknown, path: string): unknown {
  const code = codeOf(error) ?? codeOfOpening(error);
  const primary = Object.keys(MEANINGS).find((known) => code === known || code?.startsWith(`${known}_`));
  const [what, remedy] = (primary === undefined ? undefined : MEANINGS[primary]) ?? [];
  if (what === undefined || remedy === undefined) return error;
  return new StoreUnavailableError(what, resolve(path), remedy, error);
}

/** libsql gives no code where a file cannot be opened: SQLite's own stands at the end of its message. */
function codeOfOpening(error: unknown): string | undefined {
  const number = error instanceof Error ? /^ConnectionFailed\(.*: (\d+)"\)$/.exec(error.message)?.[1] : undefined;
  if (number === undefined) return undefined;
  return { 8: 'SQLITE_READONLY', 10: 'SQLITE_IOERR', 26: 'SQLITE_NOTADB' }[number] ?? 'SQLITE_CANTOPEN';
}
