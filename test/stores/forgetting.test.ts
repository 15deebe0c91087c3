/** What was deleted is in none of SQLite's files any more, while the service goes on running. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { startRetention } from '../../src/privacy/retention.js';
import type { Log } from '../../src/log.js';
import type { Stores } from '../../src/stores/store.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { freshSqlite, type FreshDatabase, AT } from '../support/fresh-database.js';
import { after, aTurn, begin, ID, say } from './a-conversation.js';

const DAY = 24 * 3_600_000;
const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const { reference } = aRequest();

describe('SQLite', () => {
  let database: FreshDatabase;
  let stores: Stores;
  beforeEach(async () => {
    database = await freshSqlite();
    stores = await database.open();
  });
  afterEach(() => database.dispose());

  /** By their names: the file itself, its log and its shared memory. */
  async function files(): Promise<Map<string, string>> {
    const { dataDir } = database.location;
    const found = new Map<string, string>();
    for (const name of await readdir(dataDir)) found.set(name, await readFile(join(dataDir, name), 'latin1'));
    return found;
  }
  /** Nonce and tag of every encrypted row: nothing else in the world reads so. */
  async function marksOf(...tables: readonly string[]): Promise<string[]> {
    const marks: string[] = [];
    for (const table of tables) {
      const rows = await database.raw(`select body from ${table}`);
      marks.push(
        ...rows.map(({ body }) =>
          Buffer.from(body as ArrayBuffer)
            .subarray(0, 28)
            .toString('latin1'),
        ),
      );
    }
    return marks;
  }
  /** In which files any of it is still found. */
  async function foundIn(words: readonly string[]): Promise<string[]> {
    return [...(await files())].filter(([, text]) => words.some((word) => text.includes(word))).map(([name]) => name);
  }
  async function talk(id: string, messages: number): Promise<void> {
    await begin(stores.conversations, id);
    for (let i = 1; i <= messages; i++) await say(stores.conversations, `m${i}`, { conversationId: id });
    await stores.conversations.commitTurn(aTurn({ conversationId: id, replies: [] }));
  }
  const retention = (ms: number): Promise<void> =>
    startRetention({ ...stores, log: quiet, now: () => after(ms), everyMs: 2 ** 30 }).stop();

  it('keeps pages from before a deletion in its log, as long as nobody empties it', async () => {
    // What the rest of these tests would not notice if it were otherwise.
    await talk(ID, 3);
    const marks = await marksOf('activities');
    await stores.conversations.deleteIdle(after(DAY));
    expect(await foundIn(marks)).to.include('assistant.sqlite-wal');
  });

  it('forgets a conversation at once that its resident deletes', async () => {
    await talk(ID, 3);
    const marks = await marksOf('conversations', 'conversation_states', 'activities');
    expect(marks).to.have.length(5);
    await stores.conversations.delete(ID);
    expect(await foundIn([...marks, ID])).to.deep.equal([]);
  });

  it('forgets at once what a request said that an operator purges', async () => {
    await queueRequest(stores, aRequest(), AT);
    const marks = await marksOf('requests', 'outbox');
    expect(marks).to.have.length(3);
    await stores.requests.purge(reference, AT, 'j.bloggs');
    expect(await foundIn(marks)).to.deep.equal([]);
    expect(await foundIn([reference])).to.deep.equal(['assistant.sqlite']);
  });

  it('forgets all that the job deletes, and gives the room back', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `conversation-of-resident-${i}`);
    for (const id of ids) await talk(id, 4);
    await queueRequest(stores, aRequest(), AT);
    for (const purpose of ['dpo', 'acknowledgement'])
      await stores.outbox.accepted(`${reference}.${purpose}`, '250 Ok', AT);
    const marks = await marksOf('conversations', 'conversation_states', 'activities', 'requests', 'outbox');
    expect(marks).to.have.length(60 * 6 + 6);
    const path = join(database.location.dataDir, 'assistant.sqlite');
    await stores.forget(false);
    const before = (await stat(path)).size;
    expect(await foundIn(marks)).to.deep.equal(['assistant.sqlite']);
    await retention(31 * DAY);
    expect(await foundIn([...marks, ...ids])).to.deep.equal([]);
    expect((await stat(path)).size).to.be.below(before / 2);
    expect((await stores.requests.find(reference))?.summary.delivery).to.equal('accepted');
    await retention(800 * DAY);
    expect(await foundIn([reference])).to.deep.equal([]);
  });

  it('forgets what rested under a key that was rotated', async () => {
    await talk(ID, 3);
    const marks = await marksOf('conversations', 'conversation_states', 'activities');
    const both = [
      { id: 'k2', key: Buffer.alloc(32, 2) },
      { id: 'k1', key: Buffer.alloc(32, 1) },
    ];
    await stores.close();
    const rotated = await database.open({ encryptionKeys: both });
    await rotated.keys.rotate();
    expect(await foundIn(marks)).to.deep.equal([]);
    expect(await rotated.conversations.activitiesAfter(ID, 0)).to.have.length(3);
  });

  it('forgets when it is asked next, where somebody reads meanwhile', async () => {
    await talk(ID, 3);
    const marks = await marksOf('activities');
    const { default: LibsqlDatabase } = await import('libsql');
    const reader = new LibsqlDatabase(join(database.location.dataDir, 'assistant.sqlite'));
    reader.exec('begin');
    reader.prepare('select count(*) as n from activities').get();
    await stores.conversations.delete(ID);
    expect(await foundIn(marks)).not.to.deep.equal([]);
    reader.exec('commit');
    await stores.forget(false);
    expect(await foundIn(marks)).to.deep.equal([]);
    reader.close();
  });
});
