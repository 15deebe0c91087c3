/** The requests that were handed over, in SQL. */
import type { Kysely, Selectable } from 'kysely';
import { privacyRequestSchema } from '../../requests/request.js';
import type { RequestStore, RequestSummary } from '../store.js';
import type { Sql } from './access.js';
import { countUndelivered, deletePurged, purgeDelivered } from './expiry.js';
import { record } from './history.js';
import { purge } from './purge.js';
import { openAs, sealedOf } from './sealed-rows.js';
import type { Tables } from './tables.js';

type Delivery = RequestSummary['delivery'];

export function requestStore(sql: Sql): RequestStore {
  return {
    list: (limit) => list(sql, limit),
    find: (reference) => find(sql, reference),
    viewed: (reference, who, now) =>
      sql.write((transaction) => record(transaction, reference, [{ event: 'viewed', detail: '', who }], now)),
    purge: (reference, now, who) => purge(sql, reference, { now, who }),
    purgeDelivered: (before, now) => purgeDelivered(sql, before, now),
    deletePurged: (before) => deletePurged(sql, before),
    countUndelivered: (before) => countUndelivered(sql, before),
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
      .select(['at', 'event', 'detail', 'who'])
      .where('reference', '=', reference)
      .orderBy('sequence')
      .execute();
    const sealed = sealedOf(row);
    return {
      summary: summaryOf(row, delivery(reference)),
      ...(sealed ? { request: openAs(sql, privacyRequestSchema, ['requests', reference], sealed) } : {}),
      history: events.map(({ at, event, ...told }) => ({ at: new Date(at), event, detail: inWords(told) })),
    };
  });
}

/** Who did it stands alone where there is nothing else to say. */
const inWords = ({ detail, who }: { readonly detail: string; readonly who: string | null }): string =>
  who === null ? detail : [detail, who].filter(Boolean).join(', by ');

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
