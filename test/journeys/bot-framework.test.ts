/** The same bot behind Azure Bot Service: `POST /api/messages`, answered at the connector's address. */
import { expect } from 'chai';
import { startApp, type RunningApp } from '../support/app.js';
import { call, startConversation, type Activity, type Answer } from '../support/direct-line-calls.js';
import { heard } from '../support/resident.js';
import { anActivity, startConnector, type Connector } from './a-connector.js';
import { SARAH, upToChecking } from './a-request.js';

const QUESTION = 'do you sell my details?';
const RECORDS = 'send me the records please';

describe('POST /api/messages, in development without credentials', () => {
  let app: RunningApp;
  let connector: Connector;
  let conversation: { readonly id: string };
  before(async () => {
    connector = await startConnector();
    app = await startApp();
  });
  after(async () => {
    await app.end();
    await connector.close();
  });
  let tests = 0;
  beforeEach(() => {
    connector.forget();
    conversation = { id: `a:conversation-${(tests += 1)}` };
  });

  const posts = (change: Readonly<Record<string, unknown>>): Promise<Answer> =>
    connector.posts(app, { conversation, ...change });
  const says = async (text: string, change: Readonly<Record<string, unknown>> = {}): Promise<Activity | undefined> => {
    expect((await posts({ text, ...change })).status).to.equal(200);
    return connector.sent.at(-1)?.activity;
  };
  const kindOf = (activity: Activity | undefined): unknown =>
    (activity?.['channelData'] as { privacyAssistant?: { kind?: unknown } } | undefined)?.privacyAssistant?.kind;

  it('answers a message at its serviceUrl, with what the reply carries on every channel', async () => {
    const reply = await says(QUESTION, { id: 'm1' });
    const { method, path, authorization } = connector.sent[0] ?? {};
    expect([method, path]).to.deep.equal([
      'POST',
      `/v3/conversations/${encodeURIComponent(conversation.id)}/activities/m1`,
    ]);
    expect(authorization).to.equal(undefined);
    expect(reply).to.deep.include({ type: 'message', replyToId: 'm1', conversation });
    expect(reply?.['channelData']).to.have.nested.property('privacyAssistant.entry', 'no-selling');
    expect(reply).to.have.nested.property('entities[0].citation[0].appearance.abstract');
  });

  it('goes through a whole request, and hands it over with the channel’s name', async () => {
    let messages = 0;
    const resident = {
      says: async (text: string) => [heard((await says(text, { id: `m${(messages += 1)}` })) as Activity)],
    };
    await upToChecking(resident, RECORDS, { ...SARAH, details: 'all of it' });
    const sent = await says('send', { id: 'last' });
    expect(sent?.['channelData']).to.have.nested.property('privacyAssistant.step', 'sent');
    const [summary] = await app.stores.requests.list(10);
    expect(summary).to.include({ right: 'access', channel: 'Microsoft Teams' });
  });

  it('answers an activity once, however often it comes', async () => {
    for (let i = 0; i < 3; i += 1) await says(QUESTION, { id: 'm1' });
    await Promise.all([1, 2, 3].map(() => says(QUESTION, { id: 'm2' })));
    expect(connector.sent.map(({ activity }) => activity['replyToId'])).to.deep.equal(['m1', 'm2']);
  });

  it('keeps conversations apart that have one id on two channels', async () => {
    await says(RECORDS, { id: 'm1' });
    expect(kindOf(await says('my own', { id: 'm2', channelId: 'emulator' }))).not.to.equal('request');
    expect(kindOf(await says('my own', { id: 'm3' }))).to.equal('request');
  });

  it('is a conversation that no token of the Direct Line opens', async () => {
    await says(QUESTION, { id: 'm1' });
    const { token } = await startConversation(app);
    for (const id of [conversation.id, `msteams:${conversation.id}`, `azure-msteams:${conversation.id}`]) {
      const path = `/v3/directline/conversations/${encodeURIComponent(id)}/activities`;
      expect((await call(app, path, { token })).status, id).to.equal(403);
      expect((await call(app, path, { token, body: { type: 'message', text: 'x' } })).status, id).to.equal(403);
    }
  });

  it('is refused where the answer would go to another machine, or by another protocol', async () => {
    const refusals: readonly (readonly [serviceUrl: string, status: number, code: string])[] = [
      ['https://smba.trafficmanager.net/uk/', 403, 'NotForToken'],
      ['http://127.0.0.1.evil.example/', 403, 'NotForToken'],
      ['http://localhost.evil.example/', 403, 'NotForToken'],
      ['http://127.0.0.1@10.0.0.1/', 403, 'NotForToken'],
      ['http://[::ffff:10.0.0.1]/', 403, 'NotForToken'],
      ['ftp://127.0.0.1/', 400, 'BadArgument'],
      ['file:///etc/passwd', 400, 'BadArgument'],
    ];
    for (const [serviceUrl, status, code] of refusals) {
      const answer = await posts({ text: QUESTION, id: 'm1', serviceUrl });
      expect([answer.status, (answer.body['error'] as { code: string }).code], serviceUrl).to.deep.equal([
        status,
        code,
      ]);
    }
    expect(connector.sent).to.deep.equal([]);
  });

  it('takes the bot’s own mention away, and nobody else’s', async () => {
    const mention = (id: string, name: string) => ({
      type: 'mention',
      mentioned: { id, name },
      text: `<at>${name}</at>`,
    });
    const entities = [mention('28:bot', 'Privacy assistant'), mention('29:other', 'Bob')];
    await says(RECORDS, { id: 'm1' });
    await says('<at>Privacy assistant</at> my own', { id: 'm2', entities });
    const asked = await says('<at>Privacy assistant</at> <at>Bob</at> Khan', { id: 'm3', entities });
    expect(asked?.['channelData']).to.have.nested.property('privacyAssistant.step', 'contact');
    const logged = await app.stores.conversations.activitiesAfter(`msteams:${conversation.id}`, 0);
    const heard = logged.filter(({ activity }) => activity['from']).map(({ activity }) => activity['text']);
    expect(heard).to.include('my own').and.to.include('<at>Bob</at> Khan');
  });

  it('greets whom the channel adds, once, and says nothing to the bot itself, to typing or to what it does not know', async () => {
    const bot = { id: '28:bot' };
    const added = (membersAdded: unknown) => ({ type: 'conversationUpdate', text: undefined, membersAdded });
    for (const quiet of [added([bot]), { type: 'typing' }, { type: 'somethingNew' }, { type: 'messageReaction' }]) {
      expect((await posts({ ...quiet, id: quiet.type })).status, quiet.type).to.equal(200);
    }
    expect(connector.sent).to.deep.equal([]);
    for (const id of ['m4', 'm5']) await posts({ ...added([bot, { id: '29:resident' }]), id });
    expect(connector.sent.map(({ activity }) => activity.text?.slice(0, 5))).to.deep.equal(['Hello']);
    expect(connector.sent[0]?.activity).not.to.have.property('replyToId');
    expect(connector.sent[0]?.path).to.equal(`/v3/conversations/${encodeURIComponent(conversation.id)}/activities`);
  });

  it('gets a kind reply where it is far too long', async () => {
    expect((await says('x'.repeat(100_000), { id: 'm1' }))?.text).to.contain('too long');
  });

  for (const [title, body, status] of [
    ['that is not JSON', '{"type":', 400],
    ['that is a list', [], 400],
    ['without a conversation', { type: 'message', channelId: 'x', serviceUrl: 'http://127.0.0.1/' }, 400],
    ['whose text is a number', { text: 42 }, 400],
  ] as const) {
    it(`refuses a body ${title} as JSON`, async () => {
      const whole = typeof body === 'object' && 'text' in body;
      const answer = whole ? await posts(body) : await call(app, '/api/messages', { body });
      expect(answer.status).to.equal(status);
      expect(answer.body).to.have.nested.property('error.code').that.is.a('string');
      expect(connector.sent).to.deep.equal([]);
    });
  }

  it('keeps what was said, where the connector does not take the reply', async () => {
    connector.refuse(true);
    const { status, body } = await posts({
      text: RECORDS,
      id: 'm1',
    });
    expect(status).to.equal(500);
    expect(body).to.have.nested.property('error.code', 'Internal');
    connector.refuse(false);
    const reply = await says('my own', { id: 'm2' });
    expect(reply?.['channelData']).to.have.nested.property('privacyAssistant.step', 'fullName');
  });

  it('answers what was accepted and not answered, when it comes again', async () => {
    await says('hello', { id: 'm1' });
    const activity = { ...connector.sent[0]?.activity, type: 'message', text: QUESTION, id: 'm2' };
    const at = app.clock.now();
    await app.stores.conversations.accept(`msteams:${conversation.id}`, { id: 'm2', activity, at });
    expect(kindOf(await says(QUESTION, { id: 'm2' }))).to.equal('answer');
    await says(QUESTION, { id: 'm2' });
    expect(connector.sent).to.have.length(2);
  });
});

describe('POST /api/messages, with a registration', () => {
  let app: RunningApp;
  let connector: Connector;
  beforeEach(async () => {
    connector = await startConnector();
    app = await startApp({
      env: {
        MicrosoftAppId: 'b00f7d57-6d4a-4d7a-9b77-1e6f1f3f6b11',
        MicrosoftAppPassword: 'x',
        MicrosoftAppTenantId: 't',
      },
    });
  });
  afterEach(async () => {
    await app.end();
    await connector.close();
  });

  it('answers nobody without the connector’s token', async () => {
    for (const authorization of ['', 'Bearer nonsense', 'Basic YTpi', 'Bearer a.b.c']) {
      const { status, body } = await call(app, '/api/messages', {
        headers: authorization ? { Authorization: authorization } : {},
        body: anActivity(connector.serviceUrl, { id: 'm1', text: QUESTION }),
      });
      expect(status).to.equal(401);
      expect(body).to.have.nested.property('error.code', 'TokenMissing');
    }
    expect(connector.sent).to.deep.equal([]);
    expect(await app.stores.conversations.find('msteams:a:conversation')).to.equal(undefined);
  });
});
