import { expect } from 'chai';
import { composeMails } from '../../src/handoff/email.js';
import type { Stores } from '../../src/stores/store.js';
import { aRequest, CONTEXT } from '../handoff/requests.js';
import { createEncryption } from '../../src/stores/encrypt.js';
import { describeOnEach, freshPostgres, hasPostgres } from '../support/databases.js';
import { AT, KEYS, type FreshDatabase } from '../support/fresh-database.js';
import { aPassingMail } from './a-passing-mail.js';
import { aTurn, begin, faultOf, ID, say } from './a-conversation.js';

const NEW = { id: 'k2', key: Buffer.alloc(32, 2) };
const BOTH = { encryptionKeys: [NEW, ...KEYS] };
const ALONE = { encryptionKeys: [NEW] };
const TABLES = ['conversations', 'conversation_states', 'activities', 'requests', 'outbox', 'gaps'];
const { reference } = aRequest();

/** A row, at least, in every table with encrypted rows. */
async function fill({ conversations }: Stores): Promise<void> {
  await begin(conversations);
  await say(conversations, 'm1');
  const handedOver = [{ request: aRequest(), mails: composeMails(aRequest(), CONTEXT) }];
  const unanswered = { words: 'does a drone read it', why: 'unanswerable' } as const;
  await conversations.commitTurn(aTurn({ handedOver, unanswered, passing: [aPassingMail()] }));
}

/** "k1" or "k2", of each row that has a key. */
async function keysIn({ raw }: FreshDatabase): Promise<string[]> {
  const found: string[] = [];
  for (const table of TABLES) {
    const rows = await raw(`select key_id from ${table} where key_id is not null`);
    found.push(...rows.map(({ key_id }) => `${table} ${String(key_id)}`));
  }
  return found;
}

describeOnEach('Rotating the keys', (database) => {
  it('encrypts every row anew, and nothing reads otherwise than before', async () => {
    const old = await database().open();
    await fill(old);
    const log = await old.conversations.activitiesAfter(ID, 0);
    const mails = await old.outbox.recent(10);
    await old.close();
    const stores = await database().open(BOTH);
    const told = new Map<string, number>();
    const rotation = await stores.keys.rotate((table, rows) => void told.set(table, (told.get(table) ?? 0) + rows));
    expect(rotation).to.deep.equal({ rotated: 9, unreadable: [], left: 0 });
    expect(Object.fromEntries(told)).to.deep.equal({
      conversations: 1,
      conversation_states: 1,
      activities: 2,
      requests: 1,
      outbox: 3,
      gaps: 1,
    });
    expect((await keysIn(database())).filter((key) => !key.endsWith('k2'))).to.deep.equal([]);
    expect(await stores.conversations.activitiesAfter(ID, 0)).to.deep.equal(log);
    expect(await stores.conversations.loadState(ID)).to.deep.equal({ state: { step: 'contact' }, version: 1 });
    expect((await stores.conversations.find(ID))?.userId).to.equal('dl_someone');
    expect((await stores.requests.find(reference))?.request).to.deep.equal(aRequest());
    expect(await stores.outbox.recent(10)).to.deep.equal(mails);
    expect((await stores.feedback.gaps(10)).map(({ words }) => words)).to.deep.equal(['does a drone read it']);
    expect((await stores.audit.verify()).faults).to.deep.equal([]);
  });

  it('lets the old key be taken out: the service starts without it, and it is known no more', async () => {
    await fill(await database().open());
    expect(await faultOf(database().open(ALONE))).to.match(/^EncryptionError: .*"k1", which is not in ENCRYPTION_KEYS/);
    await (await database().open(BOTH)).keys.rotate();
    const stores = await database().open(ALONE);
    expect((await stores.requests.find(reference))?.request).to.deep.equal(aRequest());
    const known = await database().raw('select id from encryption_keys');
    expect(known.map(({ id }) => id)).to.deep.equal(['k2']);
  });

  it('has nothing to do the second time, nor where there is but one key', async () => {
    const stores = await database().open();
    await fill(stores);
    expect(await stores.keys.rotate()).to.deep.equal({ rotated: 0, unreadable: [], left: 0 });
    const rotated = await database().open(BOTH);
    expect((await rotated.keys.rotate()).rotated).to.equal(9);
    expect((await rotated.keys.rotate()).rotated).to.equal(0);
  });

  it('leaves what was purged as it is', async () => {
    const stores = await database().open();
    await fill(stores);
    await stores.requests.purge(reference, AT);
    const rotated = await database().open(BOTH);
    expect(await rotated.keys.rotate()).to.deep.include({ rotated: 6, left: 0 });
    expect((await rotated.requests.find(reference))?.request).to.equal(undefined);
  });

  it('passes over a row that no key opens, says which, and counts it', async () => {
    await fill(await database().open());
    await database().raw(`update activities set body = (select body from gaps) where id = 'm1'`);
    const stores = await database().open(BOTH);
    const { rotated, unreadable, left } = await stores.keys.rotate();
    expect([rotated, left]).to.deep.equal([8, 0]);
    expect(unreadable).to.have.length(1);
    expect(unreadable[0]).to.match(new RegExp(`^activities ${ID}/1 cannot be decrypted.*restore it from a backup`));
    expect((await keysIn(database())).filter((key) => key.endsWith('k1'))).to.deep.equal(['activities k1']);
  });

  it('goes through more rows than one transaction takes', async () => {
    const old = await database().open();
    for (let i = 0; i < 230; i++) await begin(old.conversations, `conversation-${i}`);
    const stores = await database().open(BOTH);
    const batches: number[] = [];
    await stores.keys.rotate((_table, rows) => void batches.push(rows));
    expect(batches).to.deep.equal([100, 100, 30]);
  });

  it('loses nothing that is written meanwhile, under either key', async () => {
    const old = await database().open({ encryptionKeys: [...KEYS, NEW] });
    const stores = await database().open(BOTH);
    const ids = Array.from({ length: 40 }, (_, i) => `conversation-${i}`);
    for (const id of ids) await begin(old.conversations, id);
    /** Turns in one conversation after the other, by an instance that still encrypts with the old key, and by one that does not. */
    const talk = async (round: number): Promise<void> => {
      for (const [i, conversationId] of ids.entries()) {
        const { conversations } = (i + round) % 2 === 0 ? old : stores;
        const said = `m${round}`;
        await say(conversations, said, { conversationId });
        const { version } = await conversations.loadState(conversationId);
        const replies = [{ id: `r${round}`, activity: { text: `reply ${round}` } }];
        const state = { round };
        await conversations.commitTurn(
          aTurn({ conversationId, answered: said, expectedVersion: version, replies, state }),
        );
      }
    };
    let talking = true;
    const talked = [1, 2, 3]
      .reduce((before, round) => before.then(() => talk(round)), Promise.resolve())
      .finally(() => (talking = false));
    let rotated = 0;
    while (talking) ({ rotated } = await addUp(stores, rotated));
    await talked;
    ({ rotated } = await addUp(stores, rotated));
    expect(rotated).to.be.above(40);
    expect((await keysIn(database())).filter((key) => !key.endsWith('k2'))).to.deep.equal([]);
    const after = await database().open(ALONE);
    for (const id of ids) {
      expect(await after.conversations.loadState(id)).to.deep.equal({ state: { round: 3 }, version: 3 });
      const log = await after.conversations.activitiesAfter(id, 0);
      expect(log.map((entry) => entry.activity['text'])).to.deep.equal(
        [1, 2, 3].flatMap((round) => [`m${round}`, `reply ${round}`]),
      );
    }
  }).timeout(60_000);

  it('can be stopped anywhere and begun again', async () => {
    const old = await database().open();
    for (let i = 0; i < 150; i++) await begin(old.conversations, `conversation-${i}`);
    const stores = await database().open(BOTH);
    const stop = new Error('stopped');
    const stopped = stores.keys.rotate(() => {
      throw stop;
    });
    expect(await stopped.catch((error: unknown) => error)).to.equal(stop);
    expect((await keysIn(database())).filter((key) => key.endsWith('k2'))).to.have.length(100);
    expect(await stores.keys.rotate()).to.deep.equal({ rotated: 50, unreadable: [], left: 0 });
  });
});

async function addUp(stores: Stores, before: number): Promise<{ rotated: number }> {
  const { rotated, unreadable } = await stores.keys.rotate();
  expect(unreadable).to.deep.equal([]);
  return { rotated: before + rotated };
}

(hasPostgres ? describe : describe.skip)('Rotating the keys on PostgreSQL', () => {
  it('waits for nobody who has a row locked, and comes back to what they have written', async () => {
    const database = await freshPostgres();
    try {
      await fill(await database.open());
      const stores = await database.open(BOTH);
      const { body } = createEncryption(KEYS).seal(['conversation_states', ID], { step: 'written meanwhile' });
      await database.raw('begin');
      await database.raw(`update conversation_states set body = '\\x${body.toString('hex')}'`);
      expect(await stores.keys.rotate()).to.deep.equal({ rotated: 8, unreadable: [], left: 1 });
      await database.raw('commit');
      expect(await stores.keys.rotate()).to.deep.equal({ rotated: 1, unreadable: [], left: 0 });
      expect((await stores.conversations.loadState(ID)).state).to.deep.equal({ step: 'written meanwhile' });
    } finally {
      await database.dispose();
    }
  });
});
