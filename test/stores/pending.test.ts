import { expect } from 'chai';
import type { ConversationStore, Stores } from '../../src/stores/store.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after, aTurn, begin, faultOf, ID, lines, say } from './a-conversation.js';

const NEVER = after(10 ** 9);

describeOnEach('A conversation with a pending request', (database) => {
  let stores: Stores;
  let store: ConversationStore;
  beforeEach(async () => {
    stores = await database().open();
    store = stores.conversations;
  });

  /** A conversation whose only turn left it pending, or not. */
  const conversation = async (id: string, pending: boolean | undefined, at = AT): Promise<void> => {
    await begin(store, id, at);
    await say(store, 'm1', { conversationId: id, at });
    await store.commitTurn(aTurn({ conversationId: id, at, ...(pending === undefined ? {} : { pending }) }));
  };

  it('is listed once nobody has spoken for long enough, the longest silent first', async () => {
    await conversation('second', true, after(2));
    await conversation('first', true, after(1));
    await conversation('not pending', false, AT);
    await conversation('says nothing of it', undefined, AT);
    expect(await store.pending(after(1))).to.deep.equal([]);
    expect(await store.pending(after(2))).to.deep.equal(['first']);
    expect(await store.pending(NEVER)).to.deep.equal(['first', 'second']);
  });

  it('is no longer once a turn says so, and is again when a turn says that', async () => {
    await conversation(ID, true);
    await say(store, 'm2');
    await store.commitTurn(aTurn({ answered: 'm2', expectedVersion: 1, replies: [], pending: false }));
    expect(await store.pending(NEVER)).to.deep.equal([]);
    await say(store, 'm3');
    await store.commitTurn(aTurn({ answered: 'm3', expectedVersion: 2, replies: [], pending: true }));
    expect(await store.pending(NEVER)).to.deep.equal([ID]);
  });

  it('is as silent as it was after a turn in which nobody spoke, and not after a message', async () => {
    await conversation(ID, true);
    const { answered: _nobody, ...silent } = aTurn({ expectedVersion: 1, pending: true, at: after(50) });
    await store.commitTurn({ ...silent, replies: [{ id: 'r2', activity: { type: 'message' } }] });
    expect(await store.pending(after(1))).to.deep.equal([ID]);
    expect(lines(await store.activitiesAfter(ID, 0))).to.deep.equal(['1 m1', '2 r1', '3 r2']);
    await say(store, 'm2', { at: after(60) });
    expect(await store.pending(after(60))).to.deep.equal([]);
  });

  it('stays, however idle, until the request was passed on; then it goes like any other', async () => {
    await conversation('pending', true);
    await conversation('idle', false);
    expect(await store.deleteIdle(NEVER)).to.equal(1);
    expect((await store.find('pending'))?.id).to.equal('pending');
    const { answered: _nobody, ...silent } = aTurn({ conversationId: 'pending', expectedVersion: 1, at: NEVER });
    await store.commitTurn({ ...silent, replies: [], pending: false });
    expect(await store.deleteIdle(after(1))).to.equal(1);
    expect(await store.find('pending')).to.equal(undefined);
  });

  it('goes at its resident’s wish', async () => {
    await conversation(ID, true);
    await store.delete(ID);
    expect(await store.pending(NEVER)).to.deep.equal([]);
  });

  it('is passed on by one of two that begin with the same state at once', async () => {
    await conversation(ID, true);
    const { conversations: other } = await database().open();
    const { answered: _nobody, ...silent } = aTurn({ expectedVersion: 1, pending: false });
    const faults = await Promise.all([
      faultOf(store.commitTurn({ ...silent, replies: [{ id: 'r2', activity: {} }] })),
      faultOf(other.commitTurn({ ...silent, replies: [{ id: 'r3', activity: {} }] })),
    ]);
    expect(faults.map((fault) => fault.split(':')[0]).sort()).to.deep.equal(['Error', 'StaleStateError']);
    expect(await store.activitiesAfter(ID, 2)).to.have.length(1);
  });
});
