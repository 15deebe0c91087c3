import { expect } from 'chai';
import type { Gap, Stores, Verdict } from '../../src/stores/store.js';
import { composeMails } from '../../src/handoff/email.js';
import { aRequest, CONTEXT } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT, freshSqlite } from '../support/fresh-database.js';
import { after, aTurn, begin, faultOf, ID, say } from './a-conversation.js';

const DAY = 86_400_000;
const GAP: Gap = { words: 'can [name] read my file', why: 'unhelpful', entry: 'who-reads' };

describeOnEach('Feedback', (database) => {
  let stores: Stores;
  let version: number;
  beforeEach(async () => {
    stores = await database().open();
    version = 0;
    await begin(stores.conversations);
  });

  /** Says something, and commits a turn that answers it and brings this. */
  async function turn(brings: { feedback?: Verdict; unanswered?: Gap }, at = AT, on = stores): Promise<void> {
    const id = `message-${version}`;
    await say(on.conversations, id, { at });
    await on.conversations.commitTurn(aTurn({ answered: id, expectedVersion: version, replies: [], at, ...brings }));
    version += 1;
  }
  const wordsOf = async (): Promise<string[]> => (await stores.feedback.gaps(100)).map(({ words }) => words);

  it('is nothing at first', async () => {
    expect(await stores.feedback.tallies()).to.deep.equal([]);
    expect(await stores.feedback.gaps(10)).to.deep.equal([]);
    await turn({});
    expect(await database().raw('select * from feedback')).to.deep.equal([]);
    expect(await database().raw('select * from gaps')).to.deep.equal([]);
  });

  it('counts verdicts by entry and day, and adds up the days', async () => {
    for (const [entry, helpful, at] of [
      ['cookies', true, AT],
      ['cookies', true, AT],
      ['cookies', false, AT],
      ['cookies', true, after(DAY)],
      ['access', false, after(DAY)],
    ] as const) {
      await turn({ feedback: { entry, helpful } }, at);
    }
    expect(await stores.feedback.tallies()).to.deep.equal([
      { entry: 'access', helpful: 0, unhelpful: 1 },
      { entry: 'cookies', helpful: 3, unhelpful: 1 },
    ]);
    const rows = await database().raw('select entry, day, helpful, count from feedback order by 1, 2, 3');
    expect(rows.map((row) => ({ ...row }))).to.deep.equal([
      { entry: 'access', day: '2026-11-24', helpful: 0, count: 1 },
      { entry: 'cookies', day: '2026-11-23', helpful: 0, count: 1 },
      { entry: 'cookies', day: '2026-11-23', helpful: 1, count: 2 },
      { entry: 'cookies', day: '2026-11-24', helpful: 1, count: 1 },
    ]);
  });

  it('loses no verdict where instances commit at once', async () => {
    const others = await Promise.all(Array.from({ length: 3 }, () => database().open()));
    await Promise.all(
      others.map(async ({ conversations }, i) => {
        const conversationId = `conversation-${i + 2}`;
        await begin(conversations, conversationId);
        for (let n = 0; n < 4; n += 1) {
          await say(conversations, `m${n}`, { conversationId });
          const feedback = { entry: 'cookies', helpful: true };
          await conversations.commitTurn(
            aTurn({ conversationId, answered: `m${n}`, expectedVersion: n, replies: [], feedback }),
          );
        }
      }),
    );
    expect(await stores.feedback.tallies()).to.deep.equal([{ entry: 'cookies', helpful: 12, unhelpful: 0 }]);
  });

  it('keeps gaps as they came, with their day and nothing else, those of the newest day first', async () => {
    await turn({ unanswered: GAP });
    await turn({ unanswered: { words: 'is it on the blockchain', why: 'unanswerable' } }, after(DAY));
    expect(await stores.feedback.gaps(10)).to.deep.equal([
      { words: 'is it on the blockchain', why: 'unanswerable', day: '2026-11-24' },
      { ...GAP, day: '2026-11-23' },
    ]);
    expect(await stores.feedback.gaps(1)).to.have.length(1);
  });

  it('has the day that it is in London', async () => {
    await turn({ unanswered: GAP, feedback: { entry: 'cookies', helpful: true } }, new Date('2026-06-30T23:30:00Z'));
    expect((await stores.feedback.gaps(1))[0]?.day).to.equal('2026-07-01');
    expect((await database().raw('select day from feedback'))[0]?.['day']).to.equal('2026-07-01');
  });

  it('leads back to no conversation', async () => {
    await turn({ unanswered: GAP, feedback: { entry: 'cookies', helpful: false } });
    for (const table of ['gaps', 'feedback']) {
      const [row = {}] = await database().raw(`select * from ${table}`);
      const columns = table === 'gaps' ? ['id', 'day', 'key_id', 'body'] : ['entry', 'day', 'helpful', 'count'];
      expect(Object.keys(row)).to.have.members(columns);
      expect(Object.values(row).join(' ')).not.to.contain(ID).and.not.to.contain('message-0');
    }
    await stores.conversations.delete(ID);
    expect(await wordsOf()).to.deep.equal([GAP.words]);
    expect(await stores.feedback.tallies()).to.have.length(1);
  });

  it('is committed with its turn or not at all', async () => {
    await say(stores.conversations, 'm1');
    const brings = { unanswered: GAP, feedback: { entry: 'cookies', helpful: false } };
    const handedOver = [{ request: aRequest(), mails: composeMails(aRequest(), CONTEXT) }];
    const twice = aTurn({ ...brings, handedOver: [...handedOver, ...handedOver] });
    for (const refused of [twice, aTurn({ ...brings, expectedVersion: 3 }), aTurn({ ...brings, answered: 'm9' })]) {
      expect(await faultOf(stores.conversations.commitTurn(refused))).not.to.contain('it did not fail');
    }
    expect(await stores.feedback.tallies()).to.deep.equal([]);
    expect(await wordsOf()).to.deep.equal([]);
    await stores.conversations.commitTurn(aTurn(brings));
    // A turn that is repeated after its commit counts once.
    expect(await faultOf(stores.conversations.commitTurn(aTurn(brings)))).to.match(/^AlreadyAnsweredError/);
    expect(await stores.feedback.tallies()).to.deep.equal([{ entry: 'cookies', helpful: 0, unhelpful: 1 }]);
    expect(await wordsOf()).to.deep.equal([GAP.words]);
  });

  it('goes by its day', async () => {
    for (const [days, words] of ['first', 'second', 'third'].entries()) {
      await turn(
        { unanswered: { words, why: 'clarify' }, feedback: { entry: words, helpful: true } },
        after(days * DAY),
      );
    }
    expect(await stores.feedback.deleteGaps(after(-DAY))).to.equal(0);
    expect(await stores.feedback.deleteGaps(after(DAY))).to.equal(2);
    expect(await wordsOf()).to.deep.equal(['third']);
    expect(await stores.feedback.deleteVerdicts(AT)).to.equal(1);
    expect((await stores.feedback.tallies()).map(({ entry }) => entry)).to.deep.equal(['second', 'third']);
  });

  it('leaves out a gap that cannot be read, and reads the others', async () => {
    await turn({ unanswered: GAP });
    await turn({ unanswered: { words: 'another one', why: 'clarify' } });
    await database().raw(
      `update gaps set body = (select body from conversations) where id = (select min(id) from gaps)`,
    );
    expect(await wordsOf()).to.have.length(1);
  });

  it('keeps a key as long as a gap was encrypted with it', async () => {
    await turn({ unanswered: GAP });
    await stores.conversations.delete(ID);
    const other = [{ id: 'k2', key: Buffer.alloc(32, 2) }];
    expect(await faultOf(database().open({ encryptionKeys: other }))).to.match(/^EncryptionError: gaps .*"k1"/);
    await stores.feedback.deleteGaps(AT);
    await database().open({ encryptionKeys: other });
  });
});

describe('Gaps in the SQLite file', () => {
  it('lie in the order of their random ids, which tells nothing of when they came', async () => {
    const database = await freshSqlite();
    try {
      await database.open();
      const [row] = await database.raw(`select sql from sqlite_master where name = 'gaps'`);
      expect(String(row?.['sql'])).to.match(/without rowid/i);
    } finally {
      await database.dispose();
    }
  });
});
