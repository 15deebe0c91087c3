/** Mail that is stuck, as those who run the service see it: /readyz, /metrics, the log, and a mail. */
import { expect } from 'chai';
import type { SMTPServerOptions } from 'smtp-server';
import { closeMailServers, DPO, mailingTo, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { startApp, type RunningApp } from '../support/app.js';
import { call } from '../support/direct-line-calls.js';
import { aResident } from '../support/resident.js';
import { until } from '../support/until.js';

const ON_CALL = 'on-call@council.example';
const FIVE_HOURS = 5 * 3_600;

describe('mail that is stuck', () => {
  let app: RunningApp;
  let server: MailServer;
  /** What the server says to the DPO's mailbox; undefined: it takes the mail. */
  let refusal: number | undefined;

  beforeEach(async () => {
    refusal = undefined;
    const onRcptTo: SMTPServerOptions['onRcptTo'] = ({ address }, _session, done) =>
      refusal !== undefined && address === DPO
        ? done(Object.assign(new Error('no'), { responseCode: refusal }))
        : done();
    server = await startMailServer({ onRcptTo });
    app = await startApp({
      env: { ...mailingTo(server), ALERT_MAILBOX: ON_CALL },
    });
  });
  afterEach(async () => {
    await app.end();
    await closeMailServers();
  });

  async function requested(): Promise<string> {
    const resident = await aResident(app);
    let [reply] = await resident.says('no more newsletters for me please');
    const answers: Readonly<Record<string, string>> = {
      start: 'yes please',
      forWhom: 'my own',
      fullName: 'Marigold Thistlewood',
      contact: '07700 900321',
      checkAnswers: 'send my request',
    };
    for (let turn = 0; turn < 10 && reply?.step !== 'sent'; turn += 1)
      [reply] = await resident.says(answers[reply?.step ?? ''] ?? 'skip');
    await app.deliverMail();
    return reply?.reference ?? 'none';
  }
  const ready = async () => call(app, '/readyz');
  const stuckMetric = async (): Promise<string[]> =>
    String((await call(app, '/metrics')).body['text'])
      .split('\n')
      .filter((line) => line.startsWith('assistant_stuck_mails{'));
  /** The alerts are looked at when it starts. */
  const restarted = async (): Promise<void> => {
    app = await app.restart();
    await app.deliverMail();
  };
  const alerts = (): (string | undefined)[] =>
    server.received.filter(({ recipients: [to] }) => to === ON_CALL).map(({ mail }) => mail.subject);

  it('is nothing to speak of while all is well', async () => {
    await requested();
    await restarted();
    expect((await ready()).body).to.include({ status: 'ready' });
    expect(await stuckMetric()).to.deep.equal([
      'assistant_stuck_mails{why="refused"} 0',
      'assistant_stuck_mails{why="late"} 0',
    ]);
    expect(alerts()).to.deep.equal([]);
  });

  it('because it was refused degrades the service, which goes on, until it was sent again', async () => {
    refusal = 550;
    const reference = await requested();
    expect((await ready()).status).to.equal(200);
    expect((await ready()).body).to.include({ status: 'degraded' });
    expect(await stuckMetric()).to.include('assistant_stuck_mails{why="refused"} 1');
    await restarted();
    await until(() => alerts().length === 1, 'the alert');
    expect(app.logged()).to.match(/"level":50,.*"event":"mail-stuck"/);
    expect(app.logged()).to.contain(reference);

    refusal = undefined;
    await app.stores.outbox.resend(reference, app.clock.now());
    await app.deliverMail();
    expect((await ready()).body).to.include({ status: 'ready' });
    const history = (await app.stores.requests.find(reference))?.history.map(({ event }) => event);
    expect(history).to.deep.equal(['created', 'queued', 'failed', 'alerted', 'resent', 'accepted']);
  });

  it('because it is deferred for more than four hours does so too, and it is tried on', async () => {
    refusal = 451;
    await requested();
    expect((await ready()).body).to.include({ status: 'ready' });
    app.clock.advance(FIVE_HOURS);
    expect((await ready()).status).to.equal(200);
    expect(JSON.stringify((await ready()).body)).to.match(
      /degraded.*mails waiting for four hours or more: 1; look at the mail server/,
    );
    expect(await stuckMetric()).to.include('assistant_stuck_mails{why="late"} 1');
    refusal = undefined;
    await restarted();
    await until(() => alerts().length === 1, 'the alert');
    expect((await ready()).body).to.include({ status: 'ready' });
  });

  it('is told of without a word of what anybody wrote', async () => {
    refusal = 550;
    await requested();
    await restarted();
    await until(() => alerts().length === 1, 'the alert');
    const told = server.received.find(({ recipients: [to] }) => to === ON_CALL)?.raw ?? '';
    for (const word of ['Marigold', 'Thistlewood', '07700', 'newsletter']) {
      expect(told).not.to.contain(word);
      expect(app.logged()).not.to.contain(word);
    }
  });
});
