import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Scene } from './scene.js';

describe('a disk that is full under load', function () {
  this.timeout(150_000);
  let folder: string;
  let disk: string;
  let scene: Scene;
  beforeEach(async function () {
    folder = await mkdtemp(join(tmpdir(), 'disk-'));
    disk = join(folder, 'small');
    await mkdir(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      // Needs the right to mount.
      await rm(folder, { recursive: true });
      return this.skip();
    }
    scene = await Scene.open({ name: 'SQLite', dataDir: disk, dispose: async () => undefined });
  });
  afterEach(async function () {
    if (this.currentTest?.isPending()) return;
    await scene.end();
    execFileSync('umount', ['--lazy', disk]);
    await rm(folder, { recursive: true, force: true });
  });

  const fill = (): Promise<void> =>
    writeFile(join(disk, 'filler'), Buffer.alloc(32 * 1024 * 1024)).then(
      () => expect.fail('the disk is larger than it was to be'),
      () => undefined,
    );

  it('and has room again: the service stays up, says that it is not ready, and goes on where it was', async () => {
    await fill();
    await scene.refusing();
    expect(await scene.status('/healthz')).to.equal(200);
    await rm(join(disk, 'filler'));
    await scene.someRequests();
    await scene.endsWell();
  });

  it('and has room again after the service was killed meanwhile: nothing that was accepted is lost', async () => {
    await fill();
    await scene.refusing();
    await scene.killAndStart();
    // It says that it cannot, or serves what can be read.
    await scene.server.ready.catch(() => undefined);
    await rm(join(disk, 'filler'));
    await scene.killAndStart();
    await scene.server.ready;
    await scene.someRequests();
    await scene.endsWell();
  });
});
