/** A disk that fills up under the running service, and has room again later. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startApp, type RunningApp } from '../support/app.js';
import { call, poll, post, type Activity } from '../support/direct-line-calls.js';
import { aResident, type Resident } from '../support/resident.js';
import { SARAH, upToChecking } from './a-request.js';

const PAGE = 4_096;

describe('a full disk', function () {
  this.timeout(20_000);
  let folder: string;
  let disk: string;
  let app: RunningApp;
  let resident: Resident;

  beforeEach(async function () {
    folder = await mkdtemp(join(tmpdir(), 'disk-'));
    disk = join(folder, 'small');
    await mkdir(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      // Needs the right to mount.
      await rm(folder, { recursive: true });
      return this.skip();
    }
    app = await startApp({ dataDir: disk });
    resident = await aResident(app);
  });
  afterEach(async function () {
    if (this.currentTest?.isPending()) return;
    await app.close();
    execFileSync('umount', ['--lazy', disk]);
    await rm(folder, { recursive: true, force: true });
  });

  const filler = (): string => join(disk, 'filler');
  /** Takes all the room there is, and then gives so many bytes back. */
  async function fill(leave = 0): Promise<void> {
    await rm(filler(), { force: true });
    await writeFile(filler(), Buffer.alloc(4 * 1024 * 1024)).then(
      () => expect.fail('the disk is larger than it was to be'),
      () => undefined,
    );
    await truncate(filler(), Math.max(0, (await stat(filler())).size - leave));
  }
  const said = async (): Promise<readonly Activity[]> => (await poll(app, resident.started)).activities;

  it('refuses what it cannot keep with a clear error, keeps what it has, and goes on when there is room', async () => {
    await upToChecking(resident, 'send me the records please', { ...SARAH, details: 'all of it' });
    const before = await said();
    await fill();
    for (let i = 0; i < 3; i += 1) {
      const { status, body } = await post(app, resident.started, 'send');
      expect(status).to.equal(500);
      expect(body)
        .to.have.nested.property('error.message')
        .that.matches(/Try again in a moment/);
    }
    expect(await said()).to.deep.equal(before);
    expect(await app.stores.requests.list(10)).to.deep.equal([]);
    expect((await call(app, '/healthz')).status).to.equal(200);
    expect((await call(app, '/readyz')).status).to.equal(503);
    expect(app.logged()).to.contain('StoreUnavailableError').and.not.to.contain('Sarah');

    await rm(filler());
    expect((await resident.says('send'))[0]?.step).to.equal('sent');
    expect(await app.stores.requests.list(10)).to.have.length(1);
  });

  it('at whatever point it fills up: what was accepted is answered once, and what was refused is not there', async () => {
    const accepted: string[] = [];
    let refused = 0;
    for (let pages = 0; pages < 60; pages += 3) {
      await fill(pages * PAGE);
      const { status, body } = await post(app, resident.started, `do you sell my details? (${pages})`);
      if (status === 200) accepted.push(String(body['id']));
      else refused += 1;
      expect(status).to.be.oneOf([200, 500]);
    }
    expect(refused).to.be.greaterThan(0);
    expect(accepted).not.to.be.empty;

    await rm(filler());
    app = await app.restart();
    while ((await app.stores.conversations.unanswered()).length) await new Promise(setImmediate);
    const log = await said();
    expect(log.filter(({ replyToId }) => replyToId === undefined).map(({ id }) => id)).to.deep.equal(accepted);
    expect(log.flatMap(({ replyToId }) => replyToId ?? []).sort()).to.deep.equal([...accepted].sort());
  });
});
