import { expect } from 'chai';
import { Chat, type View } from '../../widget/chat.js';
import type { Entry } from '../../widget/message.js';
import type { Remembered } from '../../widget/storage.js';
import { until } from '../support/until.js';
import { REFERENCE } from '../support/widget-bot.js';
import { startWidgetService, type WidgetService } from '../support/widget-service.js';
import { HURRY, interceptFetch, isPost, openSocket } from './connected.js';

/** "you: Hello", "assistant: …" */
const told = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => ('text' in entry ? `${entry.by}: ${entry.text.slice(0, 24)}` : entry.by));
const HELLO = 'assistant: Hello. Ask me how the co';

describe('the conversation in the panel', () => {
  let service: WidgetService;
  let chats: Chat[];
  let views: View[];
  let kept: Omit<Remembered, 'open'> | undefined;
  let restoreFetch: (() => void) | undefined;

  beforeEach(async () => {
    service = await startWidgetService();
    chats = [];
    views = [];
    kept = undefined;
  });
  afterEach(async () => {
    restoreFetch?.();
    restoreFetch = undefined;
    for (const chat of chats) chat.stop();
    await service.close();
  });

  const open = (remembered?: Remembered): Chat => {
    const chat = new Chat({
      addresses: { token: `${service.url}/api/chat/token`, directLine: `${service.url}/v3/directline` },
      openSocket,
      remembered,
      remember: (now) => void (kept = now),
      forget: () => void (kept = undefined),
      changed: () => void views.push(...chats.slice(-1).map(({ view }) => view)),
      timing: HURRY,
    });
    chats.push(chat);
    return chat;
  };
  const shows = (chat: Chat, what: (view: View) => boolean): Promise<void> =>
    until(() => what(chat.view), `the view, which is ${JSON.stringify(chat.view)}`);
  const has = (count: number) => (view: View) => view.entries.length >= count && !view.isReplying;
  const afterReload = (): Remembered => ({ unsent: [], draft: '', ...kept, open: true });

  it('begins with the greeting, and remembers nothing until somebody writes', async () => {
    const chat = open();
    await shows(chat, has(1));
    expect(told(chat.view.entries)).to.deep.equal([HELLO]);
    expect(kept).to.equal(undefined);
    chat.write('I');
    expect(kept).to.deep.include({ draft: 'I', unsent: [] });
    chat.write('');
    expect(kept).to.deep.include({ draft: '' });
  });

  it('shows what is said at once, then that a reply is on its way, then the reply', async () => {
    const chat = open();
    await shows(chat, has(1));
    const held = service.bot.hold();
    chat.send('Who do you share it with?');
    expect(told(chat.view.entries)).to.deep.equal([HELLO, 'you: Who do you share it with']);
    expect(chat.view.isReplying).to.equal(true);
    held.release();
    await shows(chat, has(3));
    const [, question, answer] = chat.view.entries;
    expect(question).to.deep.include({ by: 'you', delivery: 'sent' });
    if (answer?.by !== 'assistant') throw new Error('no answer');
    expect(answer.quotes.map(({ section }) => section)).to.deep.equal([
      'Who we share your information with > Other organisations',
      'Why we need your personal information',
    ]);
    expect(answer.quotes[0]?.url).to.equal('https://www.example.gov.uk/privacy-notices');
  });

  it('never shows a message twice or in another place on its way', async () => {
    const chat = open();
    await shows(chat, has(1));
    for (const text of ['one', 'two', 'three']) chat.send(text);
    await shows(chat, has(7));
    for (const { entries } of views) {
      const keys = entries.map(({ key }) => key);
      expect(new Set(keys).size).to.equal(keys.length);
      const own = entries.flatMap((entry) => (entry.by === 'you' ? [entry.text] : []));
      expect(['one', 'two', 'three'].slice(0, own.length)).to.deep.equal(own);
    }
    expect(told(chat.view.entries).slice(1)).to.deep.equal(
      ['one', 'two', 'three'].flatMap((text) => [`you: ${text}`, `assistant: You said: ${text}`]),
    );
  });

  it('shows the confirmation of a request with its reference', async () => {
    const chat = open();
    chat.send('send it');
    await shows(chat, has(3));
    expect(chat.view.entries.at(-1)).to.deep.include({
      kind: 'request',
      sent: { reference: REFERENCE, isComplaint: false },
    });
  });

  it('comes back after a reload with all that was said and typed, and says that it was heard before', async () => {
    const before = open();
    before.send('one');
    await shows(before, has(3));
    before.write('not yet se');
    before.stop();
    const after = open(afterReload());
    expect(after.view).to.deep.include({ isRestoring: true, draft: 'not yet se' });
    await shows(after, (view) => view.entries.length === 3);
    expect(after.view.isRestoring).to.equal(true);
    await shows(after, (view) => !view.isRestoring);
    expect(told(after.view.entries)).to.deep.equal([HELLO, 'you: one', 'assistant: You said: one']);
    expect(service.bot.heard).to.deep.equal(['(joined)', 'one']);
  });

  it('sends after a reload what could not be sent before, once', async () => {
    const before = open();
    before.send('one');
    await shows(before, has(3));
    // It gets there, but nobody learns of it before the page is reloaded.
    restoreFetch = interceptFetch(async (real, input, init) => {
      const answer = await real(input, init);
      if (isPost(input, init)) throw new TypeError('connection reset');
      return answer;
    });
    before.send('two');
    await until(() => service.bot.heard.includes('two'), 'the message');
    before.stop();
    restoreFetch();
    const after = open(afterReload());
    expect(told(after.view.entries)).to.deep.equal(['you: two']);
    await shows(after, (view) => view.entries.length === 5 && !view.isRestoring);
    after.send('three');
    await shows(after, has(7));
    expect(told(after.view.entries).slice(1)).to.deep.equal(
      ['one', 'two', 'three'].flatMap((text) => [`you: ${text}`, `assistant: You said: ${text}`]),
    );
    expect(service.bot.heard).to.deep.equal(['(joined)', 'one', 'two', 'three']);
  });

  it('begins a new conversation by itself where the one to come back to is over, and says so', async () => {
    const before = open();
    before.send('one');
    await shows(before, has(3));
    before.write('typed');
    before.stop();
    service.clock.advance(1_801);
    const after = open({ ...afterReload(), unsent: [{ clientActivityID: 'x', text: 'unsent' }] });
    await shows(after, has(2));
    expect(told(after.view.entries)).to.deep.equal(['divider', HELLO]);
    expect(after.view).to.deep.include({ isRestoring: false, draft: 'unsent\n\ntyped' });
  });

  it('ends where somebody was in the middle of it, and begins a new one when asked to', async () => {
    const chat = open();
    chat.send('one');
    await shows(chat, has(3));
    service.clock.advance(1_801);
    chat.send('two');
    await shows(chat, ({ connection }) => connection === 'ended');
    expect(told(chat.view.entries).at(-1)).to.equal('you: two');
    chat.restart();
    expect(chat.view.draft).to.equal('two');
    await shows(chat, has(5));
    expect(told(chat.view.entries)).to.deep.equal([HELLO, 'you: one', 'assistant: You said: one', 'divider', HELLO]);
    expect(service.bot.heard).to.deep.equal(['(joined)', 'one', '(joined)']);
  });
});
