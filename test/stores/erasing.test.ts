import { expect } from 'chai';
import { composeMails } from '../../src/handoff/email.js';
import type { Stores } from '../../src/stores/store.js';
import { aRequest, CONTEXT } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { aTurn, begin, ID, lines, say } from './a-conversation.js';

describeOnEach('A conversation that its resident deletes', (database) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await database().open();
    await begin(stores.conversations);
    await begin(stores.conversations, 'conversation-2');
    await say(stores.conversations, 'm1');
    const handedOver = [{ request: aRequest(), mails: composeMails(aRequest(), CONTEXT) }];
    await stores.conversations.commitTurn(aTurn({ handedOver, state: { name: 'Begonia' } }));
    await say(stores.conversations, 'm2');
    await say(stores.conversations, 'm1', { conversationId: 'conversation-2' });
  });
  const erase = (): Promise<unknown> =>
    stores.conversations.commitTurn(
      aTurn({ answered: 'm2', expectedVersion: 1, erase: true, state: {}, replies: [{ id: 'r2', activity: {} }] }),
    );

  it('has nothing left of what was said, but the reply that says so, in its place', async () => {
    await erase();
    expect(lines(await stores.conversations.activitiesAfter(ID, 0))).to.deep.equal(['4 r2']);
    expect(await stores.conversations.loadState(ID)).to.deep.equal({ state: {}, version: 2 });
    expect(await database().raw(`select 1 from activities where conversation_id = '${ID}'`)).to.have.length(1);
  });

  it('goes on as a new one', async () => {
    await erase();
    expect(await say(stores.conversations, 'm3')).to.include({ sequence: 5, repeated: false });
    await stores.conversations.commitTurn(aTurn({ answered: 'm3', expectedVersion: 2, replies: [] }));
    expect(lines(await stores.conversations.activitiesAfter(ID, 4))).to.deep.equal(['5 m3']);
  });

  it('keeps what came in meanwhile and waits for its answer', async () => {
    await say(stores.conversations, 'm3');
    await erase();
    expect(lines(await stores.conversations.activitiesAfter(ID, 0))).to.deep.equal(['4 m3', '5 r2']);
    expect((await stores.conversations.unanswered()).map(({ activity }) => activity.id)).to.have.members(['m1', 'm3']);
  });

  it('leaves the request that was sent, and the conversations of others', async () => {
    await erase();
    expect((await stores.requests.find(aRequest().reference))?.request).to.deep.equal(aRequest());
    expect(await stores.outbox.backlog()).to.deep.include({ waiting: 2 });
    expect(lines(await stores.conversations.activitiesAfter('conversation-2', 0))).to.deep.equal(['1 m1']);
  });
});
