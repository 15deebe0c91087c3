/** The bot's promise: a turn is committed whole, once, or ends in an apology that changes nothing. */
import { expect } from 'chai';
import { MainDialog } from '../../dialogs/main-dialog.js';
import { createBot, type Bot, type BotOptions } from '../../src/bot.js';
import { createMailer } from '../../src/handoff/mailer.js';
import { createMetrics } from '../../src/metrics.js';
import type { Log, LogFields } from '../../src/log.js';
import type { ConversationStore, LoggedActivity, Stores } from '../../src/stores/store.js';
import { CODE, SURROUNDINGS, talkAt } from '../dialogs/a-talk.js';
import { CONTEXT } from '../handoff/requests.js';
import { begin, faultOf, ID } from '../stores/a-conversation.js';
import { AT, freshSqlite, type FreshDatabase } from '../support/fresh-database.js';

const SORRY = 'Sorry.';

const MAILER = createMailer(CONTEXT, 10);

describe('a turn', () => {
  let database: FreshDatabase;
  let stores: Stores;
  let dialogFault: Error | undefined;
  let mails = 0;
  const logged: { readonly event: string; readonly fields: LogFields }[] = [];
  const write = (event: string, fields: LogFields = {}): void => void logged.push({ event, fields });
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const dialog = new MainDialog(() => {
    if (dialogFault) throw dialogFault;
    return SURROUNDINGS;
  });
  const aBot = (change: Partial<BotOptions> = {}): Bot =>
    createBot({
      conversations: stores.conversations,
      dialog,
      handOver: (finished) => MAILER.handOver(finished),
      add: (addition) => MAILER.add(addition),
      mailCode: (code) => MAILER.code(code),
      surroundings: () => SURROUNDINGS,
      onMail: () => void (mails += 1),
      apology: SORRY,
      metrics: createMetrics({ ofProcess: false }),
      log,
      now: () => AT,
      ...change,
    });

  beforeEach(async () => {
    logged.splice(0);
    dialogFault = undefined;
    mails = 0;
    database = await freshSqlite();
    stores = await database.open();
    await begin(stores.conversations);
  });
  afterEach(() => database.dispose());

  let ids = 0;
  const accept = (text: string): Promise<LoggedActivity> =>
    stores.conversations.accept(ID, {
      id: `m${(ids += 1)}`,
      activity: {
        type: 'message',
        id: `m${ids}`,
        text,
        channelId: 'directline',
        from: { id: 'dl' },
        conversation: { id: ID },
      },
      at: AT,
    });
  const answer = async (bot: Bot, text: string): Promise<readonly unknown[]> => {
    const replies = await bot.respond(ID, await accept(text));
    return replies.map(({ activity }) => activity['text']);
  };
  const state = async (): Promise<unknown> => (await stores.conversations.loadState(ID)).state;
  /** Puts the conversation somewhere else. */
  async function commit(elsewhere: unknown): Promise<void> {
    const { id } = await accept('everything');
    const { version } = await stores.conversations.loadState(ID);
    const turn = { conversationId: ID, expectedVersion: version, state: elsewhere, answered: id };
    await stores.conversations.commitTurn({ ...turn, replies: [], handedOver: [], at: AT });
  }
  /** Where all that is missing is "send". */
  const toCheckAnswers = (): Promise<void> => commit(talkAt('checkAnswers').state);
  const requests = async (): Promise<number> => (await stores.requests.list(10)).length;

  it('with a fault in it ends in an apology, keeps the state, and the next one goes on', async () => {
    const bot = aBot();
    await answer(bot, 'Please send me the records');
    const before = await state();
    dialogFault = new Error('values: Sarah Khan');
    expect(await answer(bot, 'my own')).to.deep.equal([SORRY]);
    expect(await state()).to.deep.equal(before);
    expect(await stores.conversations.unanswered()).to.deep.equal([]);
    dialogFault = undefined;
    expect(await answer(bot, 'my own')).to.deep.equal(['What is your full name?']);
    expect(logged.map(({ event }) => event)).to.deep.equal(['dialog-fault']);
    expect(JSON.stringify(logged)).not.to.contain('Sarah');
  });

  it('that asks for an email address queues a code for it, and says so once it is queued', async () => {
    await commit(talkAt('contact').state);
    expect((await answer(aBot(), 'sarah@example.org'))[0]).to.match(/^I have sent a code of six digits/);
    const [code, ...others] = await stores.outbox.recent(10);
    expect(others).to.deep.equal([]);
    expect(code).to.include({ purpose: 'code' }).and.not.to.have.property('reference');
    expect([code?.mail.to, mails]).to.deep.equal(['sarah@example.org', 1]);
    expect(code?.mail.text).to.contain(CODE);
    expect(JSON.stringify(logged)).not.to.contain(CODE);
  });

  it('whose code cannot be mailed says sorry, and asks for the address again', async () => {
    await commit(talkAt('contact').state);
    const mailCode = (): never => {
      throw new Error('no mail');
    };
    expect(await answer(aBot({ mailCode }), 'sarah@example.org')).to.deep.equal([SORRY]);
    expect([await stores.outbox.recent(10), mails]).to.deep.equal([[], 0]);
    expect((await answer(aBot(), 'sarah@example.org'))[0]).to.match(/^I have sent a code/);
  });

  it('says whether there is a request to be passed on, also where it ends in an apology', async () => {
    const pending = (): Promise<readonly string[]> => stores.conversations.pending(new Date(AT.getTime() + 1));
    const bot = aBot();
    await answer(bot, 'Please send me the records');
    expect(await pending()).to.deep.equal([]);
    await commit(talkAt('contact').state);
    await answer(bot, '020 7946 0958');
    expect(await pending()).to.deep.equal([ID]);
    dialogFault = new Error('no');
    await answer(bot, 'council tax');
    expect(await pending()).to.deep.equal([ID]);
    dialogFault = undefined;
    await answer(bot, 'cancel');
    await answer(bot, 'Yes, stop');
    expect(await pending()).to.deep.equal([]);
  });

  it('whose mails cannot be made says sorry and not “sent”, and can be tried again', async () => {
    await toCheckAnswers();
    const handOver = (): never => {
      throw new Error('no mail');
    };
    expect(await answer(aBot({ handOver }), 'send')).to.deep.equal([SORRY]);
    expect([await requests(), mails]).to.deep.equal([0, 0]);
    expect((await answer(aBot(), 'send'))[0]).to.contain('has been passed on');
    expect([await requests(), mails]).to.deep.equal([1, 1]);
  });

  it('that the database does not take says nothing, and is taken up whole afterwards', async () => {
    await toCheckAnswers();
    const commitTurn: ConversationStore['commitTurn'] = () => Promise.reject(new Error('down'));
    const bot = aBot({ conversations: { ...stores.conversations, commitTurn } });
    expect(await faultOf(answer(bot, 'send'))).to.equal('Error: down');
    expect([await requests(), mails]).to.deep.equal([0, 0]);
    const [left] = await stores.conversations.unanswered();
    const replies = await aBot().respond(ID, left?.activity as LoggedActivity);
    expect(String(replies[0]?.activity['text'])).to.contain('has been passed on');
    expect([await requests(), mails]).to.deep.equal([1, 1]);
  });

  it('is repeated on what another instance has left meanwhile', async () => {
    await toCheckAnswers();
    const other = aBot();
    let meddled = false;
    const loadState: ConversationStore['loadState'] = async (id) => {
      const loaded = await stores.conversations.loadState(id);
      if (!meddled) {
        meddled = true;
        await answer(other, 'change my name to Sara Kahn');
      }
      return loaded;
    };
    const bot = aBot({ conversations: { ...stores.conversations, loadState } });
    expect((await answer(bot, 'send'))[0]).to.contain('has been passed on');
    const [summary] = await stores.requests.list(10);
    const found = await stores.requests.find(summary?.reference ?? '');
    expect(found?.request?.requester.fullName).to.equal('Sara Kahn');
  });

  it('that is taken up by two instances hands over once', async () => {
    await toCheckAnswers();
    const incoming = await accept('send');
    const ends = await Promise.all([aBot().respond(ID, incoming), aBot().respond(ID, incoming)]);
    expect(ends.map((replies) => replies.length).sort()).to.deep.equal([0, 1]);
    expect([await requests(), mails]).to.deep.equal([1, 1]);
  });
});
