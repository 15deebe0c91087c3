/** Somebody closes the page half-way through a request, and what they said is not lost. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { DPO, closeMailServers, mailingTo, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { ROOT, startApp, type RunningApp } from '../support/app.js';
import { aResident } from '../support/resident.js';
import { until } from '../support/until.js';

const RITA = 'rita@example.org';
const HOUR = 3_600;
const BEGUN = ['send me the records please', 'my own', 'Rita Moss', RITA, 'skip', 'libraries'];

describe('a request that is left half-way', () => {
  let app: RunningApp;
  let mail: MailServer;
  before(async () => {
    mail = await startMailServer();
    app = await startApp({ env: { ...mailingTo(mail), UNFINISHED_AFTER_HOURS: '3' } });
  });
  after(async () => {
    await app.end();
    await closeMailServers();
  });
  beforeEach(() => void mail.received.splice(0));
  const ofRequests = (): MailServer['received'] =>
    mail.received.filter(({ mail: { headers } }) => headers.has('x-privacy-request'));

  it('is passed on after the hours that are set, marked as unfinished, and its conversation is gone a day later', async () => {
    const rita = await aResident(app);
    const begun = await rita.saysAll(BEGUN);
    expect(begun.at(-1)?.step).to.equal('period');
    app.clock.advance(4 * HOUR);
    app = await app.restart();
    await until(() => ofRequests().length === 2, 'both mails');
    const dpo = ofRequests().find(({ recipients: [to] }) => to === DPO);
    expect(dpo?.mail.subject).to.match(/^\[Access request, unfinished\] PR-\S+ – respond by 31 Dec 2026$/);
    expect(dpo?.mail.text).to.contain('the person fell silent before they checked and sent this');
    const attached = JSON.parse(String(dpo?.mail.attachments[0]?.content)) as Record<string, unknown>;
    expect(attached).to.include({ unfinished: true, firstMessage: BEGUN[0], receivedAt: '2026-12-01T10:00:00.000Z' });
    const schema = JSON.parse(readFileSync(`${ROOT}/docs/request.schema.json`, 'utf8')) as object;
    const formats = { date: true, 'date-time': true, email: true } as const;
    expect(new Ajv2020({ formats }).validate(schema, attached)).to.equal(true);
    const theirs = ofRequests().find(({ recipients: [to] }) => to === RITA);
    expect(theirs?.mail.text).to.contain('did not finish it').and.to.contain(String(attached['reference']));
    expect(app.logged()).to.contain('unfinished-passed-on').and.not.to.contain('Rita');

    app.clock.advance(24 * HOUR);
    app = await app.restart();
    await until(() => app.logged().includes('conversations-deleted'), 'the deletion of the conversation');
    expect(await app.stores.conversations.find(rita.started.conversationId)).to.equal(undefined);
    expect(await app.stores.requests.list(10)).to.have.length(1);
  });

  it('is not passed on where the person comes back and finishes it', async () => {
    const rita = await aResident(app);
    await rita.saysAll(BEGUN);
    app.clock.advance(HOUR / 2 - 1);
    app = await app.restart();
    const finished = await rita.saysAll(['any time', 'all of it', 'skip', 'skip', 'skip', 'send']);
    app.clock.advance(4 * HOUR);
    app = await app.restart();
    await app.deliverMail();
    expect(ofRequests().map(({ mail: { headers } }) => headers.get('x-privacy-request'))).to.deep.equal([
      finished[0]?.reference,
      finished[0]?.reference,
    ]);
    expect(
      ofRequests()
        .map(({ mail: { subject } }) => String(subject))
        .join(),
    ).not.to.contain('unfinished');
  });
});
