/** A request from its first message to the DPO's mailbox, through the app that ships and a real mail server. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { closeMailServers, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { ROOT, startApp, type RunningApp } from '../support/app.js';
import { aResident, type Heard } from '../support/resident.js';
import { until } from '../support/until.js';

const ACCESS = [
  'Please send me a copy of all the records you hold about me',
  'my own',
  'Sarah Khan',
  'sarah.khan@example.org',
  'council tax',
  '2019 to 2021',
  'everything about my discount',
  'skip',
  'by email',
];
const OBJECTION = [
  'I object to you using my details, stop it',
  'stop sharing my address with contractors',
  'the calls make my illness worse',
  'me',
  'Sam Lee',
  '07700 900123',
  'housing',
];

describe('a request, from its first message to the mailbox', () => {
  let app: RunningApp;
  let mail: MailServer;

  before(async () => {
    mail = await startMailServer();
    app = await startApp({
      env: {
        SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        DPO_MAILBOX: 'dpo@council.example',
        MAIL_FROM: 'chat@council.example',
      },
    });
  });

  after(async () => {
    await app.end();
    await closeMailServers();
  });
  beforeEach(() => void mail.received.splice(0));

  const check = (replies: readonly Heard[]): Heard => {
    const last = replies.at(-1);
    expect(last?.step).to.equal('checkAnswers');
    return last as Heard;
  };

  it('hands an access request over complete, dated and with its reference', async () => {
    const resident = await aResident(app);
    const checked = check(await resident.saysAll(ACCESS));
    for (const answer of [
      'Sarah Khan',
      'sarah\\.khan@example\\.org',
      'Council tax',
      '1 January 2019 to 31 December 2021',
    ]) {
      expect(checked.text).to.contain(answer);
    }
    const [sent] = await resident.says('yes, send it');
    expect(sent).to.include({ kind: 'request', right: 'access', step: 'sent' });
    expect(sent?.text)
      .to.contain(sent?.reference ?? 'none')
      .and.to.contain('Thursday 31 December 2026');

    await until(() => mail.received.length === 2, 'both mails');
    const dpo = mail.received.find(({ recipients }) => recipients.includes('dpo@council.example'));
    expect(dpo?.mail.subject).to.equal(`[Access request] ${sent?.reference} – respond by 31 Dec 2026`);
    expect(dpo?.mail.replyTo?.text).to.equal('sarah.khan@example.org');
    expect(dpo?.mail.headers.get('x-privacy-request')).to.equal(sent?.reference);
    const attached: unknown = JSON.parse(String(dpo?.mail.attachments[0]?.content));
    expect(attached).to.deep.include({
      reference: sent?.reference,
      right: 'access',
      receivedAt: '2026-12-01T10:00:00.000Z',
      dueDate: '2026-12-31',
      channel: 'Web chat',
      firstMessage: ACCESS[0],
      scope: {
        services: ['Council tax'],
        from: '2019-01-01',
        to: '2021-12-31',
        details: 'everything about my discount',
      },
    });
    const schema = JSON.parse(readFileSync(`${ROOT}/docs/request.schema.json`, 'utf8')) as object;
    expect(
      new Ajv2020({ formats: { date: true, 'date-time': true, email: true } }).validate(schema, attached),
    ).to.equal(true);

    const acknowledgement = mail.received.find(({ recipients }) => recipients.includes('sarah.khan@example.org'));
    expect(acknowledgement?.mail.text)
      .to.contain(sent?.reference ?? 'none')
      .and.not.to.contain('Sarah');
  });

  it('hands an objection over with its reason, and sends no acknowledgement where there is no email', async () => {
    const resident = await aResident(app);
    check(await resident.saysAll(OBJECTION));
    const [sent] = await resident.says('Send my request');
    expect(sent).to.include({ right: 'objection', step: 'sent' });
    await app.deliverMail();
    expect(mail.received).to.have.length(1);
    const attached = JSON.parse(String(mail.received[0]?.mail.attachments[0]?.content)) as Record<string, unknown>;
    expect(attached['dueDate']).to.equal('2027-01-04');
    expect(attached['scope']).to.deep.include({
      details: 'Stop: stop sharing my address with contractors\nBecause: the calls make my illness worse',
    });
  });

  it('asks no reason where the objection is to marketing', async () => {
    const resident = await aResident(app);
    const asked = await resident.saysAll([
      'I object to you using my details, stop it',
      'Adverts, newsletters or other marketing',
    ]);
    expect(asked.at(-1)?.step).to.equal('forWhom');
    check(await resident.saysAll(['me', 'Sam Lee', 'sam@example.org']));
  });

  it('takes a change at the end, and hands over the corrected answer', async () => {
    const resident = await aResident(app);
    await resident.saysAll(ACCESS);
    expect((await resident.says('change my name')).at(-1)?.step).to.equal('fullName');
    expect(check(await resident.says('Sara Kahn')).text)
      .to.contain('Sara Kahn')
      .and.not.to.contain('Sarah Khan');
    expect(check(await resident.says('change my email to sara@example.org')).text).to.contain('sara@example');
    await resident.says('send');
    await until(() => mail.received.length === 2, 'both mails');
    expect(mail.received.map(({ recipients }) => recipients[0])).to.have.members([
      'dpo@council.example',
      'sara@example.org',
    ]);
  });

  it('asks what lets somebody ask for another person, and says whose records they are', async () => {
    const resident = await aResident(app);
    const steps: (string | undefined)[] = [];
    for (const said of [
      'send me the records you hold please',
      'my mum',
      'Ada Khan',
      'she wrote me a letter of permission',
    ]) {
      steps.push((await resident.says(said)).at(-1)?.step);
    }
    expect(steps).to.deep.equal(['forWhom', 'subjectName', 'authority', 'fullName']);
    await resident.saysAll([
      'Sarah Khan',
      '1 High Street, Barnet EN5 5XX',
      'skip',
      'any time',
      'all of it',
      'skip',
      'skip',
      'send',
    ]);
    await until(() => mail.received.length === 1, 'the mail');
    const attached = JSON.parse(String(mail.received[0]?.mail.attachments[0]?.content)) as Record<string, unknown>;
    expect(attached['subject']).to.deep.equal({
      fullName: 'Ada Khan',
      relationship: 'They are my mum',
      authority: 'she wrote me a letter of permission',
    });
  });

  it('asks whether it is safe to write, once danger was spoken of, and then writes to nobody but the officer', async () => {
    const resident = await aResident(app);
    const [help] = await resident.says('my husband hits me and i am scared he will kill me');
    expect(help?.kind).to.equal('safety');
    const steps = ['send me a copy of everything you hold on me', 'me', 'Jo Bell', 'jo@example.org'];
    expect((await resident.saysAll(steps)).at(-1)?.step).to.equal('safeToContact');
    await resident.saysAll(['no, he reads my email', 'skip', 'skip', 'all of it', 'skip', 'skip', 'send']);
    await app.deliverMail();
    expect(mail.received.map(({ recipients }) => recipients[0])).to.deep.equal(['dpo@council.example']);
    expect(mail.received[0]?.mail.text).to.contain('he reads my email');
  });

  it('leaves no trace of the person in the log', async () => {
    const resident = await aResident(app);
    await resident.saysAll([...ACCESS, 'send']);
    await until(() => mail.received.length === 2, 'both mails');
    for (const word of ['Sarah', 'Khan', 'sarah.khan', 'discount', 'copy of all'])
      expect(app.logged()).not.to.contain(word);
  });
});
