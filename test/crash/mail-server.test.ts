import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ownSecrets } from '../../src/own-secrets.js';
import { openStores } from '../../src/stores/open.js';
import { violationsOf } from '../../tools/crash/check.js';
import { ownSqlite, type RunDatabase } from '../../tools/crash/databases.js';
import { startMailSink } from '../../tools/crash/mail-sink.js';
import { makeRequest, type Finished } from '../../tools/crash/resident.js';
import { environmentOf } from '../../tools/crash/run.js';
import { freePort, startServer, type ServerProcess } from '../../tools/crash/server-process.js';
import { until } from '../support/until.js';

/** Longer than the first wait after a failure. Milliseconds. */
const LATER = 70_000;
const PATIENCE = 30_000;

describe('a mail server that is killed in the middle of a mail', function () {
  this.timeout(150_000);
  let database: RunDatabase;
  let server: ServerProcess;
  beforeEach(async () => {
    database = await ownSqlite();
  });
  afterEach(async () => {
    await server.kill();
    await database.dispose();
  });

  async function eventsOf(reference: string): Promise<string[]> {
    const { encryptionKeys } = await ownSecrets(database.dataDir);
    const stores = await openStores({ ...database, encryptionKeys, now: () => new Date() });
    const found = await stores.requests.find(reference);
    await stores.close();
    return (found?.history ?? []).map(({ event }) => event);
  }

  it('gets the mail once when it is back, and the history says how often it was tried', async () => {
    const port = await freePort();
    const file = fileURLToPath(new URL('./dying-mail-server.mjs', import.meta.url));
    const dying = spawn(process.execPath, [file, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const died = once(dying, 'exit');
    await once(dying.stdout, 'data');
    server = startServer({ port: await freePort(), env: environmentOf(database, { port }), clockAhead: 0 });
    await server.ready;
    // An odd number: one mail, as there is no address to acknowledge to.
    const first = (await makeRequest(server.url, 1)) as Finished;
    expect((await died)[1]).to.equal('SIGKILL');
    await until(() => server.events.get('mail-waits') === 1, 'the failure', PATIENCE);

    const sink = await startMailSink(20, port);
    server.moveClock(LATER);
    // Its mail brings the other one's along.
    const second = (await makeRequest(server.url, 3)) as Finished;
    await until(() => sink.taken.size === 2, 'both mails', PATIENCE);
    expect([...sink.taken.values()]).to.deep.equal([1, 1]);
    expect(await server.stop()).to.equal(0);
    await sink.close();
    const finished = [first, second];
    expect(await violationsOf({ database, finished, taken: sink.taken })).to.deep.equal([]);
    expect(await eventsOf(first.reference)).to.deep.equal(['created', 'queued', 'failed', 'accepted']);
  });
});
