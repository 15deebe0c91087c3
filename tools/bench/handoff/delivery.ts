/** How fast the outbox is emptied, and how much room a request takes. */
import { Client } from 'pg';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { composeMails, type MailContext } from '../../../src/handoff/email.js';
import { startOutbox } from '../../../src/handoff/outbox.js';
import { createSmtpTransport } from '../../../src/handoff/transports/smtp.js';
import { createLog } from '../../../src/log.js';
import { ownSecrets } from '../../../src/own-secrets.js';
import { newReference } from '../../../src/requests/reference.js';
import type { PrivacyRequest } from '../../../src/requests/request.js';
import { openStores } from '../../../src/stores/open.js';
import type { Stores } from '../../../src/stores/store.js';
import type { RunDatabase } from '../../crash/databases.js';
import { startMailSink } from '../../crash/mail-sink.js';
import type { Figure } from '../figure.js';

export const REQUESTS = 300;

const CONTEXT: MailContext = {
  councilName: 'Example Council',
  dpoMailbox: 'data.protection@council.example',
  from: 'chat@council.example',
  noticeUrl: 'https://council.example/privacy',
};

/** @throws where a mail was not taken, or more than once. */
export async function measureDelivery(database: RunDatabase, report: (figure: Figure) => void): Promise<void> {
  const { encryptionKeys } = await ownSecrets(database.dataDir);
  const open = (): Promise<Stores> => openStores({ ...database, encryptionKeys, now: () => new Date() });
  // What is counted is on disk once it is closed.
  await (await open()).close();
  const before = await bytesIn(database);
  const filling = await open();
  for (let count = 0; count < REQUESTS; count += 1) await handOver(filling, aRequest());
  await filling.close();
  const bytes = (await bytesIn(database)) - before;
  report({ name: `${database.name}: bytes at rest a request`, value: bytes / REQUESTS / 1024, unit: 'KB' });

  const stores = await open();
  const mails = REQUESTS * 2;
  const seconds = await secondsToDeliver(stores, mails);
  report({ name: `${database.name}: mails a second`, value: mails / seconds, unit: '/s' });
  await stores.close();
}

async function secondsToDeliver({ outbox: store }: Stores, mails: number): Promise<number> {
  const sink = await startMailSink(0);
  const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${sink.port}` });
  const outbox = startOutbox({ store, transport, log: createLog('silent'), now: () => new Date() });
  const began = performance.now();
  await outbox.drain();
  const seconds = (performance.now() - began) / 1000;
  await outbox.stop();
  await transport.close();
  await sink.close();
  const once = [...sink.taken.values()].filter((times) => times === 1).length;
  if (once !== mails) throw new Error(`of ${mails} mails ${once} came once, so nothing was measured`);
  return seconds;
}

/** As a conversation does it: by committing its turn. */
async function handOver({ conversations }: Stores, request: PrivacyRequest): Promise<void> {
  const at = new Date();
  const conversationId = request.reference;
  await conversations.create({ id: conversationId, channel: 'directline', userId: 'dl_bench', createdAt: at });
  await conversations.accept(conversationId, { id: conversationId, activity: { type: 'message' }, at });
  await conversations.commitTurn({
    conversationId,
    expectedVersion: 0,
    state: {},
    answered: conversationId,
    replies: [],
    handedOver: [{ request, mails: composeMails(request, CONTEXT) }],
    at,
  });
}

function aRequest(): PrivacyRequest {
  return {
    reference: newReference(),
    right: 'access',
    receivedAt: '2026-11-23T22:30:00.000Z',
    dueDate: '2026-12-23',
    dueDateReason: 'One calendar month from 23 November 2026.',
    channel: 'Web chat',
    firstMessage: 'I want everything that you hold about the damp in my flat and who was told of it',
    requester: { fullName: 'Robin Ashdown', email: 'robin@example.org', emailConfirmed: false },
    scope: { services: ['Housing'], from: '2020-01-01', to: '2021-03-31', details: 'All repair notes' },
    answers: { fullName: 'Robin Ashdown', contact: 'robin@example.org', services: 'Housing', format: 'By email' },
    noticeVersion: '2026-03-01',
  };
}

/** Tables and indexes. */
async function bytesIn({ dataDir, databaseUrl }: RunDatabase): Promise<number> {
  if (databaseUrl === undefined) return (await stat(join(dataDir, 'assistant.sqlite'))).size;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ bytes: string }>(
    `select sum(pg_total_relation_size(oid)) as bytes from pg_class
     where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
  );
  await client.end();
  return Number(rows[0]?.bytes);
}
