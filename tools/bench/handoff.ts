/** From a request to the mail server, and from one instance to another: throughput, bytes at rest, taking over. */
import { ownPostgres, ownSqlite, type RunDatabase } from '../crash/databases.js';
import type { Bench } from './bench.js';
import { measureDelivery, REQUESTS } from './handoff/delivery.js';
import { KILLS, measureTakingOver, ORPHANS } from './handoff/taking-over.js';

const POSTGRES_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

export const handoff: Bench = async (report) => {
  await withDatabase(await ownSqlite(), (database) => measureDelivery(database, report));
  const postgres = await ownPostgres(POSTGRES_URL).catch(() => undefined);
  if (!postgres) return [...NOTES, 'PostgreSQL was left out: no server answers. Name one in TEST_DATABASE_URL.'];
  await withDatabase(postgres, (database) => measureDelivery(database, report));
  await withDatabase(await ownPostgres(POSTGRES_URL), (database) => measureTakingOver(database, report));
  return NOTES;
};

async function withDatabase(database: RunDatabase, work: (database: RunDatabase) => Promise<void>): Promise<void> {
  try {
    await work(database);
  } finally {
    await database.dispose();
  }
}

const NOTES = [
  '',
  `Delivery: ${REQUESTS} requests with two mails each, by SMTP to a server in the same process, which says yes at once.`,
  'At rest: what the tables and their indexes have grown by, with mails, history and a conversation of one message.',
  `Taking over: ${KILLS} kills (SIGKILL) of one of two instances on PostgreSQL, chosen by chance, with a client that sends again; and ${ORPHANS} messages that nobody sends again.`,
];
