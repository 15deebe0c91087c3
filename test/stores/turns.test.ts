import { expect } from 'chai';
import type { Stores } from '../../src/stores/store.js';
import { composeMails } from '../../src/handoff/email.js';
import { aRequest, CONTEXT } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after, aTurn, begin, faultOf, ID, lines, say } from './a-conversation.js';

const REFERENCE = aRequest().reference;
const handedOver = [{ request: aRequest(), mails: composeMails(aRequest(), CONTEXT) }];

describeOnEach('Turns', (database) => {
  let stores: Stores;
  const conversations = (): Stores['conversations'] => stores.conversations;
  beforeEach(async () => {
    stores = await database().open();
    await begin(conversations());
    await say(conversations(), 'm1');
  });

  /** Everything that a turn may change. */
  const everything = async (): Promise<unknown> => ({
    log: await conversations().activitiesAfter(ID, 0),
    state: await conversations().loadState(ID),
    unanswered: await conversations().unanswered(),
    requests: await stores.requests.list(10),
    mails: await stores.outbox.recent(10),
  });

  it('begin without a state, which is not the state null', async () => {
    expect(await conversations().loadState(ID)).to.deep.equal({ state: undefined, version: 0 });
    await conversations().commitTurn(aTurn({ state: null }));
    expect(await conversations().loadState(ID)).to.deep.equal({ state: null, version: 1 });
  });

  it('save the state, log the replies in order, and mark the message answered', async () => {
    const replies = ['r1', 'r2', 'r3'].map((id) => ({ id, activity: { type: 'message', text: id } }));
    const logged = await conversations().commitTurn(aTurn({ replies }));
    expect(lines(logged)).to.deep.equal(['2 r1', '3 r2', '4 r3']);
    expect((await conversations().activitiesAfter(ID, 1)).map((entry) => ({ ...entry }))).to.deep.equal(logged);
    expect(await conversations().loadState(ID)).to.deep.equal({ state: { step: 'contact' }, version: 1 });
    expect(await conversations().unanswered()).to.deep.equal([]);
  });

  it('follow one another, each from the version before', async () => {
    for (let version = 0; version < 5; version++) {
      const id = `next-${version}`;
      await say(conversations(), id);
      await conversations().commitTurn(
        aTurn({ answered: id, expectedVersion: version, state: { turns: version + 1 }, replies: [] }),
      );
    }
    expect(await conversations().loadState(ID)).to.deep.equal({ state: { turns: 5 }, version: 5 });
    expect(await say(conversations(), 'last')).to.include({ sequence: 7 });
  });

  it('hand over a request with its mails, due at once', async () => {
    await conversations().commitTurn(aTurn({ handedOver }));
    const found = await stores.requests.find(REFERENCE);
    expect(found?.request).to.deep.equal(aRequest());
    expect(found?.history.map(({ event, detail, at }) => [event, detail, at])).to.deep.equal([
      ['created', 'access, by web chat', AT],
      ['queued', 'dpo', AT],
      ['queued', 'acknowledgement', AT],
    ]);
    const mails = await stores.outbox.claim(AT, after(1), 10);
    expect(mails.map(({ mail }) => mail)).to.have.deep.members(handedOver[0]?.mails.map(({ mail }) => mail) ?? []);
  });

  const refused = [
    { title: 'its state has moved on', turn: aTurn({ answered: 'm2', handedOver }), fault: 'StaleStateError' },
    {
      title: 'it expects a state that is not there yet',
      turn: aTurn({ answered: 'm2', expectedVersion: 2 }),
      fault: 'StaleStateError',
    },
    {
      title: 'its message is answered',
      turn: aTurn({ expectedVersion: 1, handedOver }),
      fault: 'AlreadyAnsweredError',
    },
    { title: 'it is one that was committed before', turn: aTurn({ handedOver }), fault: 'AlreadyAnsweredError' },
    {
      title: 'there is no conversation',
      turn: aTurn({ conversationId: 'conversation-2' }),
      fault: 'UnknownConversationError',
    },
    {
      title: 'its message was never accepted',
      turn: aTurn({ answered: 'm9', expectedVersion: 1 }),
      fault: 'Error: activity m9',
    },
    {
      title: 'its message is a reply',
      turn: aTurn({ answered: 'r1', expectedVersion: 1 }),
      fault: 'Error: activity r1',
    },
    {
      title: 'its request is there already',
      turn: aTurn({ answered: 'm2', expectedVersion: 1, handedOver: [...handedOver, ...handedOver] }),
      fault: '',
    },
    {
      title: 'a reply has the id of another entry',
      turn: aTurn({ answered: 'm2', expectedVersion: 1, handedOver, replies: [{ id: 'm1', activity: {} }] }),
      fault: '',
    },
  ];
  for (const { title, turn, fault } of refused) {
    it(`change nothing at all where ${title}`, async () => {
      await conversations().commitTurn(aTurn({ replies: [{ id: 'r1', activity: { type: 'message' } }] }));
      await say(conversations(), 'm2');
      const before = await everything();
      const actual = await faultOf(conversations().commitTurn(turn));
      expect(actual.startsWith(fault), actual).to.equal(true);
      expect(actual).not.to.contain('it did not fail');
      expect(await everything()).to.deep.equal(before);
      await conversations().commitTurn(aTurn({ answered: 'm2', expectedVersion: 1, replies: [] }));
      expect(await conversations().loadState(ID)).to.deep.include({ version: 2 });
    });
  }

  it('go wrong for one of two that begin with the same state at once', async () => {
    await say(conversations(), 'm2');
    const { conversations: other } = await database().open();
    const faults = await Promise.all([
      faultOf(conversations().commitTurn(aTurn({ answered: 'm1', replies: [{ id: 'r1', activity: {} }] }))),
      faultOf(other.commitTurn(aTurn({ answered: 'm2', replies: [{ id: 'r2', activity: {} }] }))),
    ]);
    expect(faults.map((fault) => fault.split(':')[0]).sort()).to.deep.equal(['Error', 'StaleStateError']);
    expect(await conversations().activitiesAfter(ID, 2)).to.have.length(1);
    expect(await conversations().unanswered()).to.have.length(1);
  });

  it('answer a message once, where two instances take it up at once', async () => {
    const { conversations: other } = await database().open();
    const faults = await Promise.all([
      faultOf(conversations().commitTurn(aTurn({ handedOver }))),
      faultOf(other.commitTurn(aTurn({ handedOver }))),
    ]);
    expect(faults.map((fault) => fault.split(':')[0]).sort()).to.deep.equal(['AlreadyAnsweredError', 'Error']);
    expect(await stores.requests.list(10)).to.have.length(1);
  });

  it('leave requests behind when their conversation is deleted, for being idle or at its resident’s wish', async () => {
    await conversations().commitTurn(aTurn({ handedOver }));
    expect(await conversations().deleteIdle(after(1))).to.equal(1);
    expect(await conversations().find(ID)).to.equal(undefined);
    expect((await stores.requests.find(REFERENCE))?.request).to.deep.equal(aRequest());
    expect(await stores.outbox.claim(AT, after(1), 10)).to.have.length(2);
  });
});
