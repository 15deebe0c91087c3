/** Something is added to a request that was handed over before; and a conversation forgets what was said. */
import { expect } from 'chai';
import { composeAddition } from '../../src/handoff/addition.js';
import { KEPT } from '../../src/privacy/kept.js';
import type { AddedMail, Stores } from '../../src/stores/store.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest, CONTEXT } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after, aTurn, begin, faultOf, ID, lines, say } from './a-conversation.js';

const { reference, right, dueDate } = aRequest();
const added = (number = 1): AddedMail => ({
  reference,
  number,
  mail: composeAddition(
    { reference, right, dueDate, number, receivedAt: AT.toISOString(), firstMessage: 'My bins too', answers: {} },
    CONTEXT,
  ),
});

describeOnEach('What is added to a request', (database) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await database().open();
    await queueRequest(stores, aRequest(), AT);
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
  });
  const history = async (): Promise<unknown[]> =>
    ((await stores.audit.history(reference))?.lines ?? []).map(({ event, detail }) => `${event} ${detail}`);
  const deliver = async (ids: readonly string[], at: Date): Promise<void> => {
    for (const id of ids) await stores.outbox.accepted(`${reference}.${id}`, '250 Ok', at);
  };

  it('is a mail of that request, due at once, in a commit with the turn, and stands in its history', async () => {
    await stores.conversations.commitTurn(aTurn({ added: [added()], at: after(5) }));
    const mails = await stores.outbox.claim(after(6), after(7), 10);
    expect(mails.find(({ purpose }) => purpose === 'addition')).to.deep.include({
      id: `${reference}.addition-1`,
      reference,
      mail: added().mail,
    });
    expect((await history()).slice(-2)).to.deep.equal(['added addition 1', 'queued addition']);
    expect((await stores.audit.verify(reference)).faults).to.deep.equal([]);
    expect((await stores.requests.find(reference))?.summary).to.deep.include({ dueDate, delivery: 'waiting' });
  });

  it('may be several, each once', async () => {
    await stores.conversations.commitTurn(aTurn({ added: [added(1), added(2)] }));
    expect(await stores.outbox.recent(10)).to.have.length(4);
    await say(stores.conversations, 'm2');
    const again = stores.conversations.commitTurn(aTurn({ answered: 'm2', expectedVersion: 1, added: [added(2)] }));
    expect(await faultOf(again)).to.match(/unique|duplicate/i);
    expect(await stores.outbox.recent(10)).to.have.length(4);
  });

  it('changes nothing where there is no such request', async () => {
    const other = { ...added(), reference: 'PR-2222-2222' };
    expect(await faultOf(stores.conversations.commitTurn(aTurn({ added: [other] })))).to.contain('PR-2222-2222');
    expect(await stores.conversations.loadState(ID)).to.deep.equal({ state: undefined, version: 0 });
    expect(await stores.outbox.recent(10)).to.have.length(2);
  });

  it('goes with the rest of the request, 30 days after the last of the mails was accepted', async () => {
    await stores.conversations.commitTurn(aTurn({ added: [added()] }));
    await deliver(['dpo', 'acknowledgement'], AT);
    expect(await stores.requests.purgeDelivered(after(KEPT.payload), after(KEPT.payload))).to.equal(0);
    await deliver(['addition-1'], after(100));
    expect(await stores.requests.purgeDelivered(after(100), after(KEPT.payload))).to.equal(0);
    expect(await stores.requests.purgeDelivered(after(101), after(KEPT.payload))).to.equal(1);
    expect(await stores.outbox.recent(10)).to.deep.equal([]);
  });

  it('goes out, and then goes, where the request had been purged before', async () => {
    await stores.requests.purge(reference, after(1), 'j.bloggs');
    await stores.conversations.commitTurn(aTurn({ added: [added()], at: after(2) }));
    expect(await stores.requests.countUndelivered(after(KEPT.payload))).to.equal(1);
    expect(await stores.requests.deletePurged(after(KEPT.request))).to.equal(0);
    expect((await stores.outbox.claim(after(2), after(3), 10)).map(({ purpose }) => purpose)).to.deep.equal([
      'addition',
    ]);
    await deliver(['addition-1'], after(3));
    expect(await stores.requests.purgeDelivered(after(4), after(5))).to.equal(1);
    expect(await stores.outbox.recent(10)).to.deep.equal([]);
    expect(await stores.requests.deletePurged(after(KEPT.request))).to.equal(1);
  });
});

describeOnEach('A turn that forgets', (database) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await database().open();
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
    await stores.conversations.commitTurn(aTurn());
    await say(stores.conversations, 'm2');
  });
  const forgetting = (at = AT) =>
    stores.conversations.commitTurn(
      aTurn({
        answered: 'm2',
        expectedVersion: 1,
        state: {},
        replies: [{ id: 'r2', activity: { type: 'message', text: 'Deleted' } }],
        forgets: true,
        at,
      }),
    );

  it('leaves its own reply of the log, with the next number, and nothing else', async () => {
    expect(lines(await forgetting())).to.deep.equal(['4 r2']);
    expect(lines(await stores.conversations.activitiesAfter(ID, 0))).to.deep.equal(['4 r2']);
    expect(await database().raw('select 1 from activities')).to.have.length(1);
    expect(await stores.conversations.loadState(ID)).to.deep.equal({ state: {}, version: 2 });
  });

  it('keeps what was said after, which waits for an answer of its own', async () => {
    await say(stores.conversations, 'm3');
    await forgetting();
    expect((await stores.conversations.unanswered()).map(({ activity }) => activity.id)).to.deep.equal(['m3']);
    expect(lines(await stores.conversations.activitiesAfter(ID, 0))).to.deep.equal(['4 m3', '5 r2']);
  });

  it('leaves a sent request as it is, and what is left of the conversation goes as any does', async () => {
    await queueRequest(stores, aRequest(), AT);
    await stores.conversations.delete(`conversation-${reference}`);
    await forgetting(after(10));
    expect((await stores.requests.find(reference))?.request).to.deep.equal(aRequest());
    expect(await stores.conversations.deleteIdle(after(10))).to.equal(0);
    expect(await stores.conversations.deleteIdle(after(11))).to.equal(1);
    expect(await database().raw('select 1 from activities')).to.deep.equal([]);
  });
});
