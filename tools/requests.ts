/** `npm run requests -- list|show REF|resend REF|purge REF`: the operator's view of requests that were handed over. */
import { userInfo } from 'node:os';
import type { Stores } from '../src/stores/store.js';
import { withStores } from './stores.js';

const USAGE = 'usage: npm run requests -- list | show REFERENCE | resend REFERENCE | purge REFERENCE';
const MOST_LISTED = 500;

const [command = '', reference = ''] = process.argv.slice(2);
try {
  process.exitCode = await withStores((stores) => run(stores));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns the exit code. */
async function run(stores: Stores): Promise<number> {
  switch (command) {
    case 'list':
      return list(stores);
    case 'show':
      return show(stores);
    case 'resend':
      return report(
        (await stores.requests.find(reference))
          ? `${await stores.outbox.resend(reference, new Date())} mails are due again`
          : undefined,
      );
    case 'purge':
      return report(
        (await stores.requests.purge(reference, new Date()))
          ? 'the content and the mails are gone; reference, dates and history stay'
          : undefined,
      );
    default:
      console.error(USAGE);
      return 2;
  }
}

async function list({ requests }: Stores): Promise<number> {
  const found = await requests.list(MOST_LISTED);
  for (const { reference: of, right, receivedAt, dueDate, channel, delivery } of found) {
    console.log(
      `${of}  ${right.padEnd(18)} received ${receivedAt.toISOString().slice(0, 16)}Z  due ${dueDate}  ${delivery.padEnd(8)} ${channel}`,
    );
  }
  console.log(`${found.length} requests`);
  return 0;
}

async function show({ requests }: Stores): Promise<number> {
  const found = await requests.find(reference);
  if (!found) return report(undefined);
  await requests.viewed(reference, userInfo().username, new Date());
  console.log(JSON.stringify(found.request ?? found.summary, undefined, 2));
  for (const { at, event, detail } of found.history) console.log(`${at.toISOString()}  ${event.padEnd(9)} ${detail}`);
  return 0;
}

function report(done: string | undefined): number {
  if (done === undefined) console.error(`there is no request ${reference}; see: npm run requests -- list`);
  else console.log(`${reference}: ${done}`);
  return done === undefined ? 1 : 0;
}
