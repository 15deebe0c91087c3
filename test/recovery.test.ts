import { expect } from 'chai';
import { createHub } from '../src/http/direct-line/hub.js';
import type { Log } from '../src/log.js';
import { startRecovery } from '../src/recovery.js';
import type { ConversationStore, LoggedActivity, Stores } from '../src/stores/store.js';
import { aTurn, begin, ID, say } from './stores/a-conversation.js';
import { freshSqlite, type FreshDatabase } from './support/fresh-database.js';
import { until } from './support/until.js';

describe('recovery', () => {
  let database: FreshDatabase;
  let stores: Stores;
  const events: string[] = [];
  const write = (event: string): void => void events.push(event);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const heard: (readonly [conversationId: string, incoming: LoggedActivity])[] = [];
  /** Says nothing in reply; "fail" cannot be answered, for as long as `broken`. */
  let broken = false;
  const turns = {
    async respond(conversationId: string, incoming: LoggedActivity): Promise<void> {
      heard.push([conversationId, incoming]);
      if (broken && incoming.activity['text'] === 'fail') throw new Error('values: Sarah Khan');
      const { version } = await stores.conversations.loadState(conversationId);
      const replies = [{ id: `reply-${conversationId}-${incoming.id}`, activity: { type: 'message', text: 'So.' } }];
      const change = { conversationId, expectedVersion: version, answered: incoming.id, replies };
      await stores.conversations.commitTurn(aTurn(change));
    },
  };
  const start = (conversations: ConversationStore = stores.conversations, everyMs = 2 ** 30, hub = createHub()) =>
    startRecovery({ conversations, turns, hub, log, everyMs });

  beforeEach(async () => {
    events.splice(0);
    heard.splice(0);
    broken = false;
    database = await freshSqlite();
    stores = await database.open();
    await begin(stores.conversations);
    await begin(stores.conversations, 'conversation-2');
  });
  afterEach(() => database.dispose());

  it('has what was left unanswered answered, in order, and then finds nothing more', async () => {
    await say(stores.conversations, 'm1');
    await say(stores.conversations, 'm1', { conversationId: 'conversation-2' });
    await say(stores.conversations, 'm2');
    await start().stop();
    const ofFirst = heard
      .filter(([conversationId]) => conversationId === ID)
      .map(([, { activity }]) => activity['text']);
    expect(ofFirst).to.deep.equal(['m1', 'm2']);
    expect(heard).to.have.length(3);
    await start().stop();
    expect(heard).to.have.length(3);
    expect(events).to.deep.equal(['turn-recovered', 'turn-recovered', 'turn-recovered']);
  });

  it('gives each message the id by which clients know it, so that its reply names it', async () => {
    await say(stores.conversations, 'm1');
    await start().stop();
    expect(heard[0]?.[1].activity['id']).to.equal(`${ID}|0000001`);
  });

  it('tells who listens that there is something new', async () => {
    await say(stores.conversations, 'm1');
    const hub = createHub();
    let woken = 0;
    hub.join(ID, { wake: () => void (woken += 1), pass: () => undefined, end: () => undefined });
    await start(stores.conversations, 2 ** 30, hub).stop();
    expect(woken).to.equal(1);
  });

  it('goes on with the next where one cannot be answered, and comes back to it', async () => {
    broken = true;
    await say(stores.conversations, 'fail');
    await say(stores.conversations, 'm1', { conversationId: 'conversation-2' });
    const recovery = start(stores.conversations, 1);
    await until(() => events.includes('turn-recovered'), 'the other one');
    expect(events).to.include('turn-fault');
    broken = false;
    await until(() => events.filter((event) => event === 'turn-recovered').length === 2, 'the first one');
    await recovery.stop();
    expect(await stores.conversations.unanswered()).to.deep.equal([]);
  });

  it('survives a database that is down', async () => {
    await say(stores.conversations, 'm1');
    let down = true;
    const unanswered: ConversationStore['unanswered'] = () =>
      down ? Promise.reject(new Error('down')) : stores.conversations.unanswered();
    const recovery = start({ ...stores.conversations, unanswered }, 1);
    await until(() => events.includes('recovery-fault'), 'the fault');
    down = false;
    await until(() => events.includes('turn-recovered'), 'the answer');
    await recovery.stop();
    expect(heard).to.have.length(1);
  });
});
