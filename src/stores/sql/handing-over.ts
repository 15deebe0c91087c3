/** What a turn hands over, as rows of its transaction: a request with its mails, and mails that only pass. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { AddedMail, HandedOver, PassingMail } from '../store.js';
import type { Sql } from './access.js';
import { record } from './history.js';
import type { Tables } from './tables.js';

/** The mails are due at once. */
export async function handOver(
  { encryption }: Sql,
  transaction: Transaction<Tables>,
  { request, mails }: HandedOver,
  at: Date,
): Promise<void> {
  const { reference, right, receivedAt, dueDate, channel } = request;
  const moment = at.getTime();
  await transaction
    .insertInto('requests')
    .values({
      reference,
      right,
      received_at: Date.parse(receivedAt),
      due_date: dueDate,
      channel,
      handed_over_at: moment,
      ...encryption.seal(['requests', reference], request),
    })
    .execute();
  const rows = mails.map(({ purpose, mail }) => {
    const id = `${reference}.${purpose}`;
    return { id, reference, purpose, ...dueAt(moment), expires_at: null, ...encryption.seal(['outbox', id], mail) };
  });
  if (rows.length > 0) await transaction.insertInto('outbox').values(rows).execute();
  const created = { event: 'created', detail: `${right}, by ${channel}` } as const;
  const queued = mails.map(({ purpose }) => ({ event: 'queued', detail: purpose }) as const);
  await record(transaction, reference, [created, ...queued], at);
}

/**
 * Something more for a request that is there already, due at once.
 * @throws {Error} where there is no such request.
 */
export async function add(
  { encryption }: Sql,
  transaction: Transaction<Tables>,
  { reference, number, mail }: AddedMail,
  at: Date,
): Promise<void> {
  const purpose = 'addition';
  const id = `${reference}.${purpose}-${number}`;
  const events = [
    { event: 'added', detail: `${purpose} ${number}` },
    { event: 'queued', detail: purpose },
  ] as const;
  await record(transaction, reference, events, at);
  await transaction
    .insertInto('outbox')
    .values({
      id,
      reference,
      purpose,
      ...dueAt(at.getTime()),
      expires_at: null,
      ...encryption.seal(['outbox', id], mail),
    })
    .execute();
}

/** What the id of a passing mail begins with. */
export const PASSING = 'code.';

/** A mail that belongs to no request; due at once, and only for a while. */
export async function queuePassing(
  { encryption }: Sql,
  transaction: Transaction<Tables>,
  { mail, expiresAt }: PassingMail,
  at: Date,
): Promise<void> {
  const id = `${PASSING}${randomUUID()}`;
  await transaction
    .insertInto('outbox')
    .values({
      id,
      reference: null,
      purpose: 'code',
      ...dueAt(at.getTime()),
      expires_at: expiresAt.getTime(),
      ...encryption.seal(['outbox', id], mail),
    })
    .execute();
}

const dueAt = (moment: number) =>
  ({ status: 'waiting', attempts: 0, created_at: moment, due_at: moment, leased_until: null }) as const;
