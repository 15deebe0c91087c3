/** Encrypted rows, read back into what was put there. */
import type { z } from 'zod';
import { describeError, type LogFields } from '../../log.js';
import { EncryptionError, type Place, type StoredSealed } from '../encrypt.js';
import type { Sql } from './access.js';

/** The tables with encrypted rows, and the primary key of each: together, the `Place` of a row. */
export const SEALED_TABLES = {
  conversations: ['id'],
  conversation_states: ['conversation_id'],
  activities: ['conversation_id', 'sequence'],
  requests: ['reference'],
  outbox: ['id'],
  gaps: ['id'],
} as const;
export type SealedTable = keyof typeof SEALED_TABLES;

/** A row was decrypted, and holds something else than this version of the service writes. The message has no content. */
export class RowFormatError extends Error {
  constructor([table, ...row]: Place, where: string) {
    super(
      `${table} ${row.join('/')} cannot be read at "${where}": another version wrote it; run that version, or a later one`,
    );
    this.name = 'RowFormatError';
  }
}

/** @throws {EncryptionError} {RowFormatError} */
export function openAs<T>({ encryption }: Sql, schema: z.ZodType<T>, place: Place, row: StoredSealed): T {
  const read = schema.safeParse(encryption.open(place, row));
  if (read.success) return read.data;
  throw new RowFormatError(place, read.error.issues[0]?.path.join('.') ?? '');
}

/** A row whose content may have been forgotten. */
interface ForgettableSealed {
  readonly key_id: StoredSealed['key_id'] | null;
  readonly body: StoredSealed['body'] | null;
}

/** Undefined where the content was forgotten. */
export function sealedOf({ key_id, body }: ForgettableSealed): StoredSealed | undefined {
  return key_id === null || body === null ? undefined : { key_id, body };
}

/**
 * Reads the rows of many owners. One that cannot be read must not hold up the others: it is left out, and logged.
 * @param about which row it is, for the log.
 */
export function readableOf<Row, T>(
  { log }: Sql,
  rows: readonly Row[],
  read: (row: Row) => T,
  about: (row: Row) => LogFields,
): T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (!(error instanceof EncryptionError || error instanceof RowFormatError)) throw error;
      log?.error('row-unreadable', { ...about(row), ...describeError(error), remedy: error.message });
      return [];
    }
  });
}
