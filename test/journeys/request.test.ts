/** A request from its first message to the DPO's mailbox, through the app that ships and a real mail server. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { closeMailServers, mailingTo, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { ROOT, startApp, type RunningApp } from '../support/app.js';
import { aResident, type Heard } from '../support/resident.js';
import { until } from '../support/until.js';
import { upToChecking, type Answers } from './a-request.js';

const RECORDS = 'send me the records please';
const ACCESS: Answers = {
  forWhom: 'my own',
  fullName: 'Sarah Khan',
  contact: 'sarah.khan@example.org',
  services: 'council tax',
  period: '2019 to 2021',
  details: 'everything about my discount',
  format: 'by email',
};
const OBJECTION: Answers = {
  objectionUse: 'stop sharing my address with contractors',
  objectionReason: 'the calls make my illness worse',
  forWhom: 'me',
  fullName: 'Sam Lee',
  contact: '07700 900123',
  services: 'housing',
};

describe('a request, from its first message to the mailbox', () => {
  let app: RunningApp;
  let mail: MailServer;

  before(async () => {
    mail = await startMailServer();
    app = await startApp({ env: mailingTo(mail) });
  });

  after(async () => {
    await app.end();
    await closeMailServers();
  });
  beforeEach(async () => {
    await app.deliverMail();
    mail.received.splice(0);
  });

  /** The mails that arrived but for those with codes. */
  const mails = (): MailServer['received'] =>
    mail.received.filter(({ mail: { headers } }) => headers.has('x-privacy-request'));
  const recipients = (): (string | undefined)[] => mails().map(({ recipients: [to] }) => to);
  const attachedTo = (one: MailServer['received'][number] | undefined): Record<string, unknown> =>
    JSON.parse(String(one?.mail.attachments[0]?.content)) as Record<string, unknown>;
  const check = (replies: readonly Heard[]): Heard => {
    const last = replies.at(-1);
    expect(last?.step).to.equal('checkAnswers');
    return last as Heard;
  };

  it('hands an access request over complete, dated and with its reference', async () => {
    const resident = await aResident(app);
    const { checked, asked } = await upToChecking(resident, RECORDS, ACCESS);
    expect(asked.join()).to.equal(
      'forWhom,fullName,contact,emailCode,services,period,details,identifiers,format,adjustments',
    );
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

    await until(() => mails().length === 2, 'both mails');
    const dpo = mails().find(({ recipients: [to] }) => to === 'dpo@council.example');
    expect(dpo?.mail.subject).to.equal(`[Access request] ${sent?.reference} – respond by 31 Dec 2026`);
    expect(dpo?.mail.replyTo?.text).to.equal('sarah.khan@example.org');
    expect(dpo?.mail.headers.get('x-privacy-request')).to.equal(sent?.reference);
    const attached = attachedTo(dpo);
    expect(attached).to.deep.include({
      reference: sent?.reference,
      right: 'access',
      receivedAt: '2026-12-01T10:00:00.000Z',
      dueDate: '2026-12-31',
      channel: 'Web chat',
      firstMessage: RECORDS,
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

    const acknowledgement = mails().find(({ recipients: [to] }) => to === 'sarah.khan@example.org');
    expect(acknowledgement?.mail.text)
      .to.contain(sent?.reference ?? 'none')
      .and.not.to.contain('Sarah');
  });

  it('hands an objection over with its reason, and sends no acknowledgement where there is no email', async () => {
    const resident = await aResident(app);
    await upToChecking(resident, 'I object to you using my details, stop it', OBJECTION);
    const [sent] = await resident.says('Send my request');
    expect(sent).to.include({ right: 'objection', step: 'sent' });
    await app.deliverMail();
    expect(mail.received).to.have.length(1);
    const attached = attachedTo(mails()[0]);
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
    await upToChecking(resident, RECORDS, ACCESS);
    expect((await resident.says('change my name')).at(-1)?.step).to.equal('fullName');
    expect(check(await resident.says('Sara Kahn')).text)
      .to.contain('Sara Kahn')
      .and.not.to.contain('Sarah Khan');
    expect((await resident.says('change my email to sara@example.org')).at(-1)?.step).to.equal('emailCode');
    expect(check(await resident.says('skip')).text).to.contain('sara@example');
    await resident.says('send');
    await until(() => mails().length === 2, 'both mails');
    expect(recipients()).to.have.members(['dpo@council.example', 'sara@example.org']);
  });

  it('asks what lets somebody ask for another person, and says whose records they are', async () => {
    const resident = await aResident(app);
    const steps: (string | undefined)[] = [];
    for (const said of [RECORDS, 'my mum', 'Ada Khan', 'she wrote me a letter of permission']) {
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
      'skip',
      'send',
    ]);
    await until(() => mail.received.length === 1, 'the mail');
    expect(attachedTo(mails()[0])['subject']).to.deep.equal({
      fullName: 'Ada Khan',
      relationship: 'They are my mum',
      authority: 'she wrote me a letter of permission',
    });
  });

  it('asks whether it is safe to write, once danger was spoken of, and then writes to nobody but the officer', async () => {
    const resident = await aResident(app);
    const [help] = await resident.says('my husband hits me and i am scared he will kill me');
    expect(help?.kind).to.equal('safety');
    const jo: Answers = {
      forWhom: 'me',
      fullName: 'Jo Bell',
      contact: 'jo@example.org',
      safeToContact: 'no, he reads my email',
      details: 'all of it',
    };
    const { asked } = await upToChecking(resident, RECORDS, jo);
    expect(asked).to.include('safeToContact').and.not.to.include('emailCode');
    await resident.says('send');
    await app.deliverMail();
    expect(mail.received.map(({ recipients: [to] }) => to)).to.deep.equal(['dpo@council.example']);
    expect(mail.received[0]?.mail.text).to.contain('he reads my email');
  });

  it('leaves no trace of the person in the log', async () => {
    const resident = await aResident(app);
    await upToChecking(resident, RECORDS, ACCESS);
    await resident.says('send');
    await until(() => mails().length === 2, 'both mails');
    for (const word of ['Sarah', 'Khan', 'sarah.khan', 'discount', 'the records please'])
      expect(app.logged()).not.to.contain(word);
  });
});
