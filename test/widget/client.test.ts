import { expect } from 'chai';
import { startHttpService, type HttpService } from '../support/http-service.js';
import { until } from '../support/until.js';
import type { Activity } from '../../widget/content/fields.js';
import {
  addressOf,
  connect,
  interceptFetch,
  isPost,
  noSockets,
  openSocket,
  type Connected,
  type ConnectOptions,
} from './connected.js';

const dialogue = (...texts: readonly string[]): string[] => texts.flatMap((text) => [text, `You said: ${text}`]);
const typesHeard = ({ bot }: HttpService): unknown[] => bot.heard.map(({ activity }) => activity['type']);
const idsOf = (activities: readonly Activity[]): unknown[] =>
  activities.filter(({ type }) => type === 'message').map(({ id }) => id);

describe('the widget’s Direct Line client', () => {
  let service: HttpService;
  let clients: Connected[];
  let restoreFetch: (() => void) | undefined;

  beforeEach(async () => {
    service = await startHttpService();
    clients = [];
  });
  afterEach(async () => {
    restoreFetch?.();
    restoreFetch = undefined;
    for (const { client } of clients) client.stop();
    await service.close();
  });
  const open = (options: ConnectOptions = {}): Connected => {
    const connected = connect(service, options);
    clients.push(connected);
    return connected;
  };
  const intercept = (between: Parameters<typeof interceptFetch>[0]): void => {
    restoreFetch = interceptFetch(between);
  };

  for (const [how, options] of [
    ['over a WebSocket', {}],
    ['by polling, where no WebSocket gets through', { openSocket: noSockets }],
    [
      'by polling, where WebSockets close at once',
      {
        openSocket: (_url: string, { closed }: { closed(): void }) => {
          setTimeout(closed);
          return { close: () => undefined };
        },
        timing: { shortMs: 1_000 },
      },
    ],
  ] as const) {
    it(`says that it is there once, then talks in order ${how}`, async () => {
      const chat = open(options);
      for (const text of ['one', 'two', 'three']) chat.say(text);
      await chat.count(6);
      expect(chat.texts()).to.deep.equal(dialogue('one', 'two', 'three'));
      expect(typesHeard(service)).to.deep.equal(['event', 'message', 'message', 'message']);
      expect(service.bot.heard[0]?.activity).to.deep.include({ name: 'webchat/join', locale: 'en-GB' });
      expect(chat.deliveries.get('two')).to.deep.equal(['sending', 'sent']);
      expect(chat.connections).to.deep.equal(['online']);
    });
  }

  it('shows that the bot is typing', async () => {
    const chat = open();
    chat.say('Hello');
    await chat.count(2);
    chat.say('Are you there?');
    await until(() => chat.received.some(({ type }) => type === 'typing'), 'typing');
  });

  for (const [what, happen] of [
    ['its stream was cut', async () => service.hub.endAll()],
    ['the server was restarted', () => service.restart()],
  ] as const) {
    it(`goes on after ${what}, and misses and repeats nothing`, async () => {
      const chat = open();
      chat.say('before');
      await chat.count(2);
      await happen();
      chat.say('after');
      await chat.count(4);
      expect(chat.texts()).to.deep.equal(dialogue('before', 'after'));
      expect(new Set(idsOf(chat.received)).size).to.equal(4);
    });
  }

  it('keeps what is said while the server is away, and sends it once it is back', async () => {
    const chat = open();
    chat.say('before');
    await chat.count(2);
    intercept(() => Promise.reject(new TypeError('no network')));
    service.hub.endAll();
    await chat.becomes('offline');
    chat.say('meanwhile');
    await until(() => chat.deliveries.get('meanwhile')?.at(-1) === 'waiting', 'waiting');
    expect(chat.client.unsent).to.deep.equal([{ clientActivityID: 'meanwhile', text: 'meanwhile' }]);
    restoreFetch?.();
    await chat.count(4);
    await chat.becomes('online');
    expect(chat.texts()).to.deep.equal(dialogue('before', 'meanwhile'));
    // The reply may be here before the answer to sending it.
    await until(() => chat.client.unsent.length === 0, 'nothing unsent');
  });

  it('sends a message again whose answer got lost, and it is there once', async () => {
    let lost = 0;
    intercept(async (real, input, init) => {
      const answer = await real(input, init);
      if (!isPost(input, init) || lost === 2) return answer;
      lost += 1;
      throw new TypeError('connection reset');
    });
    const chat = open();
    chat.say('Hello');
    await until(() => chat.deliveries.get('Hello')?.at(-1) === 'sent', 'sent');
    chat.say('Bye');
    await chat.count(4);
    expect(lost).to.equal(2);
    expect(chat.texts()).to.deep.equal(dialogue('Hello', 'Bye'));
    expect(typesHeard(service)).to.deep.equal(['event', 'message', 'message']);
  });

  it('takes a stream for dead that does not bring what was accepted', async () => {
    let opened = 0;
    const chat = open({
      timing: { echoMs: 40 },
      openSocket(url, handlers) {
        opened += 1;
        // The first one stays open and brings nothing, as behind a proxy that holds everything back.
        if (opened > 1) return openSocket(url, handlers);
        setTimeout(() => handlers.opened());
        return { close: () => undefined };
      },
    });
    chat.say('Hello');
    await chat.count(2);
    expect(chat.texts()).to.deep.equal(dialogue('Hello'));
    expect(opened).to.equal(2);
  });

  it('takes a stream for dead that has been silent for too long', async () => {
    let opened = 0;
    const chat = open({
      timing: { silenceMs: 40 },
      openSocket(url, handlers) {
        opened += 1;
        return openSocket(url, handlers);
      },
    });
    await until(() => opened >= 3, 'a third stream');
    chat.say('Hello');
    await chat.count(2);
    expect(chat.texts()).to.deep.equal(dialogue('Hello'));
  });

  it('waits as long as it is told to where it was too much, without giving out that it is offline', async () => {
    await service.close();
    service = await startHttpService({ settings: { messagesPerMinute: 2 } });
    const chat = open();
    chat.say('one');
    chat.say('two');
    await until(() => chat.deliveries.get('two')?.at(-1) === 'waiting', 'waiting');
    expect(service.bot.heard).to.have.length(2);
    expect(chat.connections).to.deep.equal(['online']);
    service.clock.advance(60);
    chat.client.wake();
    await chat.count(4);
    expect(chat.texts()).to.deep.equal(dialogue('one', 'two'));
  });

  it('comes back to a conversation after a reload, and hears all of it', async () => {
    const before = open();
    before.say('one');
    await before.count(2);
    before.client.stop();
    const after = open({ session: before.client.session });
    await after.count(2);
    after.say('two');
    await after.count(4);
    expect(after.texts()).to.deep.equal(dialogue('one', 'two'));
    expect(typesHeard(service)).to.deep.equal(['event', 'message', 'message']);
  });

  it('refreshes its token, and so outlives the first one', async () => {
    const refreshed: string[] = [];
    intercept((real, input, init) => {
      if (addressOf(input).endsWith('/tokens/refresh')) refreshed.push(addressOf(input));
      return real(input, init);
    });
    // Half a second for each half hour.
    const chat = open({ timing: { tokenShare: 0.1 / 1800 } });
    chat.say('one');
    await chat.count(2);
    const first = chat.client.session?.token;
    for (let halfHours = 0; halfHours < 3; halfHours += 1) {
      service.clock.advance(1_500);
      const before = refreshed.length;
      await until(() => refreshed.length > before + 1, 'a refresh');
    }
    expect(chat.client.session?.token).to.not.equal(first);
    chat.say('two');
    await chat.count(4);
    expect(chat.connections).to.deep.equal(['online']);
  });

  for (const [what, happen] of [
    ['its token has expired', async () => service.clock.advance(1_801)],
    ['it was deleted', async (id: string) => service.conversations.delete(id)],
  ] as const) {
    it(`ends when ${what}, keeping what was not sent`, async () => {
      const chat = open();
      chat.say('one');
      await chat.count(2);
      await happen(chat.client.session?.conversationId ?? '');
      chat.say('two');
      await chat.becomes('ended');
      expect(chat.client.unsent).to.deep.equal([{ clientActivityID: 'two', text: 'two' }]);
      expect(chat.deliveries.get('two')?.at(-1)).to.equal('failed');
      expect(chat.texts()).to.deep.equal(dialogue('one'));
    });
  }

  it('says that it is unavailable where the page may not use the service', async () => {
    await service.close();
    service = await startHttpService({ settings: { development: false } });
    intercept((real, input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('Origin', 'https://elsewhere.example');
      return real(input, { ...init, headers });
    });
    const chat = open();
    await chat.becomes('unavailable');
    expect(chat.client.session).to.equal(undefined);
  });

  it('gives up a message that can never be taken, and goes on with the next', async () => {
    intercept((real, input, init) =>
      isPost(input, init) && typeof init?.body === 'string' && init.body.includes('"text":"one"')
        ? Promise.resolve(new Response('{}', { status: 400 }))
        : real(input, init),
    );
    const chat = open();
    chat.say('one');
    chat.say('two');
    await chat.count(2);
    expect(chat.texts()).to.deep.equal(dialogue('two'));
    expect(chat.deliveries.get('one')).to.deep.equal(['sending', 'failed']);
  });

  for (const [title, body] of [
    ['a page instead of JSON', '<html>Log in to the hotel’s network</html>'],
    ['a list instead of an object', '[]'],
  ] as const) {
    it(`takes ${title} for a network that is not there yet`, async () => {
      intercept(async () => new Response(body, { status: 200 }));
      const chat = open();
      await chat.becomes('offline');
      restoreFetch?.();
      chat.say('one');
      await chat.count(2);
      expect(chat.texts()).to.deep.equal(dialogue('one'));
    });
  }

  it('hears nothing and calls nobody once it is stopped', async () => {
    const chat = open();
    chat.say('one');
    await chat.count(2);
    chat.client.stop();
    const calls: string[] = [];
    intercept((real, input, init) => {
      calls.push(addressOf(input));
      return real(input, init);
    });
    chat.say('two');
    chat.client.wake();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(calls).to.deep.equal([]);
    expect(chat.texts()).to.deep.equal(dialogue('one'));
  });
});
