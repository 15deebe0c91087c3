/** Requests whose histories have something to tell. */
import type { Stores } from '../../src/stores/store.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { AT } from '../support/fresh-database.js';
import { after } from './a-conversation.js';
import { OTHER, REFERENCE } from './earlier-schema.js';

export const THIRD = 'PR-CC3C-C3CC';

/** Three requests; {@link REFERENCE} is sent, looked at, sent again, taken out and purged: ten events. */
export async function liveThrough(stores: Stores): Promise<void> {
  const dpo = `${REFERENCE}.dpo`;
  for (const reference of [REFERENCE, OTHER, THIRD]) await queueRequest(stores, aRequest({ reference }), AT);
  await stores.outbox.failed(dpo, '451 Later', after(1), after(2));
  await stores.outbox.accepted(dpo, '250 Ok', after(3));
  await stores.requests.viewed(REFERENCE, 'j.bloggs', after(4));
  await stores.outbox.resend(REFERENCE, after(5), 'a.nother');
  await stores.audit.exported(REFERENCE, 'j.bloggs', after(6));
  await stores.requests.purge(REFERENCE, after(7), 'a.nother');
}

/** The row of an event, for a where clause. */
export const event = (sequence: number, reference = REFERENCE): string =>
  `reference = '${reference}' and sequence = ${sequence}`;
