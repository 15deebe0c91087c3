import { expect } from 'chai';
import { startHttpService, type HttpService } from '../support/http-service.js';
import { aPlainBrowser, formIn, saidIn, type PlainAnswer, type PlainBrowser } from './plain-browser.js';
import { SITE } from './a-site.js';

const DAY = 86_400;

describe('the end of a plain chat', () => {
  let service: HttpService;
  let browser: PlainBrowser;
  let page: PlainAnswer;
  beforeEach(async () => {
    service = await startHttpService({ site: SITE });
    browser = aPlainBrowser(service);
    page = await browser.say(await browser.open('/chat'), { message: 'Hello' });
  });
  afterEach(() => service.close());

  /** The conversation that the cookie leads to. */
  const conversationId = (): string => {
    const [, claims = ''] = browser.cookie.split('.');
    return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { conv: string }).conv;
  };

  it('is asked about, and then everything is gone, on the server as well', async () => {
    const id = conversationId();
    const question = await browser.open('/chat/delete');
    expect(question.html)
      .to.contain('Delete this chat?')
      .and.contain('A request that you sent is not deleted')
      .and.contain('A request that you began and did not send is deleted too');
    expect(await service.conversations.find(id)).to.be.an('object');
    const deleted = await browser.post('/chat/delete', { form: formIn(question) });
    expect([deleted.status, deleted.headers.get('location')]).to.deep.equal([303, '/chat?deleted=1']);
    expect(browser.cookie).to.equal('');
    expect(await service.conversations.find(id)).to.equal(undefined);
    expect(await service.conversations.activitiesAfter(id, 0)).to.deep.equal([]);
    const after = await browser.open('/chat?deleted=1');
    expect(after.html).to.contain('Your chat has been deleted');
    expect(saidIn(after)).to.deep.equal([]);
  });

  it('is not brought about by a form of another conversation, or by none', async () => {
    const other = aPlainBrowser(service);
    const theirs = await other.say(await other.open('/chat'), { message: 'Hello' });
    for (const form of [formIn(theirs), '']) {
      expect((await browser.post('/chat/delete', { form })).headers.get('location')).to.equal('/chat');
      expect(await service.conversations.find(conversationId())).to.be.an('object');
    }
  });

  it('is told kindly where the conversation was deleted meanwhile, with the words kept', async () => {
    await service.conversations.delete(conversationId());
    const again = await browser.say(page, { message: 'Are you there?' });
    expect(again.status).to.equal(409);
    expect(again.html).to.contain('has ended, as it does 24 hours').and.contain('>\nAre you there?</textarea>');
    expect(browser.cookie).to.equal('');
    const next = await browser.say(again, { message: 'Are you there?' });
    expect(saidIn(next)).to.deep.equal(['You: Are you there?', 'Assistant: You said: Are you there?']);
  });

  it('comes with the cookie, a day after the last message and not before', async () => {
    service.clock.advance(DAY - 60);
    page = await browser.say(await browser.open('/chat'), { message: 'Still here' });
    service.clock.advance(DAY - 60);
    expect(saidIn(await browser.open('/chat'))).to.have.length(4);
    service.clock.advance(120);
    expect(saidIn(await browser.open('/chat'))).to.deep.equal([]);
  });

  it('is no way back: who has left sends nothing with a page of before', async () => {
    const left = await browser.post('/chat/leave', {}, {});
    expect([left.status, left.headers.get('location')]).to.deep.equal([303, 'https://www.bbc.co.uk/weather']);
    expect(browser.cookie).to.equal('');
    const again = await browser.say(page, { message: 'more' });
    expect([again.status, saidIn(again)]).to.deep.equal([409, []]);
    expect(service.bot.heard).to.have.length(1);
  });

  it('says that the chat cannot go on where the browser keeps no cookies, and not once it has', async () => {
    const blocked = await aPlainBrowser(service).open('/chat?first=1');
    expect(blocked.html).to.contain('did not keep the cookie');
    const kept = await browser.open('/chat?first=1');
    expect([kept.status, kept.headers.get('location')]).to.deep.equal([303, '/chat#new']);
  });

  it('shows people a page where the database is gone, without what went wrong', async () => {
    await service.close();
    service = await startHttpService({
      site: SITE,
      conversations: {
        ...service.conversations,
        find: () => Promise.reject(new Error('hunter2')),
      },
    });
    const lost = aPlainBrowser(service);
    const answer = await lost.say(await lost.open('/chat'), { message: 'Hello' });
    expect(answer.status).to.equal(500);
    expect(answer.headers.get('content-type')).to.contain('text/html');
    expect(answer.html).to.contain('Try again in a few minutes').and.not.contain('hunter2');
    expect(service.logged()).to.contain('plain-chat-fault').and.not.contain('hunter2');
  });

  for (const [title, init, status] of [
    ['a body of another type', { body: '{}', headers: { 'Content-Type': 'application/json' } }, 415],
    ['a body that is too large', { body: new URLSearchParams({ message: 'x'.repeat(300_000) }) }, 413],
  ] as const) {
    it(`refuses ${title} on a page`, async () => {
      const headers = { Origin: service.url, Connection: 'close', ...('headers' in init ? init.headers : {}) };
      const answer = await fetch(`${service.url}/chat`, { method: 'POST', body: init.body, headers });
      expect([answer.status, answer.headers.get('content-type')]).to.deep.equal([status, 'text/html; charset=utf-8']);
      expect(await answer.text()).to.contain('dpo@example.gov.uk');
    });
  }
});
