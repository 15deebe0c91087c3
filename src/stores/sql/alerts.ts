/** What the operators are told of, in SQL: mails of requests that are stuck, and the alerts about them. */
import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import type { Alert, AlertStore, MailPurpose, StuckMail } from '../store.js';
import type { Sql } from './access.js';
import { record } from './history.js';
import { FURTHEST_AHEAD } from './outbox.js';
import type { Tables } from './tables.js';

export function alertStore(sql: Sql): AlertStore {
  return {
    stuck: (lateBefore) => sql.read((db) => stuck(db, lateBefore)),
    queue: (alert) => sql.write((transaction) => queue(sql, transaction, alert)),
  };
}

/** As it stands in a request's history, and is looked for there. */
const detailOf = ({ purpose, why }: Pick<StuckMail, 'purpose' | 'why'>): string =>
  `${purpose}: ${why === 'refused' ? 'refused for good' : 'not sent for long'}`;

async function stuck(db: Kysely<Tables>, lateBefore: Date): Promise<readonly StuckMail[]> {
  const late = lateBefore.getTime();
  const rows = await db
    .selectFrom('outbox')
    .select(['reference', 'purpose', 'status'])
    .where('body', 'is not', null)
    .where((is) =>
      is.or([
        is('status', '=', 'refused'),
        is.and([
          is('status', '=', 'waiting'),
          is('created_at', '<', late),
          // One that is sent again after months is not late before that was tried.
          is.or([is('attempts', '>', 0), is('due_at', '<', late)]),
        ]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const found = rows.flatMap(({ reference, purpose, status }) =>
    reference !== null && isOfRequest(purpose)
      ? [{ reference, purpose, why: status === 'refused' ? 'refused' : 'late' } as const]
      : [],
  );
  const told = await lastTold(db, [...new Set(found.map(({ reference }) => reference))]);
  return found.map((mail) => ({ ...mail, told: told(mail) }));
}

/** Codes and alerts are of no use for long; nobody has to look at one that did not arrive. */
const isOfRequest = (purpose: Tables['outbox']['purpose']): purpose is MailPurpose =>
  purpose === 'dpo' || purpose === 'acknowledgement' || purpose === 'addition';

/** Whether the newest alert about a mail is newer than its newest resending. */
async function lastTold(
  db: Kysely<Tables>,
  references: readonly string[],
): Promise<(mail: Omit<StuckMail, 'told'>) => boolean> {
  const events =
    references.length === 0
      ? []
      : await db
          .selectFrom('request_events')
          .select(['reference', 'event', 'detail'])
          .where('reference', 'in', references)
          .where('event', 'in', ['alerted', 'resent'])
          .orderBy('id', 'desc')
          .execute();
  return (mail) => {
    const alerted = detailOf(mail);
    const newest = events.find(
      ({ reference, event, detail }) =>
        reference === mail.reference && (event === 'alerted' ? detail === alerted : detail === mail.purpose),
    );
    return newest?.event === 'alerted';
  };
}

/** Up to `from`, or further ahead of now than any right clock sets it: what a wrong one queued holds up no other. */
const notBetween = (
  is: ExpressionBuilder<Tables, 'outbox'>,
  column: 'outbox.created_at' | 'outbox.leased_until',
  from: number,
  now: number,
) => is.or([is(column, '<=', from), is(column, '>', now + FURTHEST_AHEAD)]);

/** The row of a kind is its only one: while it is there and new, there is no other. */
async function queue(
  { encryption }: Sql,
  transaction: Transaction<Tables>,
  { kind, mail, about, noneSince, expiresAt, at }: Alert,
): Promise<boolean> {
  const id = `alert.${kind}`;
  const moment = at.getTime();
  const changed = {
    status: 'waiting',
    attempts: 0,
    created_at: moment,
    due_at: moment,
    leased_until: null,
    expires_at: expiresAt.getTime(),
    ...encryption.seal(['outbox', id], mail),
  } as const;
  const queued = await transaction
    .insertInto('outbox')
    .values({ id, reference: null, purpose: 'alert', ...changed })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(changed)
        .where((is) => notBetween(is, 'outbox.created_at', noneSince.getTime(), moment))
        // Not under the hands of whoever is sending it.
        .where((is) =>
          is.or([is('outbox.leased_until', 'is', null), notBetween(is, 'outbox.leased_until', moment, moment)]),
        ),
    )
    .returning('id')
    .execute();
  if (queued.length === 0) return false;
  // In one order, as each locks its request: two alerts at once could otherwise wait for each other.
  for (const one of [...about].sort((a, b) => (a.reference < b.reference ? -1 : 1))) {
    await record(transaction, one.reference, [{ event: 'alerted', detail: detailOf(one) }], at);
  }
  return true;
}
