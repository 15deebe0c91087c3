import { expect } from 'chai';
import type { ConversationStore } from '../../src/stores/store.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after, aTurn, begin, faultOf, ID, lines, say } from './a-conversation.js';

describeOnEach('Conversations', (database) => {
  let store: ConversationStore;
  beforeEach(async () => {
    store = (await database().open()).conversations;
    await begin(store);
  });

  it('finds a conversation as it was created, and none that was not', async () => {
    expect(await store.find(ID)).to.deep.equal({ id: ID, channel: 'directline', userId: 'dl_someone', createdAt: AT });
    for (const id of ['conversation-2', '', ID.toUpperCase(), 'a\0b', "'; drop table activities; --"]) {
      expect(await store.find(id), JSON.stringify(id)).to.equal(undefined);
    }
  });

  it('creates a conversation once: another of its id changes nothing', async () => {
    await store.create({ id: ID, channel: 'msteams', userId: 'dl_other', createdAt: after(1) });
    expect(await store.find(ID)).to.deep.equal({ id: ID, channel: 'directline', userId: 'dl_someone', createdAt: AT });
  });

  it('logs what comes in, in order, and gives it back after a watermark, as many as asked for', async () => {
    for (const id of ['m1', 'm2', 'm3', 'm4']) expect(await say(store, id)).to.include({ id, repeated: false });
    expect(lines(await store.activitiesAfter(ID, 0))).to.deep.equal(['1 m1', '2 m2', '3 m3', '4 m4']);
    expect(lines(await store.activitiesAfter(ID, 1, 2))).to.deep.equal(['2 m2', '3 m3']);
    for (const watermark of [4, 5, 999_999_999_999_999]) {
      expect(await store.activitiesAfter(ID, watermark), String(watermark)).to.deep.equal([]);
    }
    expect(await store.activitiesAfter('conversation-2', 0)).to.deep.equal([]);
  });

  it('keeps an activity as it is, in any script, and without what JSON leaves out', async () => {
    const kept = { type: 'message', text: '‏مرحبا 👩‍👩‍👧 \u0000 é', channelData: { list: [1, null, { deep: true }] } };
    const activity = { ...kept, left: undefined };
    const logged = await store.accept(ID, { id: 'm1', activity, at: AT });
    expect(logged).to.deep.equal({ sequence: 1, id: 'm1', activity: kept, repeated: false });
    expect(await store.activitiesAfter(ID, 0)).to.deep.equal([{ sequence: 1, id: 'm1', activity: kept }]);
  });

  it('does not log a message again that its client sends again', async () => {
    await say(store, 'm1', { clientId: 'c1' });
    await say(store, 'm2', { clientId: 'c2' });
    const again = await store.accept(ID, {
      id: 'm3',
      clientId: 'c1',
      activity: { type: 'message', text: '?' },
      at: AT,
    });
    const activity = { type: 'message', text: 'm1' };
    expect(again).to.deep.equal({ sequence: 1, id: 'm1', activity, repeated: true });
    expect(await say(store, 'm2')).to.include({ sequence: 2, repeated: true });
    expect(await say(store, 'm4', { clientId: 'c4' })).to.include({ sequence: 3, repeated: false });
    expect(lines(await store.activitiesAfter(ID, 0))).to.deep.equal(['1 m1', '2 m2', '3 m4']);
  });

  it('knows a client’s id only within its conversation', async () => {
    await begin(store, 'conversation-2');
    await say(store, 'm1', { clientId: 'c1' });
    const other = await say(store, 'm1', { clientId: 'c1', conversationId: 'conversation-2' });
    expect(other).to.include({ sequence: 1, repeated: false });
  });

  it('numbers 50 messages that come at once from 1 to 50, and those that come twice once', async () => {
    const ids = Array.from({ length: 50 }, (_, i) => `m${i}`);
    const all = await Promise.all([...ids, ...ids].map((id) => say(store, id, { clientId: `c-${id}` })));
    const log = await store.activitiesAfter(ID, 0);
    expect(log.map(({ sequence }) => sequence)).to.deep.equal(ids.map((_, i) => i + 1));
    expect(log.map(({ id }) => id).sort()).to.deep.equal([...ids].sort());
    expect(all.filter(({ repeated }) => repeated)).to.have.length(50);
    for (const { id, sequence } of all) expect(log[sequence - 1]?.id).to.equal(id);
  });

  it('numbers what two instances log without gaps', async () => {
    const { conversations: other } = await database().open();
    const ids = Array.from({ length: 20 }, (_, i) => `m${i}`);
    await Promise.all(ids.map((id, i) => say(i % 2 === 0 ? store : other, id)));
    const log = await store.activitiesAfter(ID, 0);
    expect(log.map(({ sequence }) => sequence)).to.deep.equal(ids.map((_, i) => i + 1));
  });

  it('accepts nothing for a conversation that is not there', async () => {
    const fault = await faultOf(say(store, 'm1', { conversationId: 'conversation-2' }));
    expect(fault).to.match(/^UnknownConversationError: .*conversation-2/);
    expect(await store.unanswered()).to.deep.equal([]);
  });

  it('lists what no turn has answered, oldest first', async () => {
    await begin(store, 'conversation-2');
    await say(store, 'm1', { at: after(3) });
    await say(store, 'm2', { at: after(1), conversationId: 'conversation-2' });
    await say(store, 'm3', { at: after(2), conversationId: 'conversation-2' });
    const waiting = async (): Promise<string[]> =>
      (await store.unanswered()).map(({ conversationId, activity }) => `${conversationId} ${activity.id}`);
    expect(await waiting()).to.deep.equal(['conversation-2 m2', 'conversation-2 m3', `${ID} m1`]);
    await store.commitTurn(aTurn());
    expect(await waiting()).to.deep.equal(['conversation-2 m2', 'conversation-2 m3']);
  });

  it('deletes what is idle, by its last activity and not by its age', async () => {
    for (const id of ['old', 'busy', 'new']) await begin(store, id, id === 'new' ? after(100) : AT);
    await say(store, 'm1', { conversationId: 'busy', at: after(90) });
    await store.commitTurn(aTurn({ conversationId: 'busy', at: after(100) }));
    expect(await store.deleteIdle(AT)).to.equal(0);
    expect(await store.deleteIdle(after(100))).to.equal(2);
    const left = await Promise.all([ID, 'old', 'busy', 'new'].map((id) => store.find(id)));
    expect(left.map((found) => found?.id)).to.deep.equal([undefined, undefined, 'busy', 'new']);
  });

  it('deletes more idle conversations than it takes at once', async () => {
    const seal = `select 'x' || value, 'directline', 0, 0, 0, key_id, body from conversations,`;
    const columns =
      'insert into conversations (id, channel, created_at, last_activity_at, last_sequence, key_id, body)';
    const numbers =
      database().location.databaseUrl === undefined
        ? '(with recursive n (value) as (select 1 union all select value + 1 from n where value < 450) select value from n)'
        : 'generate_series(1, 450) as n (value)';
    await database().raw(`${columns} ${seal} ${numbers}`);
    expect(await store.deleteIdle(AT)).to.equal(450);
    expect((await store.find(ID))?.id).to.equal(ID);
  });

  it('deletes a conversation with its state and log, and no other', async () => {
    await begin(store, 'conversation-2');
    for (const conversationId of [ID, 'conversation-2']) {
      await say(store, 'm1', { conversationId });
      await store.commitTurn(aTurn({ conversationId }));
    }
    await store.delete(ID);
    await store.delete('never was');
    expect(await store.find(ID)).to.equal(undefined);
    expect(await store.activitiesAfter(ID, 0)).to.deep.equal([]);
    expect(await store.loadState(ID)).to.deep.equal({ state: undefined, version: 0 });
    expect(lines(await store.activitiesAfter('conversation-2', 0))).to.deep.equal(['1 m1', '2 r1']);
    for (const table of ['activities', 'conversation_states']) {
      expect(await database().raw(`select * from ${table} where conversation_id = '${ID}'`)).to.deep.equal([]);
    }
  });
});
