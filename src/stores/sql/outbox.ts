/** The outbox in SQL: the row is the queue. */
import type { ExpressionBuilder, Selectable, Transaction } from 'kysely';
import { mailSchema } from '../../handoff/mail.js';
import type { StoredSealed } from '../encrypt.js';
import type { OutboxItem, OutboxStore, RequestEvent } from '../store.js';
import type { Sql } from './access.js';
import { PASSING } from './handing-over.js';
import { lockRequest, record } from './history.js';
import { openAs, readableOf, sealedOf } from './sealed-rows.js';
import type { Tables } from './tables.js';

type Row = Selectable<Tables['outbox']>;
type Status = Row['status'];

export function outboxStore(sql: Sql): OutboxStore {
  return {
    claim: (now, leaseUntil, limit) => claim(sql, now, leaseUntil, limit),
    accepted: (id, answer, now) =>
      sql.write(async (transaction) => {
        await recordAnswer(transaction, id, 'accepted', answer, now);
        await transaction
          .updateTable('outbox')
          .set((row) => ({ status: 'accepted', attempts: row('attempts', '+', 1), leased_until: null }))
          .where('id', '=', id)
          .execute();
      }),
    failed: (id, answer, now, retryAt) =>
      sql.write(async (transaction) => {
        await recordAnswer(transaction, id, 'failed', answer, now);
        await transaction
          .updateTable('outbox')
          .set((row) => ({ ...afterFailure(retryAt), attempts: row('attempts', '+', 1), leased_until: null }))
          .where('id', '=', id)
          // Where the lease ran out, another worker may have sent it since; where it was purged, there is nothing to send.
          .where('status', '<>', 'accepted')
          .where('body', 'is not', null)
          .execute();
      }),
    resend: (reference, now, who) => resend(sql, reference, now, who),
    deleteExpired: (now) =>
      sql.write(async (transaction) => {
        const gone = await transaction.deleteFrom('outbox').where('expires_at', '<=', now.getTime()).executeTakeFirst();
        return Number(gone.numDeletedRows);
      }),
    backlog: () => backlog(sql),
    recent: (limit) => recent(sql, limit),
  };
}

function itemOf(sql: Sql, row: Row, sealed: StoredSealed): OutboxItem & { readonly status: Status } {
  const { id, reference, purpose, attempts, status } = row;
  const mail = openAs(sql, mailSchema, ['outbox', id], sealed);
  return {
    id,
    ...(reference === null ? {} : { reference }),
    purpose,
    mail,
    attempts,
    createdAt: new Date(row.created_at),
    status,
  };
}

/** The mails that can be read, in the order of the rows. */
function itemsOf(sql: Sql, rows: readonly Row[]): (OutboxItem & { readonly status: Status })[] {
  const kept = rows.flatMap((row) => {
    const sealed = sealedOf(row);
    return sealed ? [{ row, sealed }] : [];
  });
  return readableOf(
    sql,
    kept,
    ({ row, sealed }) => itemOf(sql, row, sealed),
    ({ row: { reference, purpose } }) => ({ purpose, ...(reference === null ? {} : { reference }) }),
  );
}

/** A mail that cannot be read stays leased, and so comes up again, maybe for an instance that has its key. */
async function claim(sql: Sql, now: Date, leaseUntil: Date, limit: number): Promise<readonly OutboxItem[]> {
  const rows = await lease(sql, now, leaseUntil, limit);
  return itemsOf(sql, rows).map(({ status: _, ...item }) => item);
}

const lease = (sql: Sql, now: Date, leaseUntil: Date, limit: number): Promise<readonly Row[]> =>
  sql.write(async (transaction) => {
    const rows = await transaction
      // As a table of its own, or PostgreSQL may run it more than once and lease more than asked for.
      .with('due', (db) =>
        db
          .selectFrom('outbox')
          .select('id')
          .where('status', '=', 'waiting')
          .where('body', 'is not', null)
          .where((is) => is.or([is('attempts', '=', 0), notAhead(is, 'due_at', now)]))
          .where((is) => is.or([is('leased_until', 'is', null), notAhead(is, 'leased_until', now)]))
          .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now.getTime())]))
          .orderBy('due_at')
          .orderBy('id')
          .limit(limit)
          .$if(sql.dialect === 'postgres', (query) => query.forUpdate().skipLocked()),
      )
      .updateTable('outbox')
      .set({ leased_until: leaseUntil.getTime() })
      .where('id', 'in', (db) => db.selectFrom('due').select('due.id'))
      .returningAll()
      .execute();
    return rows.sort((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1));
  });

/** No wait and no lease is longer than half of this: a later time was set by a clock that was wrong. Milliseconds. */
export const FURTHEST_AHEAD = 2 * 86_400_000;

/** The time has come; or it never would, within reason. */
const notAhead = (is: ExpressionBuilder<Tables, 'outbox'>, column: 'due_at' | 'leased_until', now: Date) =>
  is.or([is(column, '<=', now.getTime()), is(column, '>', now.getTime() + FURTHEST_AHEAD)]);

const afterFailure = (retryAt: Date | undefined): { status: Status; due_at?: number } =>
  retryAt ? { status: 'waiting', due_at: retryAt.getTime() } : { status: 'refused' };

async function recordAnswer(
  transaction: Transaction<Tables>,
  id: string,
  event: RequestEvent['event'],
  answer: string,
  now: Date,
): Promise<void> {
  const row = await transaction
    .selectFrom('outbox')
    .select(['reference', 'purpose'])
    .where('id', '=', id)
    .executeTakeFirst();
  // A code may have run out, and been forgotten, while it was on its way.
  if (!row && id.startsWith(PASSING)) return;
  if (!row) throw new Error(`the outbox has no mail ${id}; nothing was recorded`);
  if (row.reference !== null)
    await record(transaction, row.reference, [{ event, detail: `${row.purpose}: ${answer}` }], now);
}

const resend = (sql: Sql, reference: string, now: Date, who?: string): Promise<number> =>
  sql.write(async (transaction) => {
    await lockRequest(sql, transaction, reference);
    const rows = await transaction
      .updateTable('outbox')
      // The waits between attempts begin anew.
      .set({ status: 'waiting', due_at: now.getTime(), leased_until: null, attempts: 0 })
      .where('reference', '=', reference)
      .where('body', 'is not', null)
      .returning('purpose')
      .execute();
    const events = rows.map(({ purpose }) => ({ event: 'resent', detail: purpose, who }) as const);
    await record(transaction, reference, events, now);
    return rows.length;
  });

async function backlog(sql: Sql): ReturnType<OutboxStore['backlog']> {
  const { waiting, refused, oldest } = await sql.read((db) =>
    db
      .selectFrom('outbox')
      .select(({ fn }) => [
        fn.countAll<number>().filterWhere('status', '=', 'waiting').as('waiting'),
        fn.countAll<number>().filterWhere('status', '=', 'refused').as('refused'),
        fn.min<number | null>('created_at').filterWhere('status', '=', 'waiting').as('oldest'),
      ])
      .where('body', 'is not', null)
      .where('reference', 'is not', null)
      .where('status', '<>', 'accepted')
      .executeTakeFirstOrThrow(),
  );
  return { waiting, refused, ...(oldest === null ? {} : { oldest: new Date(oldest) }) };
}

async function recent(sql: Sql, limit: number): ReturnType<OutboxStore['recent']> {
  const rows = await sql.read((db) =>
    db
      .selectFrom('outbox')
      .selectAll()
      .where('body', 'is not', null)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute(),
  );
  return itemsOf(sql, rows);
}
