import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createFilesTransport } from '../src/handoff/transports/files.js';
import { KEPT } from '../src/privacy/kept.js';
import { startRetention, type RetentionOptions } from '../src/privacy/retention.js';
import type { Log } from '../src/log.js';
import type { ConversationStore, FeedbackStore, Stores } from '../src/stores/store.js';
import { AT, freshSqlite, type FreshDatabase } from './support/fresh-database.js';
import { aPassingMail } from './stores/a-passing-mail.js';
import { aTurn, begin, ID, say } from './stores/a-conversation.js';
import { until } from './support/until.js';

const HOUR = 3_600_000;

describe('retention', () => {
  let database: FreshDatabase;
  let stores: Stores;
  const events: string[] = [];
  const write = (event: string): void => void events.push(event);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  beforeEach(async () => {
    events.splice(0);
    database = await freshSqlite();
    stores = await database.open();
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
  });
  afterEach(() => database.dispose());

  /** Has it look once, so long after the conversation's last message. */
  async function after(ms: number, change: Partial<RetentionOptions> = {}): Promise<void> {
    const now = (): Date => new Date(AT.getTime() + ms);
    await startRetention({ ...stores, ...change, log, now, everyMs: 2 ** 30 }).stop();
  }

  it('keeps a conversation for a day after its last message', async () => {
    expect(KEPT.conversation).to.equal(24 * HOUR);
    await after(24 * HOUR);
    expect((await stores.conversations.find(ID))?.id).to.equal(ID);
    expect(events).to.deep.equal([]);
  });

  it('deletes it after that, with all that was said', async () => {
    await after(24 * HOUR + 1);
    expect(await stores.conversations.find(ID)).to.equal(undefined);
    expect(await database.raw('select * from activities')).to.deep.equal([]);
    expect(events).to.deep.equal(['conversations-deleted']);
  });

  it('survives a database that is down, and deletes when it is back', async () => {
    let broken = true;
    const deleteIdle: ConversationStore['deleteIdle'] = (before) =>
      broken ? Promise.reject(new Error('down')) : stores.conversations.deleteIdle(before);
    const conversations: ConversationStore = { ...stores.conversations, deleteIdle };
    const now = (): Date => new Date(AT.getTime() + 48 * HOUR);
    const retention = startRetention({ ...stores, conversations, log, now, everyMs: 1 });
    await until(() => events.includes('retention-fault'), 'the fault');
    broken = false;
    await until(() => events.includes('conversations-deleted'), 'the deletion');
    await retention.stop();
    expect(await stores.conversations.find(ID)).to.equal(undefined);
  });

  it('keeps a conversation with a request that waits to be passed on, and deletes it after that', async () => {
    await stores.conversations.commitTurn(aTurn({ pending: true }));
    await after(7 * 24 * HOUR);
    expect((await stores.conversations.find(ID))?.id).to.equal(ID);
    const { answered: _nobody, ...passedOn } = aTurn({ expectedVersion: 1, replies: [], pending: false });
    await stores.conversations.commitTurn(passedOn);
    await after(24 * HOUR + 1);
    expect(await stores.conversations.find(ID)).to.equal(undefined);
  });

  it('forgets a code once it no longer works, sent or not', async () => {
    await stores.conversations.commitTurn(aTurn({ passing: [aPassingMail(10)] }));
    await after(HOUR / 6 - 1);
    expect(await stores.outbox.recent(10)).to.have.length(1);
    await after(HOUR / 6);
    expect(await stores.outbox.recent(10)).to.deep.equal([]);
    expect(events).to.deep.equal(['codes-deleted']);
  });

  const judged = aTurn({
    feedback: { entry: 'cookies', helpful: false },
    unanswered: { words: 'what are cookies', why: 'unhelpful', entry: 'cookies' },
  });

  it('keeps what could not be answered for 30 days at most, whatever becomes of the conversation', async () => {
    await stores.conversations.commitTurn(judged);
    expect(KEPT.gap).to.equal(30 * 24 * HOUR);
    // It was said at ten in the morning, and the day before is gone as a whole.
    await after(KEPT.gap - 11 * HOUR);
    expect(await stores.feedback.gaps(10)).to.have.length(1);
    expect(events.splice(0)).to.deep.equal(['conversations-deleted']);
    await after(KEPT.gap);
    expect(await stores.feedback.gaps(10)).to.deep.equal([]);
    expect(events).to.deep.equal(['gaps-deleted']);
  });

  it('keeps the counts of verdicts for a year', async () => {
    await stores.conversations.commitTurn(judged);
    await after(KEPT.verdict - 11 * HOUR);
    expect(await stores.feedback.tallies()).to.have.length(1);
    await after(KEPT.verdict);
    expect(await stores.feedback.tallies()).to.deep.equal([]);
    expect(events).to.include('verdicts-deleted');
  });

  it('has the transport delete the mails that it keeps as files, 30 days after they were written', async () => {
    expect(KEPT.file).to.equal(30 * 24 * HOUR);
    const dataDir = await mkdtemp(join(tmpdir(), 'mail-kept-'));
    try {
      const transport = createFilesTransport(dataDir);
      expect(await transport.deliver(aPassingMail().mail)).to.include({ outcome: 'accepted' });
      const folder = join(dataDir, 'mail');
      for (const name of await readdir(folder)) await utimes(join(folder, name), AT, AT);
      await after(KEPT.file, { transport });
      expect(await readdir(folder)).to.have.length(1);
      await after(KEPT.file + 1, { transport });
      expect(await readdir(folder)).to.deep.equal([]);
      expect(events.filter((event) => event.startsWith('mail-'))).to.deep.equal(['mail-files-deleted']);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('deletes each class though another cannot be deleted', async () => {
    await stores.conversations.commitTurn(judged);
    const broken = (): Promise<never> => Promise.reject(new Error('down'));
    const feedback: FeedbackStore = { ...stores.feedback, deleteGaps: broken };
    await after(KEPT.verdict, { feedback, conversations: { ...stores.conversations, deleteIdle: broken } });
    expect(events).to.deep.equal(['retention-fault', 'retention-fault', 'verdicts-deleted']);
    expect(await stores.feedback.gaps(10)).to.have.length(1);
  });
});
