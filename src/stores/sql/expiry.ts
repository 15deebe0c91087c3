/** What is deleted of requests when its time is over. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import type { Sql } from './access.js';
import { lockRequest } from './history.js';
import { forgetContent } from './purge.js';
import type { Tables } from './tables.js';

/** How many requests are deleted at once, so that nobody waits long for the database meanwhile. */
const BATCH = 200;

/**
 * Purges each request that was delivered whole before `before`. One of which a mail waits, or was refused, is left alone:
 * somebody has to see to it first. Returns how many.
 */
export async function purgeDelivered(sql: Sql, before: Date, now: Date): Promise<number> {
  const due = await sql.read((db) => delivered(db, before).execute());
  let purged = 0;
  for (const { reference } of due) {
    // On SQLite, nothing else in this process would come to its turn between two transactions.
    await othersFirst();
    purged += await sql.write(async (transaction) => {
      await lockRequest(sql, transaction, reference);
      // An operator may have sent its mails again since.
      const still = await delivered(transaction, before).where('requests.reference', '=', reference).executeTakeFirst();
      if (!still) return 0;
      await forgetContent(transaction, reference, { now });
      return 1;
    });
  }
  return purged;
}

/**
 * Requests with content, all of whose mails that are there were accepted, the last of them before `before`. Something may have
 * been added to one that an operator had purged before.
 */
function delivered(db: Kysely<Tables>, before: Date) {
  return db
    .selectFrom('requests')
    .select('requests.reference')
    .where((is) =>
      is.or([
        is('requests.body', 'is not', null),
        is.exists(mailsOf(is.selectFrom).where('outbox.body', 'is not', null)),
      ]),
    )
    .where(({ exists, selectFrom }) => exists(mailsOf(selectFrom).where('outbox.purpose', '=', 'dpo')))
    .where(({ not, exists, selectFrom }) => not(exists(undelivered(selectFrom))))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('request_events')
            .select('request_events.id')
            .whereRef('request_events.reference', '=', 'requests.reference')
            .where('request_events.event', '=', 'accepted')
            .where('request_events.at', '>=', before.getTime()),
        ),
      ),
    );
}

/** The mails of the request that the query around this is at. */
const mailsOf = (selectFrom: ExpressionBuilder<Tables, 'requests'>['selectFrom']) =>
  selectFrom('outbox').select('outbox.id').whereRef('outbox.reference', '=', 'requests.reference');

const undelivered = (selectFrom: ExpressionBuilder<Tables, 'requests'>['selectFrom']) =>
  mailsOf(selectFrom).where('outbox.status', '<>', 'accepted').where('outbox.body', 'is not', null);

/** How many requests that were handed over before `before` are kept because a mail of theirs did not go out. */
export async function countUndelivered({ read }: Sql, before: Date): Promise<number> {
  const { count } = await read((db) =>
    db
      .selectFrom('requests')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where('requests.handed_over_at', '<', before.getTime())
      .where(({ exists, selectFrom }) => exists(undelivered(selectFrom)))
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}

/**
 * Deletes the rest of requests that were handed over before `before` and whose content is gone: reference, dates, history,
 * and the rows of their mails. Returns how many.
 */
export async function deletePurged(sql: Sql, before: Date): Promise<number> {
  let deleted = 0;
  for (let some = await deleteSome(sql, before); some > 0; some = await deleteSome(sql, before)) deleted += some;
  return deleted;
}

const deleteSome = (sql: Sql, before: Date): Promise<number> =>
  sql.write(async (transaction) => {
    const over = await transaction
      .selectFrom('requests')
      .select('reference')
      .where('body', 'is', null)
      .where('handed_over_at', '<', before.getTime())
      // Of what was added since, none waits.
      .where(({ not, exists, selectFrom }) => not(exists(undelivered(selectFrom))))
      .limit(BATCH)
      .$if(sql.dialect === 'postgres', (query) => query.forUpdate().skipLocked())
      .execute();
    return deleteAll(
      transaction,
      over.map(({ reference }) => reference),
    );
  });

/** The history follows by its foreign key. */
async function deleteAll(transaction: Transaction<Tables>, references: readonly string[]): Promise<number> {
  if (references.length === 0) return 0;
  await transaction.deleteFrom('outbox').where('reference', 'in', references).execute();
  const gone = await transaction.deleteFrom('requests').where('reference', 'in', references).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
