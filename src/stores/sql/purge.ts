/** Forgets what a request said, and its mails; that it was there stays. */
import type { Transaction } from 'kysely';
import { forgetNow, type Sql } from './access.js';
import { lockRequest, record } from './history.js';
import type { Tables } from './tables.js';

/** @param by who it is that purges: an account of the council's; without one, the service by itself. */
export async function purge(
  sql: Sql,
  reference: string,
  by: { readonly now: Date; readonly who?: string | undefined },
): Promise<boolean> {
  const found = await sql.write(async (transaction) => {
    const request = await lockRequest(sql, transaction, reference);
    if (request && !request.purged) await forgetContent(transaction, reference, by);
    return request !== undefined;
  });
  await forgetNow(sql);
  return found;
}

/** Of a request that this transaction has locked. */
export async function forgetContent(
  transaction: Transaction<Tables>,
  reference: string,
  { now, who }: { readonly now: Date; readonly who?: string | undefined },
): Promise<void> {
  const forgotten = { key_id: null, body: null };
  await transaction.updateTable('requests').set(forgotten).where('reference', '=', reference).execute();
  const mails = await transaction
    .updateTable('outbox')
    .set((row) => ({
      ...forgotten,
      leased_until: null,
      // One that still waited will never go out.
      status: row
        .case()
        .when('status', '=', 'waiting')
        .then('refused' as const)
        .else(row.ref('status'))
        .end(),
    }))
    .where('reference', '=', reference)
    .returning('purpose')
    .execute();
  const detail = ['request', ...mails.map(({ purpose }) => purpose).sort()].join(', ');
  await record(transaction, reference, [{ event: 'purged', detail, who }], now);
}
