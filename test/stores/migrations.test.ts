/** A database that an earlier version has filled is brought up to date, and keeps every row. */
import { expect } from 'chai';
import { aRequest } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import type { FreshDatabase } from '../support/fresh-database.js';
import { aPassingMail } from './a-passing-mail.js';
import { after, aTurn, ID, lines, say } from './a-conversation.js';
import { anEarlierDatabase, OTHER, REFERENCE, type Version } from './earlier-schema.js';

const GAP = { words: 'can [name] read my file', why: 'clarify' } as const;

/** What an earlier version had of each mail; bodies by their length, as drivers give them back in different ways. */
const outboxRows = ({ raw }: FreshDatabase): Promise<readonly Record<string, unknown>[]> =>
  raw(
    'select id, reference, purpose, status, attempts, created_at, due_at, leased_until, key_id, length(body) as bytes ' +
      'from outbox order by id',
  );

for (const version of ['001', '002'] satisfies Version[]) {
  describeOnEach(`A database of migration ${version}`, (database) => {
    beforeEach(() => anEarlierDatabase(database(), version));

    it('keeps every mail as it was: sent, refused, leased or waiting', async () => {
      const before = await outboxRows(database());
      expect(before.map(({ id, status }) => [id, status])).to.have.deep.members([
        [`${REFERENCE}.dpo`, 'accepted'],
        [`${REFERENCE}.acknowledgement`, 'refused'],
        [`${OTHER}.dpo`, 'waiting'],
        [`${OTHER}.acknowledgement`, 'waiting'],
      ]);
      const { outbox } = await database().open();
      expect(await outboxRows(database())).to.deep.equal(before);
      const mails = await outbox.recent(10);
      expect(mails.map(({ mail }) => mail.headers['X-Privacy-Request']).sort()).to.deep.equal(
        [OTHER, OTHER, REFERENCE, REFERENCE].sort(),
      );
      const expiry = await database().raw('select distinct expires_at from outbox');
      expect(expiry).to.deep.equal([{ expires_at: null }]);
    });

    it('keeps its requests with their history', async () => {
      const { requests } = await database().open();
      const found = await requests.find(REFERENCE);
      expect(found?.request).to.deep.equal(aRequest());
      expect(found?.history.map(({ event, detail }) => [event, detail])).to.deep.equal([
        ['created', 'access, by web chat'],
      ]);
    });

    it('goes on delivering what waited, when it is due and the lease is over', async () => {
      const { outbox } = await database().open();
      expect(await outbox.claim(after(59_999), after(400_000), 10)).to.deep.equal([]);
      const due = await outbox.claim(after(300_000), after(400_000), 10);
      expect(due.map(({ id, attempts }) => [id, attempts])).to.have.deep.members([
        [`${OTHER}.acknowledgement`, 0],
        [`${OTHER}.dpo`, 2],
      ]);
      expect(await outbox.resend(REFERENCE, after(1))).to.equal(2);
    });

    it('keeps its conversation, which is not pending and goes when it is idle', async () => {
      const { conversations } = await database().open();
      expect(lines(await conversations.activitiesAfter(ID, 0))).to.deep.equal(['1 m1', '2 r1']);
      expect(await conversations.loadState(ID)).to.deep.equal({ state: { step: 'contact' }, version: 1 });
      expect(await conversations.pending(after(10 ** 9))).to.deep.equal([]);
      expect(await conversations.deleteIdle(after(10 ** 9))).to.equal(1);
    });

    it('takes what is new: a gap, a pending request, and a mail that belongs to none', async () => {
      const { conversations, outbox, feedback } = await database().open();
      await say(conversations, 'm2');
      const turn = { answered: 'm2', expectedVersion: 1, pending: true, passing: [aPassingMail()], replies: [] };
      await conversations.commitTurn(aTurn({ ...turn, unanswered: GAP }));
      expect(await conversations.pending(after(1))).to.deep.equal([ID]);
      expect((await outbox.claim(after(1), after(10), 10)).map(({ purpose }) => purpose)).to.deep.equal(['code']);
      expect((await feedback.gaps(10)).map(({ words }) => words)).to.deep.equal([GAP.words]);
    });

    it('still refuses a mail of a request that is not there', async () => {
      await database().open();
      const columns = 'id, reference, purpose, status, attempts, created_at, due_at';
      const values = "'x', 'PR-none', 'dpo', 'waiting', 0, 0, 0";
      const insert = database().raw(`insert into outbox (${columns}) values (${values})`);
      expect(await insert.then(() => 'taken', String)).to.match(/foreign key/i);
    });
  });
}
