import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { Stores } from '../../src/stores/store.js';
import { purge, resend } from '../../tools/requests/change.js';
import { list, show } from '../../tools/requests/look.js';
import { rotateKeys } from '../../tools/requests/rotate-keys.js';
import { verify } from '../../tools/requests/verify.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest, PERSONAL } from '../handoff/requests.js';
import { after } from '../stores/a-conversation.js';
import { AT, freshSqlite, KEYS, type FreshDatabase } from '../support/fresh-database.js';
import { ROOT } from '../support/app.js';
import { anOperator } from './an-operator.js';

const { reference } = aRequest();
const NEW = { id: 'k2', key: Buffer.alloc(32, 2) };
const UNKNOWN = 'PR-AA2A-A2AA';

describe('npm run requests', () => {
  let database: FreshDatabase;
  let stores: Stores;
  beforeEach(async () => {
    database = await freshSqlite();
    stores = await database.open();
    await queueRequest(stores, aRequest(), AT);
  });
  afterEach(() => database.dispose());

  const history = async (): Promise<unknown[]> =>
    ((await stores.audit.history(reference))?.lines ?? []).map(({ event, who }) => [event, who]).slice(3);

  it('lists requests without a word of what they say', async () => {
    const operator = anOperator(stores);
    expect(await list(operator)).to.equal(0);
    expect(operator.printed).to.deep.equal([
      `${reference}  access             received 2026-11-23T22:30Z  due 2026-12-23  waiting  web chat`,
      '1 requests',
    ]);
  });

  it('shows one with its history, and notes who looked', async () => {
    const operator = anOperator(stores);
    expect(await show(operator, reference)).to.equal(0);
    expect(JSON.parse(operator.printed[0] ?? '')).to.deep.equal(aRequest());
    expect(operator.printed.slice(1)).to.deep.equal([
      '2026-11-23T10:00:00.000Z  created   access, by web chat',
      '2026-11-23T10:00:00.000Z  queued    dpo',
      '2026-11-23T10:00:00.000Z  queued    acknowledgement',
    ]);
    expect(await history()).to.deep.equal([['viewed', 'j.bloggs']]);
  });

  it('sends again and purges, and notes by whom', async () => {
    const operator = anOperator(stores, 'a.nother', after(5));
    expect(await resend(operator, reference)).to.equal(0);
    expect(await purge(operator, reference)).to.equal(0);
    expect(operator.printed).to.deep.equal([
      `${reference}: 2 mails are due again`,
      `${reference}: the content and the mails are gone; reference, dates and history stay`,
    ]);
    expect(await history()).to.deep.equal([
      ['resent', 'a.nother'],
      ['resent', 'a.nother'],
      ['purged', 'a.nother'],
    ]);
    expect(await show(operator, reference)).to.equal(0);
    for (const word of PERSONAL) expect(operator.printed.join('\n')).not.to.contain(word);
  });

  it('says where there is no such request, and records nothing', async () => {
    const operator = anOperator(stores);
    for (const command of [show, resend, purge, verify]) expect(await command(operator, UNKNOWN)).to.equal(1);
    expect(operator.complaints).to.deep.equal(
      Array(4).fill(`there is no request ${UNKNOWN}; see: npm run requests -- list`),
    );
    expect(operator.printed).to.deep.equal([]);
  });

  it('verifies the histories, and names the one that was changed', async () => {
    await queueRequest(stores, aRequest({ reference: UNKNOWN }), AT);
    const before = anOperator(stores);
    expect(await verify(before)).to.equal(0);
    expect(before.printed).to.deep.equal(['2 requests, 6 events: all as written']);
    await database.raw('drop trigger request_events_unchanged');
    await database.raw(
      `update request_events set at = at - 86400000 where reference = '${reference}' and event = 'created'`,
    );
    const operator = anOperator(stores);
    expect(await verify(operator)).to.equal(1);
    expect(operator.printed).to.deep.equal(['2 requests, 6 events: 1 not as written']);
    expect(operator.complaints).to.have.length(1);
    expect(operator.complaints[0]).to.match(
      new RegExp(`^${reference}: event 1 \\(created\\) does not fit the request`),
    );
    expect(await verify(anOperator(stores), UNKNOWN)).to.equal(0);
    expect(await verify(anOperator(stores), reference)).to.equal(1);
  });

  it('rotates the keys, counting, and says when the old one may go', async () => {
    const operator = anOperator(await database.open({ encryptionKeys: [NEW, ...KEYS] }));
    expect(await rotateKeys(operator)).to.equal(0);
    expect(operator.printed).to.deep.equal([
      'conversations       1',
      'conversation_states 1',
      'activities          1',
      'requests            1',
      'outbox              2',
      '6 rows are under the first key now',
      'the older keys may be taken out of ENCRYPTION_KEYS; backups from before still need them',
    ]);
    const again = anOperator(operator.stores);
    expect(await rotateKeys(again)).to.equal(0);
    expect(again.printed[0]).to.equal('0 rows are under the first key now');
  });

  it('names the rows that cannot be rotated, and does not let the old key go', async () => {
    await database.raw('update activities set body = (select body from requests)');
    const operator = anOperator(await database.open({ encryptionKeys: [NEW, ...KEYS] }));
    expect(await rotateKeys(operator)).to.equal(1);
    expect(operator.printed.at(-1)).to.equal('5 rows are under the first key now');
    expect(operator.complaints).to.have.length(1);
    expect(operator.complaints[0]).to.match(/^activities conversation-.*cannot be decrypted/);
  });

  describe('at the command line', () => {
    const key = (id: string, fill: number): string => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
    /** Runs it beside the service that has the database open. */
    async function run(...given: readonly string[]): Promise<{ code: number; out: string; err: string }> {
      const env = { PATH: process.env['PATH'], DATA_DIR: database.location.dataDir, ENCRYPTION_KEYS: key('k1', 1) };
      try {
        const args = ['--import', 'tsx', 'tools/requests.ts', ...given];
        const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
        return { code: 0, out: stdout, err: stderr };
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, out: stdout, err: stderr };
      }
    }

    it('runs beside the service, and knows the account', async () => {
      const { code, out } = await run('show', reference);
      expect(code).to.equal(0);
      expect(out).to.contain('Zebedee Quillfeather');
      expect(await history()).to.deep.equal([['viewed', userInfo().username]]);
    }).timeout(30_000);

    it('exits 1 where a history was changed, and 2 where it is told what it does not know', async () => {
      await database.raw('drop trigger request_events_kept');
      await database.raw(`delete from request_events where event = 'queued' and detail = 'dpo'`);
      const found = await run('verify');
      expect(found.code).to.equal(1);
      expect(found.err).to.equal(`${reference}: event 2 is missing\n`);
      for (const given of [[], ['delete', reference], ['show'], ['list', reference]]) {
        const { code, err } = await run(...given);
        expect(code, given.join()).to.equal(2);
        expect(err).to.match(/^usage: npm run requests -- list \| show REFERENCE \| .*rotate-keys/);
      }
    }).timeout(60_000);
  });
});
