/** What is kept goes when its time is over, by the job that the service runs, with a clock that only the test moves. */
import { expect } from 'chai';
import type { Log, LogFields } from '../../src/log.js';
import { KEPT } from '../../src/privacy/kept.js';
import { startRetention } from '../../src/privacy/retention.js';
import type { Stores } from '../../src/stores/store.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { until } from '../support/until.js';
import { aPassingMail } from './a-passing-mail.js';
import { after, aTurn, begin, ID, say } from './a-conversation.js';
import { OTHER, REFERENCE } from './earlier-schema.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describeOnEach('Retention', (database) => {
  let stores: Stores;
  const logged: (readonly [event: string, fields: LogFields])[] = [];
  const write = (event: string, fields: LogFields = {}): void => void logged.push([event, fields]);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  beforeEach(async () => {
    logged.splice(0);
    stores = await database().open();
  });

  /** The job looks once, so long after {@link AT}. Gives what it logged. */
  async function lookAt(ms: number, using: Stores = stores): Promise<readonly string[]> {
    logged.splice(0);
    await startRetention({ ...using, log, now: () => after(ms), everyMs: 2 ** 30 }).stop();
    return logged.map(([event]) => event);
  }
  const count = async (table: string): Promise<number> => (await database().raw(`select 1 from ${table}`)).length;
  /** Both mails of a request are accepted, the second so long after {@link AT}. */
  const deliver = async (reference: string, ms = 0): Promise<void> => {
    await stores.outbox.accepted(`${reference}.dpo`, '250 Ok', AT);
    await stores.outbox.accepted(`${reference}.acknowledgement`, '250 Ok', after(ms));
  };
  /** Without the conversation that it came by, which has a time of its own. */
  const request = async (reference = REFERENCE, at = AT): Promise<void> => {
    await queueRequest(stores, aRequest({ reference }), at);
    await stores.conversations.delete(`conversation-${reference}`);
  };
  const content = async (reference = REFERENCE): Promise<unknown> => (await stores.requests.find(reference))?.request;

  it('ends a conversation 24 hours after the last word, with state and transcript', async () => {
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
    await stores.conversations.commitTurn(aTurn());
    await say(stores.conversations, 'm2', { at: after(5 * HOUR) });
    await stores.conversations.commitTurn(
      aTurn({ answered: 'm2', expectedVersion: 1, replies: [], at: after(5 * HOUR) }),
    );
    expect(await lookAt(29 * HOUR)).to.deep.equal([]);
    expect(await stores.conversations.activitiesAfter(ID, 0)).to.have.length(3);
    expect(await lookAt(29 * HOUR + 1)).to.deep.equal(['conversations-deleted']);
    for (const table of ['conversations', 'conversation_states', 'activities']) expect(await count(table)).to.equal(0);
  });

  it('waits with a conversation until its unfinished request was passed on', async () => {
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
    await stores.conversations.commitTurn(aTurn({ pending: true }));
    expect(await lookAt(9 * DAY)).to.deep.equal([]);
    const { answered: _nobody, ...passedOn } = aTurn({ expectedVersion: 1, replies: [], pending: false });
    await stores.conversations.commitTurn(passedOn);
    expect(await lookAt(9 * DAY)).to.deep.equal(['conversations-deleted']);
  });

  it('ends the content of a request 30 days after the last of its mails was accepted', async () => {
    await request();
    await deliver(REFERENCE, 3 * DAY);
    expect(KEPT.payload).to.equal(30 * DAY);
    expect(await lookAt(33 * DAY)).to.deep.equal([]);
    expect(await content()).to.deep.equal(aRequest());
    expect(await lookAt(33 * DAY + 1)).to.deep.equal(['requests-purged']);
    expect(await content()).to.equal(undefined);
    expect(await stores.outbox.recent(10)).to.deep.equal([]);
    const bodies = await database().raw('select body, key_id from requests union all select body, key_id from outbox');
    expect(bodies).to.deep.equal(Array(3).fill({ body: null, key_id: null }));
    const last = (await stores.audit.history(REFERENCE))?.lines.at(-1);
    expect(last).to.deep.include({ event: 'purged', detail: 'request, acknowledgement, dpo', at: after(33 * DAY + 1) });
    expect(last).not.to.have.property('who');
    expect(await lookAt(34 * DAY)).to.deep.equal([]);
  });

  it('counts anew where an operator had it sent again', async () => {
    await request();
    await deliver(REFERENCE);
    await stores.outbox.resend(REFERENCE, after(20 * DAY), 'j.bloggs');
    expect(await lookAt(40 * DAY)).to.deep.equal(['requests-kept-undelivered']);
    await stores.outbox.accepted(`${REFERENCE}.dpo`, '250 Ok', after(41 * DAY));
    await stores.outbox.accepted(`${REFERENCE}.acknowledgement`, '250 Ok', after(41 * DAY));
    expect(await lookAt(71 * DAY)).to.deep.equal([]);
    expect(await lookAt(71 * DAY + 1)).to.deep.equal(['requests-purged']);
  });

  const stuck: readonly (readonly [what: string, happened: () => Promise<unknown>])[] = [
    ['none of whose mails went out', () => Promise.resolve()],
    ['whose acknowledgement waits', () => stores.outbox.accepted(`${REFERENCE}.dpo`, '250 Ok', AT)],
    ['whose mail to the DPO waits', () => stores.outbox.accepted(`${REFERENCE}.acknowledgement`, '250 Ok', AT)],
    [
      'whose acknowledgement was refused',
      async () => {
        await stores.outbox.accepted(`${REFERENCE}.dpo`, '250 Ok', AT);
        await stores.outbox.failed(`${REFERENCE}.acknowledgement`, '550 No', AT, undefined);
      },
    ],
    ['whose mail is under way', () => stores.outbox.claim(AT, after(4_000 * DAY), 10)],
  ];
  for (const [what, happened] of stuck) {
    it(`never ends a request ${what}, and says so, until an operator resolves it`, async () => {
      await request();
      await happened();
      for (const days of [31, 800, 3_000]) {
        expect(await lookAt(days * DAY)).to.deep.equal(['requests-kept-undelivered']);
        expect(logged[0]?.[1]).to.deep.include({ count: 1 });
        expect(await content()).to.deep.equal(aRequest());
      }
      await stores.requests.purge(REFERENCE, after(3_000 * DAY), 'j.bloggs');
      expect(await lookAt(3_000 * DAY)).to.deep.equal(['requests-deleted']);
    });
  }

  it('says once that a request is kept undelivered, and again when there are more', async () => {
    await request();
    await request(OTHER);
    await deliver(OTHER);
    await stores.outbox.accepted(`${OTHER}.dpo`, '250 Ok', after(30 * DAY));
    let rounds = 0;
    const now = (): Date => (rounds++, after(31 * DAY));
    const reports = (): unknown[] => logged.flatMap(([, { count: of }]) => (of === undefined ? [] : [of]));
    const job = startRetention({ ...stores, log, now, everyMs: 1 });
    try {
      await until(() => rounds > 3, 'three rounds');
      expect(reports()).to.deep.equal([1]);
      await stores.outbox.resend(OTHER, after(31 * DAY));
      await until(() => reports().length > 1, 'the second report');
      expect(reports()).to.deep.equal([1, 2]);
    } finally {
      await job.stop();
    }
  });

  it('ends the rest of a request two years after it was handed over: reference, dates, history, all of it', async () => {
    await request();
    await request(OTHER, after(DAY));
    for (const reference of [REFERENCE, OTHER]) await deliver(reference);
    expect(KEPT.request).to.equal(731 * DAY);
    expect(await lookAt(731 * DAY)).to.deep.equal(['requests-purged']);
    expect((await stores.requests.list(10)).map(({ reference }) => reference)).to.have.members([REFERENCE, OTHER]);
    expect((await stores.audit.verify()).faults).to.deep.equal([]);
    expect(await lookAt(731 * DAY + 1)).to.deep.equal(['requests-deleted']);
    expect((await stores.requests.list(10)).map(({ reference }) => reference)).to.deep.equal([OTHER]);
    expect(await stores.audit.verify()).to.deep.equal({ requests: 1, events: 6, faults: [] });
    expect(await lookAt(732 * DAY + 1)).to.deep.equal(['requests-deleted']);
    for (const table of ['requests', 'request_events', 'outbox']) expect(await count(table)).to.equal(0);
  });

  it('ends a mail with a code when the code ends', async () => {
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
    await stores.conversations.commitTurn(aTurn({ passing: [aPassingMail(10)] }));
    expect(await lookAt(10 * 60_000 - 1)).to.deep.equal([]);
    expect(await lookAt(10 * 60_000)).to.deep.equal(['codes-deleted']);
    expect(await count('outbox')).to.equal(0);
  });

  it('ends an alert to the operators once it is of no use, sent or not', async () => {
    const alert = { mail: aPassingMail().mail, about: [], noneSince: AT, expiresAt: after(DAY), at: after(1) };
    await stores.alerts.queue({ ...alert, kind: 'refused' });
    await stores.alerts.queue({ ...alert, kind: 'late' });
    await stores.outbox.accepted('alert.late', '250 Ok', after(2));
    expect(await lookAt(DAY - 1)).to.deep.equal([]);
    expect(await lookAt(DAY)).to.deep.equal(['codes-deleted']);
    expect(await count('outbox')).to.equal(0);
  });

  it('ends what could not be answered after 30 days, and the verdicts after a year, by their days', async () => {
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
    const feedback = { entry: 'cookies', helpful: false };
    const unanswered = { words: 'can [name] see it', why: 'unanswerable' } as const;
    await stores.conversations.commitTurn(aTurn({ feedback, unanswered }));
    await stores.conversations.delete(ID);
    // It was said at ten in the morning, and its day ends fourteen hours later.
    expect(await lookAt(KEPT.gap - 11 * HOUR)).to.deep.equal([]);
    expect(await lookAt(KEPT.gap)).to.deep.equal(['gaps-deleted']);
    expect(KEPT.verdict).to.equal(366 * DAY);
    expect(await lookAt(KEPT.verdict - 11 * HOUR)).to.deep.equal([]);
    expect(await lookAt(KEPT.verdict)).to.deep.equal(['verdicts-deleted']);
    for (const table of ['gaps', 'feedback']) expect(await count(table)).to.equal(0);
  });

  it('does each thing once where several instances look at the same moment', async () => {
    const references = ['PR-AA2A-A2A2', 'PR-AA2A-A2A3', 'PR-AA2A-A2A4', 'PR-AA2A-A2A6', 'PR-AA2A-A2A7'];
    for (const reference of references) {
      await request(reference);
      await deliver(reference);
    }
    const all = [stores, await database().open(), await database().open()];
    const counts = await Promise.all(all.map(({ requests }) => requests.purgeDelivered(after(1), after(31 * DAY))));
    expect(counts.reduce((sum, one) => sum + one, 0)).to.equal(5);
    const purges = await database().raw(`select 1 from request_events where event = 'purged'`);
    expect(purges).to.have.length(5);
    const gone = await Promise.all(all.map(({ requests }) => requests.deletePurged(after(1))));
    expect(gone.reduce((sum, one) => sum + one, 0)).to.equal(5);
  });
});
