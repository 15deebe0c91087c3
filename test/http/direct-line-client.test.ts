import { DirectLine, type Activity, type Message } from 'botframework-directlinejs';
import { expect } from 'chai';
import { call } from '../support/direct-line-calls.js';
import { installBrowserParts } from '../support/direct-line-browser.js';
import { SECRET, startHttpService, type HttpService } from '../support/http-service.js';
import { until } from '../support/until.js';

interface Client {
  readonly line: DirectLine;
  readonly received: Activity[];
  /** Texts received so far, in order. */
  texts(): (string | undefined)[];
  say(text: string, clientActivityID?: string): Promise<string>;
}

const isMessage = (activity: Activity): activity is Message => activity.type === 'message';

// Web Chat's own client library, as it is published. `random` is its seam for how long it waits before it reconnects
// (3 s plus a random part of 12 s), which these tests bring down to nothing.
function connect(
  service: HttpService,
  options: { token?: string; secret?: string; webSocket: boolean; conversationId?: string; watermark?: string },
): Client {
  const line = new DirectLine({
    ...options,
    domain: `${service.url}/v3/directline`,
    pollingInterval: 200,
    timeout: 1_000,
    random: () => -0.249,
  });
  const received: Activity[] = [];
  line.activity$.subscribe(
    (activity) => received.push(activity),
    () => undefined,
  );
  return {
    line,
    received,
    texts: () => received.filter(isMessage).map(({ text }) => text),
    say: (text, clientActivityID) =>
      new Promise((resolve, reject) => {
        const channelData = clientActivityID === undefined ? undefined : { clientActivityID };
        line.postActivity({ type: 'message', text, from: { id: 'anybody' }, channelData }).subscribe(resolve, reject);
      }),
  };
}

const dialogue = (texts: readonly string[]): string[] => texts.flatMap((text) => [text, `You said: ${text}`]);

describe('botframework-directlinejs, unchanged', () => {
  let removeBrowserParts: () => void;
  let service: HttpService;
  let clients: Client[];

  before(() => {
    removeBrowserParts = installBrowserParts();
  });
  after(() => removeBrowserParts());
  beforeEach(async () => {
    service = await startHttpService();
    clients = [];
  });
  afterEach(async () => {
    for (const { line } of clients) line.end();
    await service.close();
  });

  const open = (options: Parameters<typeof connect>[1]): Client => {
    const client = connect(service, options);
    clients.push(client);
    return client;
  };
  const token = async (): Promise<string> =>
    String((await call(service, '/api/chat/token', { method: 'POST' })).body['token']);
  const all = (client: Client, expected: readonly string[]): Promise<void> =>
    until(() => client.texts().length >= expected.length, `${expected.length} messages`, 8_000);

  for (const [how, webSocket] of [
    ['over WebSocket', true],
    ['by polling', false],
  ] as const) {
    describe(how, () => {
      it('starts, sends, and receives its own message and the reply, in order', async () => {
        const client = open({ token: await token(), webSocket });
        const id = await client.say('Hello');
        await all(client, dialogue(['Hello']));
        expect(client.texts()).to.deep.equal(dialogue(['Hello']));
        expect(client.received.filter(isMessage)[0]?.id).to.equal(id);
        expect(client.received.filter(isMessage).map(({ from }) => from.role)).to.deep.equal(['user', 'bot']);
      });

      it('receives 50 messages and their replies once each, in order', async () => {
        const client = open({ token: await token(), webSocket });
        const texts = Array.from({ length: 50 }, (_, index) => `Message ${index + 1}`);
        for (const text of texts) await client.say(text);
        await all(client, dialogue(texts));
        expect(client.texts()).to.deep.equal(dialogue(texts));
      });

      it('loses none of five messages sent at once', async () => {
        const client = open({ token: await token(), webSocket });
        const texts = ['one', 'two', 'three', 'four', 'five'];
        await Promise.all(texts.map((text) => client.say(text)));
        await all(client, dialogue(texts));
        expect(client.texts()).to.have.members(dialogue(texts)).and.have.length(10);
      });

      it('goes on after the server was restarted, and misses and repeats nothing', async () => {
        const client = open({ token: await token(), webSocket });
        await client.say('before');
        await all(client, dialogue(['before']));
        await service.restart();
        await client.say('after');
        await all(client, dialogue(['before', 'after']));
        expect(client.texts()).to.deep.equal(dialogue(['before', 'after']));
      });

      it('comes back to a conversation from its watermark', async () => {
        const first = open({ token: await token(), webSocket });
        await first.say('one');
        await all(first, dialogue(['one']));
        const conversationId = String(first.received[0]?.conversation?.id);
        const reconnected = await call(service, `/v3/directline/conversations/${conversationId}`, { token: SECRET });
        const back = open({ token: String(reconnected.body['token']), webSocket, conversationId, watermark: '1' });
        await all(back, ['You said: one']);
        expect(back.texts()).to.deep.equal(['You said: one']);
      });

      it('works with the secret itself, and then speaks as who it says it is', async () => {
        const client = open({ secret: SECRET, webSocket });
        await client.say('Hello');
        await all(client, dialogue(['Hello']));
        expect(client.received.filter(isMessage)[0]?.from).to.deep.equal({ id: 'anybody', role: 'user' });
      });
    });
  }

  it('replays what it missed while its socket was dead', async () => {
    const client = open({ token: await token(), webSocket: true });
    await client.say('one');
    await all(client, dialogue(['one']));
    const id = String(client.received[0]?.conversation?.id);
    service.hub.endAll();
    await call(service, `/v3/directline/conversations/${id}/activities`, {
      token: SECRET,
      body: { type: 'message', text: 'two' },
    });
    await all(client, dialogue(['one', 'two']));
    expect(client.texts()).to.deep.equal(dialogue(['one', 'two']));
  });

  it('shows a message that is sent again once', async () => {
    const client = open({ token: await token(), webSocket: true });
    const ids = [await client.say('Hello', 'client-1'), await client.say('Hello', 'client-1')];
    await client.say('Bye', 'client-2');
    await all(client, dialogue(['Hello', 'Bye']));
    expect(client.texts()).to.deep.equal(dialogue(['Hello', 'Bye']));
    expect(ids[0]).to.equal(ids[1]);
  });

  it('shows that the bot is typing over the socket, without a trace in the log', async () => {
    const client = open({ token: await token(), webSocket: true });
    await client.say('Hello');
    await all(client, dialogue(['Hello']));
    await client.say('Are you there?');
    await until(() => client.received.some(({ type }) => type === 'typing'), 'typing');
    const id = String(client.received[0]?.conversation?.id);
    const log = await service.conversations.activitiesAfter(id, 0);
    expect(log.map(({ activity }) => activity['type'])).to.deep.equal(['message', 'message', 'message', 'message']);
  });
});
