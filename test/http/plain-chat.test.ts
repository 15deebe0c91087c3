import { expect } from 'chai';
import { call } from '../support/direct-line-calls.js';
import { startHttpService, type HttpService, type ServiceOptions } from '../support/http-service.js';
import { SITE } from './a-site.js';
import { aPlainBrowser, formIn, saidIn, type PlainBrowser } from './plain-browser.js';

describe('the chat as plain pages', () => {
  let service: HttpService;
  let browser: PlainBrowser;
  const start = async (options: ServiceOptions = {}): Promise<void> => {
    service = await startHttpService({ site: SITE, ...options });
    browser = aPlainBrowser(service);
  };
  afterEach(() => service.close());
  const texts = (): unknown[] => service.bot.heard.map(({ activity }) => activity['text']);

  it('sets no cookie and writes nothing down before something is sent', async () => {
    await start();
    const page = await browser.open('/chat');
    expect(page.status).to.equal(200);
    expect(page.headers.getSetCookie()).to.deep.equal([]);
    expect(page.html).to.contain('automated').and.contain('Call 999').and.contain('24 hours');
    expect(await (await call(service, '/metrics')).body['text']).to.not.match(/assistant_conversations_total \d*[1-9]/);
  });

  it('holds a conversation, in one cookie that scripts and other websites do not get', async () => {
    await start();
    const first = await browser.post('/chat', { form: formIn(await browser.open('/chat')), message: 'Hello' });
    expect([first.status, first.headers.get('location')]).to.deep.equal([303, '/chat?first=1#new']);
    const [cookie = ''] = first.headers.getSetCookie();
    expect(cookie).to.match(/^privacy-chat=[\w-]+\.[\w-]+\.[\w-]+; Path=\/chat; HttpOnly; SameSite=Lax$/);
    const page = await browser.open('/chat');
    const second = await browser.say(page, { message: 'And <b>this</b>?' });
    expect(saidIn(second)).to.deep.equal([
      'You: Hello',
      'Assistant: You said: Hello',
      'You: And &lt;b&gt;this&lt;/b&gt;?',
      'Assistant: You said: And &lt;b&gt;this&lt;/b&gt;?',
    ]);
    expect(second.html).to.match(/<title>New reply – Ask about your privacy – Example Council<\/title>/);
  });

  it('sends the cookie by HTTPS only, where that is how the service is reached', async () => {
    await start({ settings: { publicUrl: 'https://privacy.example.gov.uk' } });
    const form = formIn(await browser.open('/chat'));
    const sent = await browser.post('/chat', { form, message: 'Hi' }, { Origin: 'https://privacy.example.gov.uk' });
    expect(sent.headers.getSetCookie()[0]).to.match(/; Secure$/);
  });

  it('has nothing inline, and a policy that would not let it', async () => {
    await start();
    const page = await browser.say(await browser.open('/chat'), { message: 'Hello' });
    expect(page.html).to.not.match(/<style|\sstyle=|\son\w+=|<script(?! src="\/widget\.js")/i);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).to.contain("style-src 'self'").and.contain("form-action 'self' https://www.bbc.co.uk;");
    expect(policy).to.not.contain('unsafe');
    expect(page.headers.get('cache-control')).to.equal('no-store');
    expect(page.headers.get('referrer-policy')).to.equal('same-origin');
  });

  it('takes a form that is sent twice once, and the same form with other words as another message', async () => {
    await start();
    const page = await browser.open('/chat');
    for (const message of ['once', 'once']) await browser.post('/chat', { form: formIn(page), message });
    const shown = await browser.open('/chat');
    expect(saidIn(shown)).to.deep.equal(['You: once', 'Assistant: You said: once']);
    await browser.post('/chat', { form: formIn(page), message: 'something else' });
    expect(saidIn(await browser.open('/chat'))).to.have.length(4);
  });

  for (const [title, headers] of [
    ['from another website', { Origin: 'https://evil.example' }],
    ['from another website, by what the browser says of it', { 'Sec-Fetch-Site': 'cross-site', Origin: 'self' }],
    ['from a neighbour', { 'Sec-Fetch-Site': 'same-site' }],
    ['of a page without an origin', { Origin: 'null' }],
    ['that says nothing of where it comes from', {}],
  ] as const) {
    it(`refuses a form ${title}, on a page that says what to do`, async () => {
      await start();
      const given: Record<string, string> = { ...headers };
      if (given['Origin'] === 'self') given['Origin'] = service.url;
      const form = formIn(await browser.open('/chat'));
      for (const path of ['/chat', '/chat/delete']) {
        const answer = await browser.post(path, { form, message: 'Hello' }, given);
        expect(answer.status).to.equal(403);
        expect(answer.html).to.contain('did not come from this page').and.contain('dpo@example.gov.uk');
      }
      expect(texts()).to.deep.equal([]);
    });
  }

  it('believes what the browser says of where a form comes from', async () => {
    await start();
    const form = formIn(await browser.open('/chat'));
    const sent = await browser.post('/chat', { form, message: 'Hello' }, { 'Sec-Fetch-Site': 'same-origin' });
    expect(sent.status).to.equal(303);
  });

  it('keeps what was written where nothing can be sent, and says why at the field', async () => {
    await start();
    for (const [message, problem] of [
      ['  ', 'Write a message first.'],
      ['x'.repeat(2_001), 'Your message is too long.'],
    ] as const) {
      const page = await browser.say(await browser.open('/chat'), { message });
      expect(page.status).to.equal(422);
      expect(page.html).to.contain('<title>Error: ').and.contain(`<a href="#message">${problem}`);
      expect(page.html).to.match(/<textarea[^>]* aria-describedby="message-error" aria-invalid="true">/);
      expect(page.html).to.contain(`>\n${message}</textarea>`);
    }
    expect(texts()).to.deep.equal([]);
  });

  for (const [title, spoil] of [
    ['a forged form', (form: string) => `${form.slice(0, -3)}abc`],
    ['no form', () => ''],
  ] as const) {
    it(`sends nothing with ${title}, and gives the words back`, async () => {
      await start();
      const form = formIn(await browser.open('/chat'));
      const page = await browser.say(await browser.open('/chat'), { form: spoil(form), message: 'my words' });
      expect([page.status, texts()]).to.deep.equal([409, []]);
      expect(page.html).to.contain('>\nmy words</textarea>');
    });
  }

  it('opens nothing with a token of Direct Line, and no Direct Line with its own', async () => {
    await start();
    const { body } = await call(service, '/api/chat/token', { method: 'POST' });
    browser.cookie = `privacy-chat=${String(body['token'])}`;
    expect((await browser.open('/chat/delete')).status).to.equal(303);
    browser.cookie = '';
    await browser.say(await browser.open('/chat'), { message: 'Hello' });
    const token = browser.cookie.slice('privacy-chat='.length);
    expect((await call(service, '/v3/directline/conversations', { method: 'POST', token })).status).to.equal(403);
  });

  it('does not mix two conversations up: a form of another one sends nothing', async () => {
    await start();
    const other = aPlainBrowser(service);
    const theirs = await other.say(await other.open('/chat'), { message: 'theirs' });
    await browser.say(await browser.open('/chat'), { message: 'mine' });
    const page = await browser.say(theirs, { message: 'whose?' });
    expect(page.status).to.equal(409);
    expect(saidIn(page)).to.deep.equal(['You: mine', 'Assistant: You said: mine']);
    expect(texts()).to.deep.equal(['theirs', 'mine']);
  });

  it('does not use a button of an earlier question, and shows where the chat is', async () => {
    await start();
    const early = await browser.say(await browser.open('/chat'), { message: 'one' });
    await browser.say(early, { message: 'two' });
    const page = await browser.say(early, { choice: 'Yes, start' });
    expect([page.status, texts()]).to.deep.equal([200, ['one', 'two']]);
    expect(page.html).to.contain('That button was for an earlier question');
    expect(saidIn(page)).to.have.length(4);
  });

  it('counts messages and new conversations as the API does, and keeps the words', async () => {
    await start({ settings: { conversationsPerMinute: 1, messagesPerMinute: 2 } });
    let page = await browser.say(await browser.open('/chat'), { message: 'one' });
    page = await browser.say(page, { message: 'two' });
    const third = await browser.say(page, { message: 'three' });
    expect(third.status).to.equal(429);
    expect(third.html).to.contain('Wait a minute').and.contain('>\nthree</textarea>');
    const stranger = aPlainBrowser(service);
    expect((await stranger.say(await stranger.open('/chat'), { message: 'four' })).status).to.equal(429);
    expect((await call(service, '/api/chat/token', { method: 'POST' })).status).to.equal(429);
    expect(texts()).to.deep.equal(['one', 'two']);
  });
});
