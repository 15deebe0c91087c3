/** How long a resident waits when the instance that has their message is killed. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ownSecrets } from '../../../src/own-secrets.js';
import { openStores } from '../../../src/stores/open.js';
import type { Stores } from '../../../src/stores/store.js';
import { openClient } from '../../crash/client.js';
import type { RunDatabase } from '../../crash/databases.js';
import { deploy, type Deployment } from '../../crash/deployment.js';
import { startMailSink } from '../../crash/mail-sink.js';
import { environmentOf } from '../../crash/run.js';
import type { Figure } from '../figure.js';
import { medianOf } from '../timing.js';

export const KILLS = 20;
export const ORPHANS = 5;
/** Longer than the service lets anything lie. Milliseconds. */
const PATIENCE = 60_000;

export async function measureTakingOver(database: RunDatabase, report: (figure: Figure) => void): Promise<void> {
  const sink = await startMailSink(0);
  const deployment = await deploy(2, environmentOf(database, sink));
  try {
    await deployment.ready();
    const waits: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) waits.push(await waitAfterKill(deployment));
    report({ name: 'kill to answer by the other instance: p50', value: medianOf(waits), unit: 'ms' });
    report({ name: 'kill to answer by the other instance: longest', value: Math.max(...waits), unit: 'ms' });
    const { encryptionKeys } = await ownSecrets(database.dataDir);
    const stores = await openStores({ ...database, encryptionKeys, now: () => new Date() });
    const taken: number[] = [];
    for (let orphan = 0; orphan < ORPHANS; orphan += 1) taken.push(await waitOfOrphan(stores, deployment));
    await stores.close();
    report({ name: 'message left behind to its answer: longest', value: Math.max(...taken), unit: 'ms' });
  } finally {
    await deployment.abandon();
    await sink.close();
  }
}

/** From the kill to the reply to a message that is said at that moment. */
async function waitAfterKill(deployment: Deployment): Promise<number> {
  const client = await openClient(deployment.url);
  await client.say('hello', PATIENCE);
  const began = performance.now();
  const killed = deployment.killOne(0);
  await client.say('do you sell my details?', PATIENCE);
  const wait = performance.now() - began;
  client.close();
  await killed;
  await deployment.ready();
  return wait;
}

/** From a message that is in the log, as an instance leaves it that dies at once, to its reply. */
async function waitOfOrphan({ conversations }: Stores, { url }: Deployment): Promise<number> {
  const client = await openClient(url);
  await client.say('hello', PATIENCE);
  const { conversationId: id } = client;
  const before = client.heard.length;
  const activity = {
    type: 'message',
    text: 'do you sell my details?',
    channelId: 'directline',
    from: { id: 'dl_bench', role: 'user' },
  };
  const began = performance.now();
  await conversations.accept(id, { id: randomUUID(), activity, at: new Date() });
  // The message itself, and its reply.
  while (client.heard.length < before + 2) {
    if (performance.now() - began > PATIENCE) throw new Error(`${id} was left behind for ${PATIENCE} ms`);
    await pause(5);
  }
  const wait = performance.now() - began;
  client.close();
  return wait;
}
