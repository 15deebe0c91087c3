/** Who gets in by `POST /api/messages`: only what Azure Bot Service vouches for, for this bot and this tenant. */
import { expect } from 'chai';
import sinon from 'sinon';
import { anActivity } from '../journeys/a-connector.js';
import { startApp, type RunningApp } from '../support/app.js';
import { call, type Answer } from '../support/direct-line-calls.js';
import { APP_ID, startBotService, TENANT, type BotService, type Claims } from './a-bot-service.js';

const OTHER_TENANT = '00000000-1111-4222-8333-444444444444';
const DAY = 86_400;

describe('POST /api/messages, as Azure Bot Service calls it', () => {
  let app: RunningApp;
  let service: BotService;
  let complaints: sinon.SinonStub;
  before(async () => {
    service = await startBotService();
    app = await startApp({
      env: { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'a-secret', MicrosoftAppTenantId: TENANT },
      botService: service.standIn,
    });
  });
  after(async () => {
    await app.end();
    await service.close();
  });
  // The SDK prints what it refuses.
  beforeEach(() => {
    complaints = sinon.stub(console, 'error');
    service.replies.splice(0);
  });
  afterEach(() => complaints.restore());

  let conversations = 0;
  const post = async (
    authorization: string | undefined,
    change: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer & { readonly conversation: string }> => {
    const conversation = `a:conversation-${(conversations += 1)}`;
    const answer = await call(app, '/api/messages', {
      headers: authorization === undefined ? {} : { Authorization: authorization },
      body: anActivity(service.serviceUrl, {
        id: 'm1',
        text: 'do you sell my details?',
        conversation: { id: conversation, tenantId: TENANT },
        channelData: { tenant: { id: TENANT } },
        ...change,
      }),
    });
    return { ...answer, conversation };
  };
  const refusals = async (reason: string): Promise<number> => {
    const text = String((await call(app, '/metrics')).body['text']);
    return Number(
      new RegExp(`^assistant_channel_refused_total\\{reason="${reason}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0,
    );
  };
  const nothingReached = async (channel: string, conversation: string): Promise<void> => {
    expect(await app.stores.conversations.find(`${channel}:${conversation}`)).to.equal(undefined);
    expect(service.replies).to.deep.equal([]);
  };

  it('lets the right token in, and answers with a token of the bot’s own', async () => {
    const { status, conversation } = await post(`Bearer ${await service.token()}`);
    expect(status).to.equal(200);
    expect(await app.stores.conversations.find(`msteams:${conversation}`)).to.include({ channel: 'azure-msteams' });
    expect(service.replies).to.deep.equal(['Bearer the-bots-own-token']);
  });

  const WRONG: Readonly<Record<string, Claims>> = {
    'of another issuer': { issuer: 'https://api.elsewhere.example' },
    'of the directory, as the Emulator has': {
      issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    },
    'for another bot': { audience: '11111111-2222-4333-8444-555555555555' },
    'signed by a key that nobody published': { signedBy: 'stranger' },
    'that has expired': { notBefore: -2 * DAY, expires: -DAY },
    'that is not valid yet': { notBefore: DAY, expires: 2 * DAY },
    'for another serviceUrl': { serviceUrl: 'https://smba.example/uk/' },
    'by a key that is not endorsed for Teams': { signedBy: 'other-channel' },
  };
  for (const [what, claims] of Object.entries(WRONG))
    it(`refuses a token ${what}, and counts it`, async () => {
      const before = await refusals('token-invalid');
      const { status, body, conversation } = await post(`Bearer ${await service.token(claims)}`);
      expect([status, body]).to.deep.equal([
        401,
        { error: { code: 'TokenMissing', message: 'The Bot Framework token is missing or not valid.' } },
      ]);
      expect(await refusals('token-invalid')).to.equal(before + 1);
      await nothingReached('msteams', conversation);
    });

  const NO_TOKENS = [
    'Bearer nonsense',
    'Bearer a.b.c',
    'Bearer e30.e30.e30',
    'Bearer eyJ0eXAiOiJKV1QifQ.bm8.bm8',
    'Basic YTpi',
  ];
  for (const authorization of NO_TOKENS)
    it(`refuses “${authorization}”, and counts it`, async () => {
      const before = await refusals('token-invalid');
      const { status, conversation } = await post(authorization);
      expect(status).to.equal(401);
      expect(await refusals('token-invalid')).to.equal(before + 1);
      await nothingReached('msteams', conversation);
    });

  it('refuses who has no token at all, and counts it', async () => {
    const before = await refusals('token-missing');
    const { status, conversation } = await post(undefined);
    expect(status).to.equal(401);
    expect(await refusals('token-missing')).to.equal(before + 1);
    await nothingReached('msteams', conversation);
  });

  it('refuses the channel for which the SDK would take a token of the directory', async () => {
    const { status, conversation } = await post(`Bearer ${await service.token()}`, { channelId: 'AseChannel' });
    expect(status).to.equal(401);
    await nothingReached('AseChannel', conversation);
  });

  const TENANTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'another tenant’s conversation': { conversation: { id: 'a:other-1', tenantId: OTHER_TENANT } },
    'another tenant’s channel data': { channelData: { tenant: { id: OTHER_TENANT } } },
    'no tenant': { conversation: { id: 'a:other-2' }, channelData: {} },
  };
  for (const [what, change] of Object.entries(TENANTS))
    it(`refuses an activity of ${what}, however good its token, and counts it`, async () => {
      const before = await refusals('other-tenant');
      const { status, body, conversation } = await post(`Bearer ${await service.token()}`, change);
      expect(status).to.equal(403);
      expect(body).to.have.nested.property('error.code', 'NotForToken');
      expect(await refusals('other-tenant')).to.equal(before + 1);
      const named = (change['conversation'] as { id: string } | undefined)?.id;
      await nothingReached('msteams', named ?? conversation);
    });

  it('takes a tenant that is written in capitals for the same', async () => {
    const change = { channelData: { tenant: { id: TENANT.toUpperCase() } } };
    expect((await post(`Bearer ${await service.token()}`, change)).status).to.equal(200);
  });
});

describe('POST /api/messages, while the keys of Azure Bot Service are out of reach', () => {
  it('fails as a fault of ours, not as a refusal of the token', async () => {
    const service = await startBotService();
    const token = await service.token();
    await service.close();
    const app = await startApp({
      env: { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'a-secret', MicrosoftAppTenantId: TENANT },
      botService: service.standIn,
    });
    try {
      const { status } = await call(app, '/api/messages', {
        headers: { Authorization: `Bearer ${token}` },
        body: anActivity(service.serviceUrl),
      });
      expect(status).to.equal(500);
      expect(await app.stores.conversations.find('msteams:a:conversation')).to.equal(undefined);
    } finally {
      await app.end();
    }
  });
});
