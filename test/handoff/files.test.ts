import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { simpleParser } from 'mailparser';
import { composeMails } from '../../src/handoff/email.js';
import type { Mail } from '../../src/handoff/mail.js';
import { createFilesTransport } from '../../src/handoff/transports/files.js';
import { aRequest, CONTEXT } from './requests.js';

describe('Files transport', () => {
  let dataDir: string;
  let mails: readonly Mail[];
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'mail-files-'));
    mails = composeMails(aRequest(), CONTEXT).map(({ mail }) => mail);
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const first = (): Mail => {
    const [mail] = mails;
    if (!mail) throw new Error('no mail was composed');
    return mail;
  };

  it('writes a whole message a mail, named by reference and purpose, into a folder that it makes', async () => {
    const transport = createFilesTransport(join(dataDir, 'new', 'data'));
    for (const mail of mails) expect(await transport.deliver(mail)).to.include({ outcome: 'accepted' });
    const folder = join(dataDir, 'new', 'data', 'mail');
    expect((await readdir(folder)).sort()).to.deep.equal(['PR-7K3M-Q2X9-acknowledgement.eml', 'PR-7K3M-Q2X9-dpo.eml']);
    const parsed = await simpleParser(await readFile(join(folder, 'PR-7K3M-Q2X9-dpo.eml')));
    expect(parsed).to.include({ subject: first().subject, messageId: first().messageId });
    expect(parsed.text).to.contain('the dampness in my flat');
    expect(parsed.attachments[0]?.content.toString('utf8')).to.equal(first().attachments[0]?.content);
    expect((await stat(join(folder, 'PR-7K3M-Q2X9-dpo.eml'))).mode & 0o077).to.equal(0);
  });

  it('replaces the file when the same mail comes again, and leaves no drafts', async () => {
    const transport = createFilesTransport(dataDir);
    await transport.deliver(first());
    await transport.deliver({ ...first(), subject: 'second time' });
    expect(await readdir(join(dataDir, 'mail'))).to.deep.equal(['PR-7K3M-Q2X9-dpo.eml']);
    expect((await simpleParser(await readFile(join(dataDir, 'mail', 'PR-7K3M-Q2X9-dpo.eml')))).subject).to.equal(
      'second time',
    );
  });

  it('never lets a Message-ID choose the path', async () => {
    const transport = createFilesTransport(dataDir);
    await transport.deliver({ ...first(), messageId: '<../../../escape.dpo@example.gov.uk>' });
    const [name] = await readdir(join(dataDir, 'mail'));
    expect(name).to.match(/^[0-9a-f]{32}\.eml$/);
  });

  it('waits, with the remedy, where a file stands in the way of the folder', async () => {
    await writeFile(join(dataDir, 'mail'), 'not a folder');
    const delivery = await createFilesTransport(dataDir).deliver(first());
    expect(delivery.outcome).to.equal('retry');
    expect(delivery.answer).to.contain('EEXIST').and.contain('DATA_DIR');
  });

  it('waits where the folder cannot be made, and delivers once it can', async () => {
    const blocker = join(dataDir, 'file');
    await writeFile(blocker, '');
    const transport = createFilesTransport(join(blocker, 'data'));
    const delivery = await transport.deliver(first());
    expect(delivery.outcome).to.equal('retry');
    expect(delivery.answer).to.contain('ENOTDIR').and.contain('move it away');
    await rm(blocker);
    expect(await transport.deliver(first())).to.deep.equal({
      outcome: 'accepted',
      answer: 'written to PR-7K3M-Q2X9-dpo.eml',
    });
  });

  it('waits and leaves no draft where the file itself cannot be put in place', async () => {
    const transport = createFilesTransport(dataDir);
    await transport.deliver({ ...first(), messageId: '<pr-aaaa-bbbb.dpo@example.gov.uk>' });
    await mkdir(join(dataDir, 'mail', 'PR-7K3M-Q2X9-dpo.eml'));
    expect(await transport.deliver(first())).to.include({ outcome: 'retry' });
    expect((await readdir(join(dataDir, 'mail'))).filter((name) => name.endsWith('.tmp'))).to.deep.equal([]);
  });

  describe('what is old', () => {
    const OLD = new Date('2026-01-01T00:00:00Z');
    const FRESH = new Date('2026-03-01T00:00:00Z');
    const LIMIT = new Date('2026-02-01T00:00:00Z');
    const folder = (): string => join(dataDir, 'mail');
    const age = async (name: string, at: Date): Promise<void> => utimes(join(folder(), name), at, at);

    it('is deleted, whatever kind of mail it was, with what is left of a write that was cut off', async () => {
      const transport = createFilesTransport(dataDir);
      const ids = ['pr-7k3m-q2x9.addition-12', 'b3f1.code'].map((id) => `<${id}@example.gov.uk>`);
      for (const mail of [...mails, ...ids.map((messageId) => ({ ...first(), messageId }))])
        await transport.deliver(mail);
      const draft = '.PR-7K3M-Q2X9-dpo.eml.0123456789ab.tmp';
      await writeFile(join(folder(), draft), 'half a ma');
      const names = await readdir(folder());
      expect(names).to.include('PR-7K3M-Q2X9-addition-12.eml').and.have.length(5);
      for (const name of names) await age(name, OLD);
      await age('PR-7K3M-Q2X9-dpo.eml', FRESH);
      expect(await transport.deleteBefore?.(LIMIT)).to.equal(4);
      expect(await readdir(folder())).to.deep.equal(['PR-7K3M-Q2X9-dpo.eml']);
      expect(await transport.deleteBefore?.(LIMIT)).to.equal(0);
    });

    it('is left alone where it is somebody else’s, and where there is no folder nothing is done', async () => {
      const transport = createFilesTransport(dataDir);
      expect(await transport.deleteBefore?.(LIMIT)).to.equal(0);
      await mkdir(join(folder(), 'PR-AAAA-BBBB-dpo.eml'), { recursive: true });
      for (const name of ['letter.eml', 'PR-7K3M-Q2X9-dpo.eml.bak', 'notes.txt']) {
        await writeFile(join(folder(), name), 'mine');
        await age(name, OLD);
      }
      await age('PR-AAAA-BBBB-dpo.eml', OLD);
      expect(await transport.deleteBefore?.(LIMIT)).to.equal(0);
      expect(await readdir(folder())).to.have.length(4);
    });
  });
});
