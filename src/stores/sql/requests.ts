/** The requests that were handed over, in SQL. */
import type { Kysely, Selectable } from 'kysely';
import { privacyRequestSchema } from '../../requests/request.js';
import type { RequestStore, RequestSummary } from '../store.js';
import type { Sql } from './access.js';
import { lockRequest, record } from './history.js';
import { openAs, sealedOf } from './sealed-rows.js';
import type { Tables } from './tables.js';

type Delivery = RequestSummary['delivery'];

export function requestStore(sql: Sql): RequestStore {
  return {
    list: (limit) => list(sql, limit),
    find: (reference) => find(sql, reference),
    viewed: (reference, who, now) =>
      sql.write(async (transaction) => {
        if (!(await lockRequest(sql, transaction, reference)))
          throw new Error(`there is no request ${reference}; nothing was recorded`);
        await record(transaction, reference, [{ event: 'viewed', detail: who }], now);
      }),
    purge: (reference, now) => purge(sql, reference, now),
  };
}

async function list(sql: Sql, limit: number): Promise<readonly RequestSummary[]> {
  return sql.read(async (db) => {
    const rows = await db
      .selectFrom('requests')
      .select(SUMMARY)
      .orderBy('handed_over_at', 'desc')
      .orderBy('reference')
      .limit(limit)
      .execute();
    const delivery = await deliveries(
      db,
      rows.map(({ reference }) => reference),
    );
    return rows.map((row) => summaryOf(row, delivery(row.reference)));
  });
}

async function find(sql: Sql, reference: string): ReturnType<RequestStore['find']> {
  // PostgreSQL refuses to look for text with this character.
  if (reference.includes('\0')) return undefined;
  return sql.read(async (db) => {
    const row = await db.selectFrom('requests').selectAll().where('reference', '=', reference).executeTakeFirst();
    if (!row) return undefined;
    const delivery = await deliveries(db, [reference]);
    const events = await db
      .selectFrom('request_events')
      .select(['at', 'event', 'detail'])
      .where('reference', '=', reference)
      .orderBy('id')
      .execute();
    const sealed = sealedOf(row);
    return {
      summary: summaryOf(row, delivery(reference)),
      ...(sealed ? { request: openAs(sql, privacyRequestSchema, ['requests', reference], sealed) } : {}),
      history: events.map(({ at, event, detail }) => ({ at: new Date(at), event, detail })),
    };
  });
}

const SUMMARY = ['reference', 'right', 'received_at', 'due_date', 'channel'] as const;

function summaryOf(
  row: Pick<Selectable<Tables['requests']>, (typeof SUMMARY)[number]>,
  delivery: Delivery,
): RequestSummary {
  const { reference, right, channel } = row;
  return { reference, right, receivedAt: new Date(row.received_at), dueDate: row.due_date, channel, delivery };
}

/** How far each request's mails have got: as far as the one that has got least far. */
async function deliveries(db: Kysely<Tables>, references: readonly string[]): Promise<(reference: string) => Delivery> {
  const mails =
    references.length === 0
      ? []
      : await db.selectFrom('outbox').select(['reference', 'status']).where('reference', 'in', references).execute();
  return (reference) => {
    const statuses = mails.filter((mail) => mail.reference === reference).map(({ status }) => status);
    if (statuses.includes('refused')) return 'refused';
    return statuses.length > 0 && statuses.every((status) => status === 'accepted') ? 'accepted' : 'waiting';
  };
}

const purge = (sql: Sql, reference: string, now: Date): Promise<boolean> =>
  sql.write(async (transaction) => {
    const found = await lockRequest(sql, transaction, reference);
    if (!found) return false;
    if (found.purged) return true;
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
    await record(transaction, reference, [{ event: 'purged', detail }], now);
    return true;
  });
