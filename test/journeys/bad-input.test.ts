/** What nobody should send, to the app that ships: a clear error or a kind reply, and nothing that was accepted is lost. */
import { expect } from 'chai';
import { wording } from '../../dialogs/wording.js';
import { startApp, type RunningApp } from '../support/app.js';
import {
  call,
  openStream,
  poll,
  post,
  startConversation,
  textsOf,
  type Started,
  type Stream,
} from '../support/direct-line-calls.js';
import { aResident } from '../support/resident.js';
import { until } from '../support/until.js';

const RECORDS = 'send me the records please';

describe('bad input', () => {
  let app: RunningApp;
  let loggedBefore = '';
  const streams: Stream[] = [];
  before(async () => {
    app = await startApp();
  });
  after(() => app.end());
  afterEach(() => {
    for (const { socket } of streams.splice(0)) socket.terminate();
  });
  const open = async (url: string): Promise<Stream> => {
    const stream = await openStream(url);
    streams.push(stream);
    return stream;
  };
  const activities = ({ conversationId }: Started): string =>
    `/v3/directline/conversations/${conversationId}/activities`;

  describe('is refused as JSON, and the conversation goes on:', () => {
    let own: Started;
    before(async () => {
      own = await startConversation(app);
      await post(app, own, RECORDS);
    });
    type Sending = (own: Started) => readonly [path: string, options: Parameters<typeof call>[2]];
    const refusals: readonly (readonly [title: string, sending: Sending, status: number, code: string])[] = [
      [
        'JSON that is cut off',
        (it) => [activities(it), { token: it.token, body: '{"type":"message"' }],
        400,
        'BadJson',
      ],
      ['a list', (it) => [activities(it), { token: it.token, body: [] }], 400, 'BadArgument'],
      [
        'a text that is none',
        (it) => [activities(it), { token: it.token, body: { type: 'message', text: {} } }],
        400,
        'BadArgument',
      ],
      ['no token', (it) => [activities(it), { body: { type: 'message', text: 'x' } }], 401, 'TokenMissing'],
      [
        'a wrong token',
        (it) => [activities(it), { token: `${it.token}x`, body: { type: 'message', text: 'x' } }],
        403,
        'TokenInvalid',
      ],
      [
        'another conversation',
        (it) => [activities({ ...it, conversationId: 'unknown' }), { token: it.token }],
        403,
        'NotForToken',
      ],
      [
        '300,000 characters',
        (it) => [activities(it), { token: it.token, body: { type: 'message', text: 'x'.repeat(300_000) } }],
        413,
        'BodyTooLarge',
      ],
      [
        'a watermark that is none',
        (it) => [`${activities(it)}?watermark=abc`, { token: it.token }],
        400,
        'BadArgument',
      ],
      ['an address that is not there', () => ['/v3/directline/nothing', {}], 404, 'UnknownRoute'],
    ];
    for (const [title, sending, status, code] of refusals) {
      it(title, async () => {
        const [path, options] = sending(own);
        const answer = await call(app, path, options);
        const { error } = answer.body as { error: { code: string; message: string } };
        expect([answer.status, error.code]).to.deep.equal([status, code]);
        expect(error.message).to.match(/^[A-Z].{15,}\.$|: /);
      });
    }
    after(async () => {
      const { body } = await post(app, own, 'my own');
      const said = (await poll(app, own)).activities;
      expect(said).to.have.length(4);
      expect(said.at(-1)).to.include({ replyToId: body['id'], text: 'What is your full name?' });
    });
  });

  it('of 100,000 characters, or of none, gets a kind reply in the middle of a request, which goes on', async () => {
    const resident = await aResident(app);
    await resident.saysAll([RECORDS, 'my own']);
    for (const [said, kind] of [
      ['x'.repeat(100_000), wording.tooLong],
      [' ', wording.empty],
      ['\u0000\u202e', wording.empty],
    ] as const) {
      const replies = await resident.says(said);
      expect(replies.map(({ text }) => text)).to.deep.equal([kind, 'What is your full name?']);
    }
    expect((await resident.says('Sarah Khan')).at(-1)?.step).to.equal('contact');
  });

  it('in hostile words is never an error, and is played back as words', async () => {
    const resident = await aResident(app);
    await resident.saysAll([RECORDS, 'my own']);
    // In so few words that it is not read as an instruction.
    const name = "Robert');DROP-TABLE-conversations;-- <script>alert(1)</script> ${7*7}{{7*7}}\u202e%00";
    await resident.saysAll([name, 'bobby@example.org', 'skip', 'skip', 'any time', '</textarea><img src=x>']);
    const checked = (await resident.saysAll(['skip', 'skip', 'skip'])).at(-1);
    expect(checked?.step).to.equal('checkAnswers');
    expect(checked?.text).to.contain('DROP\\-TABLE').and.to.contain('&lt;script&gt;');
    expect(checked?.text).not.to.match(/<script|<img|\u202e/);
  });

  it('all at once loses no answer: five messages of one conversation are five turns', async () => {
    const resident = await aResident(app);
    await resident.saysAll([RECORDS, 'my own', 'Sarah Khan', 'sarah@example.org', 'skip']);
    const replies = await Promise.all(Array.from({ length: 5 }, () => resident.says('skip')));
    // Two steps may be skipped, and the third may not: whichever came first, each found what the one before had left.
    expect(replies.map((each) => each.map(({ step }) => step).join()).sort()).to.deep.equal([
      'details',
      'details',
      'details',
      'details',
      'period',
    ]);
  });

  it('all at once in many conversations mixes nothing up', async () => {
    const residents = await Promise.all(Array.from({ length: 5 }, () => aResident(app)));
    const names = await Promise.all(
      residents.map(async (resident, i) => {
        await resident.saysAll([RECORDS, 'my own', `Person ${'ABCDE'.charAt(i)}`]);
        return (await resident.says('change my name'), await resident.says('back'), resident.started.conversationId);
      }),
    );
    for (const [i, id] of names.entries()) {
      const { state } = await app.stores.conversations.loadState(id);
      expect(state).to.have.nested.property('request.answers.fullName.understood', `Person ${'ABCDE'.charAt(i)}`);
    }
  });

  it('sent twice by a client that was not sure is one message', async () => {
    const own = await startConversation(app);
    const message = { type: 'message', text: RECORDS, channelData: { clientActivityID: 'one' } };
    const ids = await Promise.all([1, 2, 3].map(async () => (await post(app, own, message)).body['id']));
    expect(new Set(ids).size).to.equal(1);
    expect((await poll(app, own)).activities).to.have.length(2);
  });

  it('of a client whose WebSocket is killed misses nothing when it comes back, and gets nothing twice', async () => {
    const own = await startConversation(app);
    const first = await open(own.streamUrl);
    await post(app, own, RECORDS);
    await first.received(2);
    first.socket.terminate();
    await post(app, own, 'my own');
    await post(app, own, 'Sarah Khan');
    const path = `/v3/directline/conversations/${own.conversationId}?watermark=${first.watermarks.at(-1) ?? ''}`;
    const again = await call(app, path, { token: own.token });
    const second = await open(String(again.body['streamUrl']));
    await second.received(4);
    await post(app, own, 'sarah@example.org');
    await second.received(6);
    expect(textsOf(second.kept).filter((_text, i) => i % 2 === 0)).to.deep.equal([
      'my own',
      'Sarah Khan',
      'sarah@example.org',
    ]);
    expect([...first.kept, ...second.kept].map(({ id }) => id)).to.deep.equal(
      (await poll(app, own)).activities.map(({ id }) => id),
    );
  });

  it('of a client that sees the service stop and start again misses nothing', async () => {
    const own = await startConversation(app);
    const first = await open(own.streamUrl);
    await post(app, own, RECORDS);
    await first.received(2);
    loggedBefore = app.logged();
    app = await app.restart();
    await until(() => first.closed !== undefined, 'the stream to end');
    await post(app, own, 'my own');
    const path = `/v3/directline/conversations/${own.conversationId}?watermark=${first.watermarks.at(-1) ?? ''}`;
    const again = await call(app, path, { token: own.token });
    const second = await open(String(again.body['streamUrl']));
    await second.received(2);
    expect(textsOf(second.kept)).to.deep.equal(['my own', 'What is your full name?']);
  });

  it('leaves no fault in the log, and nothing of what was said', () => {
    const logged = loggedBefore + app.logged();
    expect(logged).not.to.match(/"level":(?:50|60|"error"|"fatal")/);
    expect(logged).not.to.match(/Robert|bobby|Sarah/);
  });
});
