/** The job that passes on what a person began and did not finish. */
import { expect } from 'chai';
import { MainDialog } from '../dialogs/main-dialog.js';
import { createBot, type Bot } from '../src/bot.js';
import { createMailer } from '../src/handoff/mailer.js';
import type { Log, LogFields } from '../src/log.js';
import { createMetrics } from '../src/metrics.js';
import type { ConversationStore, LoggedActivity, Stores } from '../src/stores/store.js';
import { newReference } from '../src/requests/reference.js';
import { startUnfinished } from '../src/unfinished.js';
import { SURROUNDINGS } from './dialogs/a-talk.js';
import { CONTEXT } from './handoff/requests.js';
import { begin, ID } from './stores/a-conversation.js';
import { describeOnEach } from './support/databases.js';
import { AT } from './support/fresh-database.js';
import { until } from './support/until.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MAILER = createMailer(CONTEXT, 10);
/** Up to where they can be reached, and no further. */
const BEGUN = ['Please send me the records', 'my own', 'Sarah Khan', 'sarah@example.org', 'skip', 'council tax'];

describeOnEach('Requests whose person fell silent', (database) => {
  let stores: Stores;
  let now: Date;
  let mails: number;
  const logged: { readonly event: string; readonly fields: LogFields }[] = [];
  const write = (event: string, fields: LogFields = {}): void => void logged.push({ event, fields });
  const log: Log = { debug: write, info: write, warn: write, error: write };

  beforeEach(async () => {
    logged.splice(0);
    now = AT;
    mails = 0;
    stores = await database().open();
    await begin(stores.conversations);
  });

  const aBot = (conversations: ConversationStore = stores.conversations): Bot => {
    const surroundings = () => ({ ...SURROUNDINGS, now, newReference: () => newReference() });
    return createBot({
      conversations,
      dialog: new MainDialog(surroundings),
      handOver: (finished) => MAILER.handOver(finished),
      add: (addition) => MAILER.add(addition),
      mailCode: (code) => MAILER.code(code),
      surroundings,
      onMail: () => void (mails += 1),
      apology: 'Sorry.',
      metrics: createMetrics({ ofProcess: false }),
      log,
      now: () => now,
    });
  };
  let ids = 0;
  async function accept(text: string, conversationId = ID): Promise<LoggedActivity> {
    const id = `m${(ids += 1)}`;
    const from = { id: 'dl', role: 'user' };
    const activity = { type: 'message', id, text, channelId: 'directline', from, conversation: { id: conversationId } };
    return stores.conversations.accept(conversationId, { id, activity, at: now });
  }
  async function says(texts: readonly string[], conversationId = ID): Promise<void> {
    for (const text of texts) await aBot().respond(conversationId, await accept(text, conversationId));
  }
  const later = (ms: number): void => void (now = new Date(now.getTime() + ms));
  /** Has the job look once. */
  const look = (bot = aBot(), conversations = stores.conversations): Promise<void> =>
    startUnfinished({ conversations, bot, log, now: () => now, afterMs: DAY, everyMs: 2 ** 30 }).stop();
  const requests = async () => stores.requests.list(10);
  const events = (): string[] => logged.map(({ event }) => event);

  it('are passed on after the time that is set, and not a moment before', async () => {
    await says(BEGUN);
    later(DAY);
    await look();
    expect(await requests()).to.deep.equal([]);
    later(1);
    await look();
    const [summary] = await requests();
    expect(summary).to.include({ right: 'access', dueDate: '2026-12-23', channel: 'Web chat' });
    expect(summary?.receivedAt).to.deep.equal(AT);
    const found = await stores.requests.find(summary?.reference ?? '');
    expect(found?.request).to.deep.include({ unfinished: true, firstMessage: BEGUN[0] });
    expect(found?.request?.requester.fullName).to.equal('Sarah Khan');
    expect(events()).to.deep.equal(['request-handed-over', 'unfinished-passed-on']);
    expect(logged.at(-1)?.fields).to.include({ conversation: ID, count: 1 });
    expect(JSON.stringify(logged)).not.to.contain('Sarah');
  });

  it('are passed on with both mails, which are due at once', async () => {
    await says(BEGUN);
    mails = 0;
    later(DAY + 1);
    await look();
    const due = (await stores.outbox.claim(now, new Date(now.getTime() + 1), 10)).filter(({ reference }) => reference);
    expect(due.map(({ purpose }) => purpose).sort()).to.deep.equal(['acknowledgement', 'dpo']);
    expect(due.find(({ purpose }) => purpose === 'dpo')?.mail.subject).to.contain('[Access request, unfinished] PR-');
    expect(mails).to.equal(1);
  });

  it('are passed on once, however often the job looks', async () => {
    await says(BEGUN);
    later(DAY + 1);
    for (let i = 0; i < 3; i += 1) {
      await look();
      later(DAY);
    }
    expect(await requests()).to.have.length(1);
    expect(await stores.conversations.pending(now)).to.deep.equal([]);
  });

  it('are passed on once where two instances look at the same moment', async () => {
    await says(BEGUN);
    later(DAY + 1);
    const other = await database().open();
    await Promise.all([look(), look(aBot(other.conversations), other.conversations)]);
    expect(await requests()).to.have.length(1);
    const mailed = await stores.outbox.recent(10);
    expect(mailed.filter(({ purpose }) => purpose === 'dpo')).to.have.length(1);
    const log = await stores.conversations.activitiesAfter(ID, 0);
    expect(log.filter(({ activity }) => String(activity['text']).startsWith('You did not finish'))).to.have.length(1);
  });

  it('are not passed on where the person spoke meanwhile, however long before they had been silent', async () => {
    await says(BEGUN);
    later(DAY + 1);
    await says(['any time']);
    await look();
    expect(await requests()).to.deep.equal([]);
    later(DAY);
    await look();
    expect(await requests()).to.deep.equal([]);
    later(1);
    await look();
    expect(await requests()).to.have.length(1);
  });

  it('are not passed on where the person speaks between the look and the passing on', async () => {
    await says(BEGUN);
    later(DAY + 1);
    const pending: ConversationStore['pending'] = async (before) => {
      const found = await stores.conversations.pending(before);
      await says(['any time']);
      return found;
    };
    await look(aBot(), { ...stores.conversations, pending });
    expect(await requests()).to.deep.equal([]);
    expect(events()).to.deep.equal([]);
  });

  it('stay where the person’s turn is committed first, and are looked at again', async () => {
    await says(BEGUN);
    later(DAY + 1);
    let spoken = false;
    const loadState: ConversationStore['loadState'] = async (id) => {
      const loaded = await stores.conversations.loadState(id);
      if (!spoken) {
        spoken = true;
        await says(['any time']);
      }
      return loaded;
    };
    await look(aBot({ ...stores.conversations, loadState }));
    expect(await requests()).to.deep.equal([]);
    expect(events(), 'nothing went wrong').to.deep.equal([]);
    expect(await stores.conversations.loadState(ID)).to.have.nested.property('state.request.answers.period');
    await says(['all of it', 'skip', 'skip', 'skip', 'send']);
    expect(await requests()).to.have.length(1);
  });

  it('are told to the person in the chat, with the reference', async () => {
    await says(BEGUN);
    later(DAY + 1);
    await look();
    const [summary] = await requests();
    const last = (await stores.conversations.activitiesAfter(ID, 0)).at(-1)?.activity;
    expect(String(last?.['text'])).to.contain(summary?.reference).and.to.contain('marked as unfinished');
    expect(last).not.to.have.property('replyToId');
    expect(last?.['timestamp']).to.equal(now.toISOString());
  });

  it('are passed on with what was asked for besides', async () => {
    await says(['Please delete my account, and I complain about it', 'my own', 'Tom Baker', '020 7946 0958']);
    later(DAY + 1);
    await look();
    expect((await requests()).map(({ right }) => right).sort()).to.deep.equal(['complaint', 'erasure']);
    expect(logged.at(-1)?.fields).to.include({ count: 2 });
  });

  it('let their conversation go a day after its last word, and not before they were passed on', async () => {
    await says(BEGUN);
    later(2 * DAY);
    const before = new Date(now.getTime() - DAY);
    expect(await stores.conversations.deleteIdle(before)).to.equal(0);
    await look();
    expect(await stores.conversations.deleteIdle(before)).to.equal(1);
    expect(await stores.conversations.find(ID)).to.equal(undefined);
    expect(await requests()).to.have.length(1);
  });

  it('expire with their conversation where the person cannot be reached, or gave them up', async () => {
    await begin(stores.conversations, 'given up');
    await says(BEGUN.slice(0, 3));
    await says([...BEGUN, 'cancel', 'Yes, stop'], 'given up');
    later(2 * DAY);
    await look();
    expect(await requests()).to.deep.equal([]);
    expect(await stores.conversations.deleteIdle(now)).to.equal(2);
  });

  it('that cannot be passed on keep nobody else’s waiting, and are tried again', async () => {
    await begin(stores.conversations, 'other');
    await says(BEGUN);
    await says(BEGUN, 'other');
    later(DAY + 1);
    let broken = true;
    const find: ConversationStore['find'] = (id) =>
      broken && id === ID ? Promise.reject(new Error('values: Sarah')) : stores.conversations.find(id);
    const bot = aBot({ ...stores.conversations, find });
    await look(bot);
    expect(await requests()).to.have.length(1);
    expect(events()).to.include('unfinished-fault');
    expect(JSON.stringify(logged)).not.to.contain('Sarah');
    broken = false;
    await look(bot);
    expect(await requests()).to.have.length(2);
  });

  it('are looked for again and again', async () => {
    await says(BEGUN);
    const conversations = stores.conversations;
    const job = startUnfinished({ conversations, bot: aBot(), log, now: () => now, afterMs: DAY, everyMs: 5 });
    later(DAY + 1);
    await until(() => events().includes('unfinished-passed-on'), 'the job to come round');
    await job.stop();
    expect(await requests()).to.have.length(1);
  });
});
