/** A code that goes to the resident's mailbox and comes back in the chat, through the app that ships. */
import { expect } from 'chai';
import { DPO, closeMailServers, mailingTo, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { startApp, type RunningApp } from '../support/app.js';
import { aResident, type Resident } from '../support/resident.js';
import { until } from '../support/until.js';

const RITA = 'rita@example.org';
const MINUTE = 60;

describe('a code by email', () => {
  let app: RunningApp;
  let mail: MailServer;
  let rita: Resident;
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
    rita = await aResident(app);
    await rita.saysAll(['send me the records please', 'my own', 'Rita Moss', RITA]);
  });

  const to = (address: string): MailServer['received'] =>
    mail.received.filter(({ recipients }) => recipients.includes(address));
  /** The six digits of the newest mail, as somebody reads them off. */
  async function codeFromMail(count = 1): Promise<string> {
    await until(() => to(RITA).length === count, 'the mail with the code');
    const digits = /^> (\d{6})$/m.exec(to(RITA).at(-1)?.mail.text ?? '')?.[1];
    if (digits === undefined) throw new Error(`no code in ${String(to(RITA).at(-1)?.mail.text)}`);
    return digits;
  }
  async function sent(): Promise<{ readonly text: string; readonly request: Record<string, unknown> }> {
    await rita.saysAll(['skip', 'skip', 'everything about my bins', 'skip', 'skip', 'skip', 'send']);
    await until(() => to(DPO).length === 1, 'the mail to the officer');
    const [arrived] = to(DPO);
    return {
      text: arrived?.mail.text ?? '',
      request: JSON.parse(String(arrived?.mail.attachments[0]?.content)) as Record<string, unknown>,
    };
  }

  it('that is typed in confirms the address, and the officer is told so', async () => {
    const [next] = await rita.says(`my code is ${await codeFromMail()}`);
    expect(next?.step).to.equal('services');
    const { text, request } = await sent();
    expect(request['requester']).to.deep.equal({ fullName: 'Rita Moss', email: RITA, emailConfirmed: true });
    expect(text).to.contain('Confirmed with a code sent to it');
    expect(to(RITA).filter(({ mail: { headers } }) => headers.has('x-privacy-request'))).to.have.length(1);
  });

  it('that is skipped leaves it unconfirmed, and the officer is told that too', async () => {
    await rita.says('skip');
    const { text, request } = await sent();
    expect(request['requester']).to.include({ email: RITA, emailConfirmed: false });
    expect(text).to.contain('Not confirmed: check it before you send anything');
  });

  it('works after the service was stopped and started between mail and chat', async () => {
    const digits = await codeFromMail();
    app = await app.restart();
    const again = await rita.says('pardon?');
    expect(again.at(-1)?.step).to.equal('emailCode');
    expect((await rita.says(digits)).at(-1)?.step).to.equal('services');
    app = await app.restart();
    const { request } = await sent();
    expect(request).to.deep.include({ firstMessage: 'send me the records please' });
    expect(request['requester']).to.include({ fullName: 'Rita Moss', emailConfirmed: true });
    expect(to(RITA).filter(({ mail: { headers } }) => !headers.has('x-privacy-request'))).to.have.length(1);
  });

  it('that is too old is replaced, in the mailbox and in the chat', async () => {
    const old = await codeFromMail();
    app.clock.advance(11 * MINUTE);
    expect((await rita.says(old)).at(-1)?.text).to.contain('too old');
    const fresh = await codeFromMail(2);
    expect((await rita.says(fresh)).at(-1)?.step).to.equal('services');
  });

  it('stays out of the log, and its mail says nothing of the request', async () => {
    const digits = await codeFromMail();
    await rita.says(digits);
    expect(app.logged()).not.to.contain(digits).and.not.to.contain(RITA);
    expect(to(RITA)[0]?.raw).not.to.match(/Moss|records|PR-/);
  });
});
