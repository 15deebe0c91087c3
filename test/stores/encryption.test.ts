import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { composeMails } from '../../src/handoff/email.js';
import type { Log, LogFields } from '../../src/log.js';
import type { Stores } from '../../src/stores/store.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest, CONTEXT, PERSONAL } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT, freshSqlite, KEYS, type FreshDatabase } from '../support/fresh-database.js';
import { after, aTurn, begin, faultOf, ID, say } from './a-conversation.js';

const OTHER = { id: 'k2', key: Buffer.alloc(32, 2) };
/** What residents say and are, in every place where something is kept of them. */
const SECRETS = [...PERSONAL, 'Hyacinth', 'Petunia', 'dl_someone', 'Begonia', 'Camellia'];

async function fill(stores: Stores): Promise<void> {
  const { conversations } = stores;
  await begin(conversations);
  await conversations.accept(ID, { id: 'm1', activity: { type: 'message', text: 'I am Hyacinth' }, at: AT });
  const replies = [{ id: 'r1', activity: { text: 'Hello Petunia' } }];
  const handedOver = [{ request: aRequest(), mails: composeMails(aRequest(), CONTEXT) }];
  const unanswered = { words: 'does Camellia read it', why: 'unanswerable' } as const;
  await conversations.commitTurn(aTurn({ state: { name: 'Begonia' }, replies, handedOver, unanswered }));
}

/** A column's value; bytes letter by letter. */
function asText(value: unknown): string {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
}

describeOnEach('Encryption', (database) => {
  it('leaves no word of anybody in any row', async () => {
    await fill(await database().open());
    const tables = [
      'conversations',
      'conversation_states',
      'activities',
      'requests',
      'request_events',
      'outbox',
      'gaps',
    ];
    const kept: string[] = [];
    for (const table of tables) {
      const rows = await database().raw(`select * from ${table}`);
      expect(rows, table).not.to.be.empty;
      kept.push(...rows.flatMap((row) => Object.values(row).map(asText)));
    }
    const all = kept.join('\n');
    for (const secret of SECRETS) expect(all).not.to.contain(secret);
    expect(all).to.contain(aRequest().reference);
  });

  it('refuses to open with another key under the same id, and changes nothing', async () => {
    const stores = await database().open();
    await stores.close();
    const fault = await faultOf(database().open({ encryptionKeys: [{ id: 'k1', key: OTHER.key }] }));
    expect(fault).to.match(/^EncryptionError: .*"k1".*ENCRYPTION_KEYS holds another key.*put the right one back/);
    await database().open();
  });

  it('refuses to open without a key that something was encrypted with, and says which', async () => {
    const stores = await database().open();
    await begin(stores.conversations);
    const fault = await faultOf(database().open({ encryptionKeys: [OTHER] }));
    expect(fault).to.match(
      /^EncryptionError: conversations .*"k1", which is not in ENCRYPTION_KEYS \(there: k2\); put it back/,
    );
    expect(await database().raw("select id from encryption_keys where id = 'k2'")).to.deep.equal([]);
  });

  it('encrypts with the key in front, and reads with those behind it', async () => {
    const old = await database().open();
    await fill(old);
    await old.close();
    const rotated = await database().open({ encryptionKeys: [OTHER, ...KEYS] });
    await say(rotated.conversations, 'm2');
    const log = await rotated.conversations.activitiesAfter(ID, 0);
    expect(log.map(({ activity }) => activity['text'])).to.deep.equal(['I am Hyacinth', 'Hello Petunia', 'm2']);
    const ids = await database().raw('select key_id from activities order by sequence');
    expect(ids.map(({ key_id }) => key_id)).to.deep.equal(['k1', 'k1', 'k2']);
    expect((await rotated.requests.find(aRequest().reference))?.request).to.deep.equal(aRequest());
  });

  it('lets a key go when nothing is left that it encrypted', async () => {
    const stores = await database().open();
    await begin(stores.conversations);
    await stores.conversations.delete(ID);
    await database().open({ encryptionKeys: [OTHER] });
    expect((await database().raw('select id from encryption_keys')).map(({ id }) => id)).to.deep.equal(['k2']);
    const anew = [OTHER, { id: 'k1', key: Buffer.alloc(32, 3) }];
    await database().open({ encryptionKeys: anew });
  });

  it('notices where one row was put in another’s place', async () => {
    const { conversations } = await database().open();
    await begin(conversations);
    await begin(conversations, 'conversation-2');
    for (const [id, conversationId] of [
      ['m1', ID],
      ['m2', ID],
      ['m3', 'conversation-2'],
    ] as const) {
      await say(conversations, id, { conversationId });
    }
    const bodyOf = (id: string): string => `(select body from activities where id = '${id}')`;
    const before = await conversations.activitiesAfter(ID, 1);
    for (const other of ['m1', 'm3']) {
      await database().raw(`update activities set body = ${bodyOf(other)} where id = 'm2'`);
      const fault = await faultOf(conversations.activitiesAfter(ID, 1));
      expect(fault).to.match(
        new RegExp(`^EncryptionError: activities ${ID}/2 cannot be decrypted.*restore it from a backup`),
      );
    }
    expect(before).to.have.length(1);
    await database().raw(
      `update conversations set body = (select body from conversations where id = 'conversation-2')`,
    );
    expect(await faultOf(conversations.find(ID))).to.match(/^EncryptionError: conversations conversation-1 /);
  });

  it('lets no row that cannot be read hold up the others, and reports it without what it says', async () => {
    const logged: { event: string; fields: LogFields }[] = [];
    const write = (event: string, fields: LogFields = {}): void => void logged.push({ event, fields });
    const log: Log = { debug: write, info: write, warn: write, error: write };
    const stores = await database().open({ log });
    await queueRequest(stores, aRequest(), AT);
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
    await say(stores.conversations, 'm2');
    const { reference } = aRequest();
    await database().raw(`update outbox set body = (select body from requests) where id = '${reference}.dpo'`);
    await database().raw(`update activities set body = (select body from requests) where id = 'm1'`);
    const mails = await stores.outbox.claim(AT, after(1), 10);
    expect(mails.map(({ purpose }) => purpose)).to.deep.equal(['acknowledgement']);
    const waiting = await stores.conversations.unanswered();
    expect(waiting.map(({ activity }) => activity.id)).to.deep.equal(['m2']);
    expect(logged.map(({ event }) => event)).to.deep.equal(['row-unreadable', 'row-unreadable']);
    expect(logged[0]?.fields).to.include({ reference, purpose: 'dpo' });
    expect(logged[1]?.fields).to.include({ conversation: ID });
    expect(String(logged[0]?.fields.remedy)).to.contain('restore it from a backup');
    expect(await stores.outbox.backlog()).to.deep.include({ waiting: 2 });
  });
});

describe('The SQLite file', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshSqlite();
  });
  afterEach(() => database.dispose());

  /** The file and those that SQLite keeps beside it. */
  async function content(): Promise<string> {
    const { dataDir } = database.location;
    const names = await readdir(dataDir);
    // SQLite may take its shared-memory file away in between.
    const read = (name: string): Promise<string> => readFile(join(dataDir, name), 'latin1').catch(() => '');
    const contents = await Promise.all(names.map(read));
    expect(contents.some((content) => content.length > 0)).to.equal(true);
    return contents.join('');
  }

  it('has no word of anybody in it, nor has the log beside it, while in use and after', async () => {
    const stores = await database.open();
    await fill(stores);
    const whileInUse = await content();
    await stores.close();
    for (const text of [whileInUse, await content()]) {
      expect(text).to.contain(aRequest().reference);
      for (const secret of SECRETS) expect(text).not.to.contain(secret);
    }
  });

  it('keeps not even the encrypted form of what was purged or deleted', async () => {
    const stores = await database.open();
    await fill(stores);
    const bodies: string[] = [];
    for (const table of ['requests', 'outbox', 'conversation_states', 'activities']) {
      bodies.push(...(await database.raw(`select body from ${table}`)).map(({ body }) => asText(body).slice(0, 28)));
    }
    await stores.close();
    const before = await content();
    const reopened = await database.open();
    await reopened.requests.purge(aRequest().reference, AT);
    await reopened.conversations.delete(ID);
    await reopened.close();
    const afterwards = await content();
    expect(bodies).to.have.length(6);
    for (const body of bodies) {
      expect(before).to.contain(body);
      expect(afterwards).not.to.contain(body);
    }
  });

  it('may be read by its owner alone', async () => {
    await database.open();
    const { dataDir } = database.location;
    for (const name of await readdir(dataDir)) expect((await stat(join(dataDir, name))).mode & 0o077, name).to.equal(0);
  });
});
