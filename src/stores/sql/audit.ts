/** Reads the histories as they were chained, and finds what was changed since. */
import type { Kysely } from 'kysely';
import type { ChainedHistory, Verification } from '../../requests/history.js';
import type { AuditStore } from '../store.js';
import type { Sql } from './access.js';
import { faultIn, startOf, type ChainedEvent } from './chain.js';
import { record } from './history.js';
import type { Tables } from './tables.js';

/** How many requests are read at once. */
const BATCH = 200;

const START = ['reference', 'right', 'received_at', 'due_date', 'channel', 'handed_over_at'] as const;
const HEAD = ['history_length', 'history_head'] as const;

export function auditStore(sql: Sql): AuditStore {
  return {
    history: (reference) => history(sql, reference),
    verify: (reference) => verify(sql, reference),
    exported: (reference, who, now) =>
      sql.write((transaction) => record(transaction, reference, [{ event: 'exported', detail: '', who }], now)),
  };
}

async function history({ read }: Sql, reference: string): Promise<ChainedHistory | undefined> {
  // PostgreSQL refuses to look for text with this character.
  if (reference.includes('\0')) return undefined;
  return read(async (db) => {
    const request = await db
      .selectFrom('requests')
      .select([...START, ...HEAD])
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!request) return undefined;
    const events = (await eventsOf(db, [reference])).get(reference) ?? [];
    const fault = faultIn(request, events);
    return {
      handedOverAt: new Date(request.handed_over_at),
      start: startOf(request),
      head: request.history_head,
      lines: events.map(({ at, who, ...event }) => ({ ...event, at: new Date(at), ...(who === null ? {} : { who }) })),
      ...(fault === undefined ? {} : { fault }),
    };
  });
}

/** A few requests at a time, so that the whole of them never has to fit into memory. */
async function verify({ read }: Sql, only: string | undefined): Promise<Verification> {
  const faults: Verification['faults'][number][] = [];
  let requests = 0;
  let events = 0;
  for (let after = ''; ;) {
    const batch = await read(async (db) => {
      const found = await db
        .selectFrom('requests')
        .select([...START, ...HEAD])
        .$if(only !== undefined, (query) => query.where('reference', '=', only ?? ''))
        .where('reference', '>', after)
        .orderBy('reference')
        .limit(BATCH)
        .execute();
      const histories = await eventsOf(
        db,
        found.map(({ reference }) => reference),
      );
      return found.map((request) => ({ request, events: histories.get(request.reference) ?? [] }));
    });
    for (const { request, events: chained } of batch) {
      const fault = faultIn(request, chained);
      if (fault !== undefined) faults.push({ reference: request.reference, fault });
      events += chained.length;
    }
    requests += batch.length;
    after = batch.at(-1)?.request.reference ?? '';
    if (batch.length < BATCH) return { requests, events, faults };
  }
}

async function eventsOf(db: Kysely<Tables>, references: readonly string[]): Promise<Map<string, ChainedEvent[]>> {
  const histories = new Map<string, ChainedEvent[]>();
  if (references.length === 0) return histories;
  const rows = await db
    .selectFrom('request_events')
    .select(['reference', 'sequence', 'at', 'event', 'detail', 'who', 'hash'])
    .where('reference', 'in', references)
    .orderBy('reference')
    .orderBy('sequence')
    .execute();
  for (const { reference, ...event } of rows) {
    const history = histories.get(reference) ?? [];
    history.push(event);
    histories.set(reference, history);
  }
  return histories;
}
