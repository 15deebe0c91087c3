/** A mail server that refuses, defers, is silent, hangs up or is not there: the request is kept, and arrives. */
import { expect } from 'chai';
import type { SMTPServerOptions } from 'smtp-server';
import { DPO, closeMailServers, mailingTo, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { startApp, type RunningApp } from '../support/app.js';
import { call } from '../support/direct-line-calls.js';
import { aResident } from '../support/resident.js';
import { until } from '../support/until.js';
import { SARAH, upToChecking } from './a-request.js';
import { startMailRoute, type MailRoute, type Way } from './a-mail-route.js';

const RESIDENT = 'sarah@example.org';
const HOUR = 3_600;

describe('a mail server', () => {
  let app: RunningApp;
  let server: MailServer;
  let route: MailRoute;
  /** What the server says to a recipient; undefined: it takes the mail. */
  let refusal: { readonly code: number; readonly to?: string } | undefined;

  before(async () => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = ({ address }, _session, done) =>
      refusal && (refusal.to ?? address) === address
        ? done(Object.assign(new Error(`5.1.1 no such mailbox: ${address}`), { responseCode: refusal.code }))
        : done();
    server = await startMailServer({ onRcptTo });
    route = await startMailRoute(server.port, 'open');
    app = await startApp({ env: mailingTo(route) });
  });
  after(async () => {
    await app.end();
    await route.close();
    await closeMailServers();
  });
  beforeEach(async () => {
    refusal = undefined;
    server.received.splice(0);
    await route.turn('open');
  });

  /** Makes the whole request; resolves with its reference once the resident was told that it is passed on. */
  async function requested(): Promise<string> {
    const resident = await aResident(app);
    await upToChecking(resident, 'send me the records please', { ...SARAH, contact: RESIDENT, details: 'all of it' });
    const [sent] = await resident.says('send');
    expect(sent).to.include({ kind: 'request', step: 'sent' });
    return sent?.reference ?? 'none';
  }
  const events = async (reference: string): Promise<string[]> => {
    const found = await app.stores.requests.find(reference);
    return (found?.history ?? []).map(({ event, detail }) => `${event} ${detail.split(':')[0] ?? ''}`);
  };
  const details = async (reference: string): Promise<string> => {
    const found = await app.stores.requests.find(reference);
    return (found?.history ?? []).map(({ detail }) => detail).join('\n');
  };
  const waiting = async (): Promise<number> => (await app.stores.outbox.backlog()).waiting;
  /** Of the mails that belong to a request; the code by email is another story. */
  const ofRequests = () => server.received.filter(({ mail }) => mail.headers.has('x-privacy-request'));
  const recipients = (): (string | undefined)[] =>
    ofRequests()
      .map(({ recipients: [to] }) => to)
      .sort();
  /** Whoever waits for a mail has come round to it. */
  const later = async (): Promise<void> => {
    app.clock.advance(HOUR);
    await app.deliverMail();
  };
  const failures = (all: readonly string[]): string[] => all.filter((event) => event.startsWith('failed')).sort();

  const cuts: readonly (readonly [way: Way, said: RegExp])[] = [
    ['down', /no connection \(ECONNREFUSED\); check the host and port in SMTP_URL/],
    ['cut in the message', /no connection|closed the connection/],
  ];
  for (const [way, said] of cuts) {
    it(`that is ${way}, over a restart, gets each mail once when it is back`, async () => {
      await route.turn(way);
      const reference = await requested();
      await app.deliverMail();
      expect(server.received).to.deep.equal([]);
      expect(failures(await events(reference))).to.deep.equal(['failed acknowledgement', 'failed dpo']);
      expect(await details(reference)).to.match(said);

      app = await app.restart();
      await later();
      expect(server.received).to.deep.equal([]);
      await route.turn('open');
      await later();
      await later();
      expect(recipients()).to.deep.equal([DPO, RESIDENT]);
      expect(server.received.find(({ recipients: [to] }) => to === DPO)?.mail.subject).to.contain(reference);
      expect((await events(reference)).slice(-2).sort()).to.deep.equal(['accepted acknowledgement', 'accepted dpo']);
      expect(await waiting()).to.equal(0);
    });
  }

  it('that is silent holds nobody up, and gets each mail once when it speaks', async () => {
    await route.turn('silent');
    const connected = route.connections();
    const reference = await requested();
    await until(() => route.connections() > connected, 'a connection');
    const resident = await aResident(app);
    expect((await resident.says('do you sell my details?'))[0]?.kind).to.equal('answer');
    expect(await waiting()).to.equal(2);
    await route.turn('open');
    await app.deliverMail();
    await later();
    expect(recipients()).to.deep.equal([DPO, RESIDENT]);
    expect((await events(reference)).slice(-2).sort()).to.deep.equal(['accepted acknowledgement', 'accepted dpo']);
  });

  it('whose answer is lost gets the mail again, under the same Message-ID', async () => {
    await route.turn('cut before the answer');
    const reference = await requested();
    await app.deliverMail();
    await route.turn('open');
    await later();
    const ids = server.received.filter(({ recipients: [to] }) => to === DPO).map(({ mail }) => mail.messageId);
    expect(ids).to.have.length(2);
    expect(new Set(ids).size).to.equal(1);
    expect(ids[0]).to.contain(reference.toLowerCase());
    expect(await waiting()).to.equal(0);
  });

  it('that defers (4xx) gets each mail once, later', async () => {
    refusal = { code: 451 };
    const reference = await requested();
    await app.deliverMail();
    expect(failures(await events(reference))).to.deep.equal(['failed acknowledgement', 'failed dpo']);
    expect(await details(reference))
      .to.contain('451')
      .and.not.to.contain(RESIDENT);
    app = await app.restart();
    refusal = undefined;
    await later();
    await later();
    expect(recipients()).to.deep.equal([DPO, RESIDENT]);
    expect(await waiting()).to.equal(0);
  });

  it('that refuses (5xx) leaves the mail to an operator, who sees why and sends it again', async () => {
    refusal = { code: 550, to: DPO };
    const reference = await requested();
    await app.deliverMail();
    expect(recipients()).to.deep.equal([RESIDENT]);
    await later();
    app = await app.restart();
    await later();
    expect(failures(await events(reference))).to.deep.equal(['failed dpo']);
    expect(await details(reference))
      .to.contain('550')
      .and.not.to.contain(DPO);
    expect((await app.stores.requests.list(100)).find((it) => it.reference === reference)?.delivery).to.equal(
      'refused',
    );
    const ready = await call(app, '/readyz');
    expect(JSON.stringify(ready.body)).to.contain('mails refused for good: 1; see npm run requests -- list');

    refusal = undefined;
    await app.stores.outbox.resend(reference, app.clock.now());
    await app.deliverMail();
    expect(recipients().filter((to) => to === DPO)).to.have.length(1);
    expect(await details(reference)).to.contain('250');
  });

  it('says of all this in the log what to do, and nothing about anybody', () => {
    const logged = app.logged();
    expect(logged).to.contain('mail-accepted');
    for (const word of ['Sarah', 'Khan', RESIDENT, DPO]) expect(logged).not.to.contain(word);
  });
});
