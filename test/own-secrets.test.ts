import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ownSecrets } from '../src/own-secrets.js';
import { faultOf } from './stores/a-conversation.js';

describe('secrets of its own', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const file = (): string => join(folder, 'secrets.json');

  it('are made once, long enough, and the same ever after', async () => {
    const made = await ownSecrets(folder);
    expect(made.encryptionKeys.map(({ key }) => key.length)).to.deep.equal([32]);
    expect(made.directLineSecret).to.have.length.of.at.least(32);
    expect(await ownSecrets(folder)).to.deep.equal(made);
  });

  it('are other ones in another folder', async () => {
    const other = await ownSecrets(join(folder, 'other'));
    const made = await ownSecrets(folder);
    expect(other.directLineSecret).not.to.equal(made.directLineSecret);
    expect(other.encryptionKeys[0]?.key.equals(made.encryptionKeys[0]?.key ?? Buffer.alloc(0))).to.equal(false);
  });

  it('are for the owner’s eyes alone, in a folder that is made where it is missing', async () => {
    const missing = join(folder, 'not', 'there');
    await ownSecrets(missing);
    expect((await stat(join(missing, 'secrets.json'))).mode & 0o777).to.equal(0o600);
    expect((await stat(missing)).mode & 0o777).to.equal(0o700);
  });

  it('are agreed on by processes that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => ownSecrets(folder)));
    expect(new Set(all.map(({ directLineSecret }) => directLineSecret)).size).to.equal(1);
    expect(await readdir(folder)).to.deep.equal(['secrets.json']);
  });

  for (const [title, content] of [
    ['empty', ''],
    ['cut off', '{"encryptionKey":"AAAA'],
    ['of another shape', '{"encryptionKey":42}'],
    ['with a key that is too short', JSON.stringify({ encryptionKey: 'AAAA', directLineSecret: 'x'.repeat(32) })],
    [
      'with a secret that is too short',
      JSON.stringify({ encryptionKey: Buffer.alloc(32).toString('base64'), directLineSecret: 'x' }),
    ],
  ] as const) {
    it(`are not replaced where their file is ${title}: what the database holds would be lost`, async () => {
      await writeFile(file(), content);
      const fault = await faultOf(ownSecrets(folder));
      expect(fault).to.contain(file()).and.to.contain('is damaged. Put it back from a backup');
      expect(await readFile(file(), 'utf8')).to.equal(content);
    });
  }

  it('need a folder: a file in its place is said clearly', async () => {
    await writeFile(file(), '');
    expect(await faultOf(ownSecrets(file()))).to.match(
      /^StoreUnavailableError: A file stands where the data folder should be/,
    );
  });
});
