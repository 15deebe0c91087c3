import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Stores } from '../../src/stores/store.js';
import { exportPack } from '../../tools/requests/export.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest, PERSONAL } from '../handoff/requests.js';
import { after, faultOf } from '../stores/a-conversation.js';
import { ROOT } from '../support/app.js';
import { AT, freshSqlite, type FreshDatabase } from '../support/fresh-database.js';
import { anOperator } from './an-operator.js';

const { reference } = aRequest();
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

interface HistoryFile {
  readonly right: string;
  readonly receivedAt: string;
  readonly dueDate: string;
  readonly channel: string;
  readonly handedOverAt: string;
  readonly start: string;
  readonly head: string;
  readonly lines: readonly {
    readonly sequence: number;
    readonly at: string;
    readonly event: string;
    readonly detail: string;
    readonly who?: string;
    readonly hash: string;
  }[];
}

describe('the proof pack of a request', () => {
  let database: FreshDatabase;
  let stores: Stores;
  let into: string;
  beforeEach(async () => {
    database = await freshSqlite();
    stores = await database.open();
    into = await mkdtemp(join(tmpdir(), 'pack-'));
  });
  afterEach(async () => {
    await database.dispose();
    await rm(into, { recursive: true, force: true });
  });

  async function request(noticeVersion = '2026-11'): Promise<void> {
    await queueRequest(stores, aRequest({ noticeVersion }), AT);
    await stores.outbox.failed(`${reference}.dpo`, '451 Later', after(1), after(2));
    await stores.outbox.accepted(`${reference}.dpo`, '250 Ok: queued as 4F2B1', after(3));
  }
  const file = (name: string): Promise<string> => readFile(join(into, reference, name), 'utf8');
  const historyFile = async (): Promise<HistoryFile> => JSON.parse(await file('history.json')) as HistoryFile;

  it('has the request, the dates and their reason, the notice, and what the mail server answered', async () => {
    await request();
    const operator = anOperator(stores, 'j.bloggs', after(9));
    expect(await exportPack(operator, reference, into)).to.equal(0);
    expect(operator.printed[0]).to.equal(`${join(into, reference)}: README.txt, request.json, history.json`);
    expect(JSON.parse(await file('request.json'))).to.deep.equal(aRequest({ noticeVersion: '2026-11' }));
    const notice = sha256(await readFile(join(ROOT, 'knowledge/barnet/notice.md')));
    for (const said of [
      `Proof pack of ${reference}`,
      'Taken out at 2026-11-23T10:00:00.009Z by j.bloggs.',
      'The first message that asked came at 2026-11-23T22:30:00.000Z.',
      '23 December 2026. How it was counted: One calendar month from 23 November 2026.',
      'The request names version 2026-11.',
      `SHA-256 of that version's text (notice.md), as it is at hand now: ${notice}`,
      '2026-11-23T10:00:00.001Z  failed    dpo: 451 Later',
      '2026-11-23T10:00:00.003Z  accepted  dpo: 250 Ok: queued as 4F2B1',
      'history.json has 6 lines. Each follows on the one before',
    ]) {
      expect(await file('README.txt')).to.contain(said);
    }
  });

  it('can be checked without the service', async () => {
    await request();
    await stores.requests.viewed(reference, 'a.nother', after(8));
    await exportPack(anOperator(stores), reference, into);
    const { right, receivedAt, dueDate, channel, handedOverAt, start, head, lines } = await historyFile();
    const json = JSON.stringify([reference, right, Date.parse(receivedAt), dueDate, channel, Date.parse(handedOverAt)]);
    expect(start).to.equal(sha256(json));
    let before = start;
    for (const { sequence, at, event, detail, who, hash } of lines) {
      expect(hash).to.equal(
        sha256(JSON.stringify([before, reference, sequence, Date.parse(at), event, detail, who ?? null])),
      );
      before = hash;
    }
    expect(head).to.equal(before);
    expect(lines.map(({ event }) => event).slice(-2)).to.deep.equal(['viewed', 'exported']);
  });

  it('may be read by its owner alone', async () => {
    await request();
    await exportPack(anOperator(stores), reference, into);
    expect((await stat(join(into, reference))).mode & 0o777).to.equal(0o700);
    for (const name of await readdir(join(into, reference)))
      expect((await stat(join(into, reference, name))).mode & 0o777, name).to.equal(0o600);
  });

  it('is recorded with who took it out, in the request and in itself', async () => {
    await request();
    await exportPack(anOperator(stores, 'j.bloggs', after(9)), reference, into);
    const recorded = (await stores.audit.history(reference))?.lines.at(-1);
    expect(recorded).to.deep.include({ event: 'exported', who: 'j.bloggs', at: after(9) });
    expect((await historyFile()).lines.at(-1)?.hash).to.equal(recorded?.hash);
  });

  it('says that the notice at hand is another than the one of the request', async () => {
    await request('2025-01');
    await exportPack(anOperator(stores), reference, into);
    expect(await file('README.txt')).to.contain(
      'The request names version 2025-01.\nThe text at hand now is version 2026-11',
    );
    expect(await file('README.txt')).not.to.contain('SHA-256 of that version');
  });

  it('has what is left of a request that was purged, and says by whom', async () => {
    await request();
    await stores.requests.purge(reference, after(7), 'a.nother');
    const operator = anOperator(stores);
    expect(await exportPack(operator, reference, into)).to.equal(0);
    expect(operator.printed).to.include('its content was purged: the pack has what is left');
    expect(await readdir(join(into, reference))).to.have.members(['README.txt', 'history.json']);
    const readme = await file('README.txt');
    expect(readme).to.contain(
      'There is no request.json: what it said was purged at 2026-11-23T10:00:00.007Z, by a.nother.',
    );
    expect(readme).to.contain('23 December 2026. How it was counted was purged with the rest of the request.');
    for (const word of PERSONAL) expect(readme + (await file('history.json'))).not.to.contain(word);
  });

  it('says where the history is not as it was written', async () => {
    await request();
    await database.raw('drop trigger request_events_unchanged');
    await database.raw(`update request_events set detail = 'dpo: 250 Sent' where event = 'failed'`);
    await exportPack(anOperator(stores), reference, into);
    expect(await file('README.txt')).to.contain('NOT AS IT WAS WRITTEN: event 4 (failed)');
    expect(JSON.parse(await file('history.json')))
      .to.have.property('fault')
      .that.contains('event 4');
  });

  it('is not made over one that is there, nor of a request that is not', async () => {
    await request();
    await exportPack(anOperator(stores), reference, into);
    const first = await file('history.json');
    expect(await faultOf(exportPack(anOperator(stores), reference, into))).to.contain('is it there already');
    expect(await file('history.json')).to.equal(first);
    const exports = (await stores.audit.history(reference))?.lines.filter(({ event }) => event === 'exported');
    expect(exports).to.have.length(1);
    const operator = anOperator(stores);
    expect(await exportPack(operator, '../x', into)).to.equal(1);
    expect(operator.complaints[0]).to.contain('there is no request ../x');
    expect(await readdir(into)).to.deep.equal([reference]);
  });
});
