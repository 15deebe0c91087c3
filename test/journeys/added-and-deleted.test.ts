/** Something is added to a request, and the conversation deleted in words, through the app that ships and a mail server. */
import { expect } from 'chai';
import { closeMailServers, mailingTo, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { aPlainBrowser, saidIn } from '../http/plain-browser.js';
import { startApp, type RunningApp } from '../support/app.js';
import { call } from '../support/direct-line-calls.js';
import { aResident } from '../support/resident.js';
import { SARAH, upToChecking } from './a-request.js';

const RECORDS = 'send me the records please';

describe('what is added to a request, and a conversation that is deleted', () => {
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

  it('reaches the DPO as an answer to the first mail, and stays when the conversation goes', async () => {
    const resident = await aResident(app);
    await upToChecking(resident, RECORDS, {
      ...SARAH,
      services: 'housing',
      period: 'any time',
      details: 'the letters',
    });
    const [sent] = await resident.says('send my request');
    const reference = sent?.reference ?? '';
    expect((await resident.says(RECORDS)).at(-1)?.text).to.contain(reference);
    const [added] = await resident.saysAll(['add to it', 'the emails of Mr Green as well', 'send it']);
    expect([added?.step, added?.reference]).to.deep.equal(['sent', reference]);
    await app.deliverMail();
    const [first, more, ...others] = mail.received
      .map((one) => one.mail)
      .filter(({ headers, to }) => headers.has('x-privacy-request') && JSON.stringify(to).includes('dpo@'));
    expect(others).to.deep.equal([]);
    expect(more?.subject)
      .to.match(/^\[Access request, addition\] PR-\S+ – respond by /)
      .and.to.contain(reference);
    expect([more?.inReplyTo, more?.references]).to.deep.equal([first?.messageId, first?.messageId]);
    expect(more?.messageId).to.equal(`<${reference.toLowerCase()}.addition-1@council.example>`);
    expect(more?.text).to.contain(`> ${RECORDS}`).and.to.contain('> the emails of Mr Green as well');
    expect(more?.text).not.to.contain('sarah@example.org');
    expect(more?.attachments).to.deep.equal([]);

    const [gone] = await resident.says('please delete this conversation');
    expect(gone?.text).to.contain(reference).and.to.contain('30 days').and.to.contain('2 years');
    const { conversationId, token } = resident.started;
    const { body } = await call(app, `/v3/directline/conversations/${conversationId}/activities`, { token });
    expect((body['activities'] as { text: string }[]).map(({ text }) => text)).to.deep.equal([gone?.text]);
    expect((await app.stores.requests.find(reference))?.request?.requester.fullName).to.equal('Sarah Khan');
  });

  it('works in the chat without scripts, and what is said then begins afresh', async () => {
    const browser = aPlainBrowser(app);
    let page = await browser.say(await browser.open('/chat'), { message: 'My name is Ada Khan, who sells my data?' });
    expect(page.html).to.contain('Ada Khan');
    page = await browser.say(page, { message: 'forget what I typed' });
    expect(page.html).to.contain('I have deleted what we wrote here').and.not.to.contain('Ada Khan');
    page = await browser.say(page, { message: 'who do you share my information with?' });
    expect(saidIn(page)).to.have.length(3);
  });
});
