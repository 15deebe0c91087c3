/** Shows at start-up, not at the first resident's cost, whether the keys given are those that this database was written with. */
import { sql as raw, type Transaction } from 'kysely';
import { EncryptionError } from '../encrypt.js';
import type { Sql } from './access.js';
import { SEALED_TABLES, type SealedTable } from './sealed-rows.js';
import type { Tables } from './tables.js';

const KNOWN = 'the key of this id has not changed';

/**
 * Leaves a known text under each key, and reads those that are there. A key that nothing needs any more is let go.
 * @throws {EncryptionError} where a key is missing that something was encrypted with, or is another than it was.
 */
export const checkKeys = ({ write, encryption }: Sql, now: Date): Promise<void> =>
  write(async (transaction) => {
    for (const id of encryption.keyIds) {
      await transaction
        .insertInto('encryption_keys')
        .values({ id, since: now.getTime(), ...encryption.seal(['encryption_keys', id], KNOWN, id) })
        // An instance that starts at the same moment may have been first: then its text is read, below.
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
    const rows = await transaction.selectFrom('encryption_keys').selectAll().orderBy('id').execute();
    for (const row of rows) {
      if (encryption.keyIds.includes(row.id)) encryption.open(['encryption_keys', row.id], row);
      else await letGo(transaction, row.id, encryption.keyIds);
    }
  });

async function letGo(transaction: Transaction<Tables>, id: string, given: readonly string[]): Promise<void> {
  for (const table of Object.keys(SEALED_TABLES) as SealedTable[]) {
    const left = await transaction
      .selectFrom(table)
      .select(raw.lit(1).as('one'))
      .where('key_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (left) {
      throw new EncryptionError(
        `${table} has rows that were encrypted with the key "${id}", which is not in ENCRYPTION_KEYS (there: ${given.join(', ')}); ` +
          'put it back, after the others: a key may only go when nothing is left that it encrypted',
      );
    }
  }
  await transaction.deleteFrom('encryption_keys').where('id', '=', id).execute();
}
