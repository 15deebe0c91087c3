/** Starting: with nothing, with what a crash left, and where it must not start. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect } from 'chai';
import { ROOT, startApp, type RunningApp } from '../support/app.js';
import { call, poll, post, startConversation } from '../support/direct-line-calls.js';
import { aResident } from '../support/resident.js';
import { until } from '../support/until.js';

const RECORDS = 'send me the records please';

let folder: string;
let app: RunningApp | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starting-'));
});
afterEach(async () => {
  await app?.end();
  app = undefined;
  await rm(folder, { recursive: true, force: true });
});

describe('the data folder', () => {
  it('is made where it is missing, for its owner alone', async () => {
    const dataDir = join(folder, 'not', 'there');
    app = await startApp({ dataDir });
    expect((await aResident(app).then((it) => it.says('do you sell my details?')))[0]?.kind).to.equal('answer');
    expect((await stat(dataDir)).mode & 0o777).to.equal(0o700);
    for (const file of ['assistant.sqlite', 'secrets.json']) {
      expect((await stat(join(dataDir, file))).mode & 0o077, file).to.equal(0);
    }
  });

  it('cannot be where a file stands: it says so, with the remedy, and leaves the file alone', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'mine');
    const fault = await startApp({ dataDir: file }).then(
      () => 'it started',
      (error: unknown) => String(error),
    );
    expect(fault).to.contain('A file stands where the data folder should be').and.to.contain(file);
    expect(fault).to.contain('set DATA_DIR to another folder');
    expect(await readFile(file, 'utf8')).to.equal('mine');
  });

  it('whose keys were lost is said to be so, before anything is written over', async () => {
    app = await startApp({ dataDir: folder });
    await aResident(app).then((it) => it.says(RECORDS));
    await app.close();
    await rm(join(folder, 'secrets.json'));
    const fault = await startApp({ dataDir: folder }).then(
      () => 'it started',
      (error: unknown) => String(error),
    );
    app = undefined;
    expect(fault).to.match(/key/i).and.not.to.equal('it started');
  });
});

describe('a crash', () => {
  it('between accepting a message and answering it: the message is answered at the next start', async () => {
    app = await startApp({ dataDir: folder });
    const own = await startConversation(app);
    await post(app, own, RECORDS);
    // As the channel does it, just before the process dies.
    const activity = {
      type: 'message',
      text: 'my own',
      from: { id: own.userId, role: 'user' },
      channelId: 'directline',
    };
    await app.stores.conversations.accept(own.conversationId, { id: 'left-behind', activity, at: app.clock.now() });
    app = await app.restart();
    const { conversations } = app.stores;
    await untilSo(async () => (await conversations.unanswered()).length === 0, 'the answer');
    const said = (await poll(app, own)).activities;
    expect(said.map(({ text }) => text).slice(2)).to.deep.equal(['my own', 'What is your full name?']);
    expect(said.at(-1)?.['replyToId']).to.equal(said.at(-2)?.id);
    expect(app.logged()).to.contain('turn-recovered');
    expect((await aResident(app).then((it) => it.says('hello')))[0]?.kind).to.equal('chat');
  });
});

/** Like `until`, for what has to be asked. */
async function untilSo(condition: () => Promise<boolean>, what: string): Promise<void> {
  let so = false;
  const ask = async (): Promise<void> => {
    while (!so) so = await condition();
  };
  void ask();
  await until(() => so, what);
}

interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe('node dist/main.js', function () {
  this.timeout(30_000);
  before(() => {
    if (!existsSync(join(ROOT, 'dist', 'main.js'))) throw new Error('dist/main.js is missing: npm run build');
  });
  const children: ChildProcessByStdio<null, Readable, Readable>[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** Runs it with nothing in its environment but this. */
  function run(env: Readonly<Record<string, string>>) {
    const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js')], {
      env: { PORT: '0', DATA_DIR: folder, ...env },
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    const finished = once(child, 'close').then(([code]): Finished => ({ code: code as number | null, out, err }));
    return { child, finished, out: () => out };
  }

  it('in production without secrets refuses to start, naming everything that is missing', async () => {
    const { code, out, err } = await run({ NODE_ENV: 'production' }).finished;
    expect([code, out]).to.deep.equal([1, '']);
    for (const name of [
      'PUBLIC_URL',
      'MAIL_FROM',
      'ENCRYPTION_KEYS',
      'DIRECT_LINE_SECRET',
      'SMTP_URL',
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
    ]) {
      expect(err).to.match(new RegExp(`- ${name}\\b.* (?:is|are) missing: `));
    }
    expect(existsSync(join(folder, 'secrets.json'))).to.equal(false);
  });

  it('says what is wrong, where, and what to do, without a stack', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, err } = await run({ DATA_DIR: join(folder, 'file') }).finished;
    expect(code).to.equal(1);
    expect(err).to.match(/did not start\.\nA file stands where the data folder should be.*set DATA_DIR/);
    expect(err).not.to.match(/^\s+at /m);
  });

  it('in production with all it needs serves, shows nothing of development, and stops when it is told to', async () => {
    const { child, finished, out } = run({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://privacy.council.example',
      MAIL_FROM: 'chat@council.example',
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      DIRECT_LINE_SECRET: 'a-secret-for-tests-of-32-characters-or-more',
      SMTP_URL: 'smtp://127.0.0.1:9',
      AZURE_BOT_SERVICE: 'off',
    });
    await until(() => /http:\/\/127\.0\.0\.1:\d+/.test(out()), 'the address', 25_000);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out())?.[0] ?? '';
    const statuses = await Promise.all(
      ['/healthz', '/readyz', '/', '/dev/mail', '/api/messages'].map(
        async (path) => (await call({ url }, path)).status,
      ),
    );
    expect(statuses).to.deep.equal([200, 200, 404, 404, 404]);
    child.kill('SIGTERM');
    const { code, err } = await finished;
    expect([code, err]).to.deep.equal([0, '']);
    expect(existsSync(join(folder, 'secrets.json'))).to.equal(false);
  });
});
