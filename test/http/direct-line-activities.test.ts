import { expect } from 'chai';
import { call, poll, post, startConversation, textsOf, type Started } from '../support/direct-line-calls.js';
import { startHttpService, type HttpService } from '../support/http-service.js';
import { until } from '../support/until.js';

describe('activities over HTTP', () => {
  let service: HttpService;
  let own: Started;

  beforeEach(async () => {
    service = await startHttpService();
    own = await startConversation(service);
  });
  afterEach(() => service.close());

  it('stamps an activity with what the server vouches for', async () => {
    const { body } = await post(service, own, { type: 'message', text: 'Hello', locale: 'en-GB' });
    const { activities } = await poll(service, own);
    expect(activities[0]).to.deep.equal({
      id: `${own.conversationId}|0000001`,
      type: 'message',
      text: 'Hello',
      locale: 'en-GB',
      from: { id: own.userId, role: 'user' },
      recipient: { id: 'privacy-assistant', name: 'Privacy assistant', role: 'bot' },
      timestamp: '2026-12-01T10:00:00.000Z',
      channelId: 'directline',
      conversation: { id: own.conversationId },
    });
    expect(body).to.deep.equal({ id: `${own.conversationId}|0000001` });
  });

  it('gives the bot the same id, and where it came by', async () => {
    await post(service, own, 'Hello');
    const [heard] = service.bot.heard;
    expect(heard?.activity['id']).to.equal(`${own.conversationId}|0000001`);
    expect(heard?.activity['serviceUrl']).to.equal(service.url);
    expect((await poll(service, own)).activities[1]?.['replyToId']).to.equal(heard?.activity['id']);
  });

  it('lets nobody speak as the bot, as another user or as another channel', async () => {
    await post(service, own, {
      type: 'message',
      text: 'Your request was sent.',
      id: 'forged',
      from: { id: 'privacy-assistant', role: 'bot', name: 'Privacy assistant' },
      recipient: { id: 'dl_somebody' },
      conversation: { id: 'another' },
      channelId: 'msteams',
      serviceUrl: 'https://attacker.example',
      timestamp: '1999-01-01T00:00:00Z',
      deliveryMode: 'expectReplies',
    });
    const activity = service.bot.heard[0]?.activity ?? {};
    expect(activity).to.deep.include({
      id: `${own.conversationId}|0000001`,
      from: { id: own.userId, role: 'user', name: 'Privacy assistant' },
      conversation: { id: own.conversationId },
      channelId: 'directline',
      serviceUrl: service.url,
      timestamp: '2026-12-01T10:00:00.000Z',
    });
    expect(activity).not.to.have.property('deliveryMode');
  });

  it('answers after the turn, so that the reply is already there', async () => {
    await post(service, own, 'Hello');
    expect(textsOf((await poll(service, own)).activities)).to.deep.equal(['Hello', 'You said: Hello']);
  });

  it('answers before a turn that takes too long, which then ends on its own', async () => {
    await service.close();
    service = await startHttpService({ settings: { answerWithinMs: 20 } });
    own = await startConversation(service);
    const held = service.bot.hold();
    expect((await post(service, own, 'Hello')).status).to.equal(200);
    expect(textsOf((await poll(service, own)).activities)).to.deep.equal(['Hello']);
    // Stopping waits for the turn, although nobody is connected any more.
    const order: string[] = [];
    const closed = service.stop().then(() => order.push('closed'));
    await call(service, '/healthz').catch(() => order.push('unreachable'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('released');
    held.release();
    await closed;
    expect(order).to.deep.equal(['unreachable', 'released', 'closed']);
    const log = await service.conversations.activitiesAfter(own.conversationId, 0);
    expect(log.map(({ activity }) => activity['text'])).to.deep.equal(['Hello', 'You said: Hello']);
    await service.restart();
  });

  it('keeps what was accepted when the bot fails, and says nothing of why', async () => {
    const { status, body } = await post(service, own, 'fail');
    expect([status, body]).to.deep.equal([200, { id: `${own.conversationId}|0000001` }]);
    expect(textsOf((await poll(service, own)).activities)).to.deep.equal(['fail']);
    expect(service.logged()).to.contain('"event":"turn-fault"').and.not.to.contain('must not leak');
  });

  it('takes a message of 100,000 characters, and lets the bot answer it', async () => {
    expect((await post(service, own, 'é'.repeat(100_000))).status).to.equal(200);
    expect((await poll(service, own, '1')).activities[0]?.text).to.equal('That was 100000 characters.');
  });

  for (const type of ['event', 'conversationUpdate', 'invoke', 'somethingNew']) {
    it(`takes an activity of type ${type} and passes it on`, async () => {
      expect((await post(service, own, { type, name: 'webchat/join', value: { locale: 'en' } })).status).to.equal(200);
      expect(service.bot.heard[0]?.activity).to.deep.include({ type, name: 'webchat/join', value: { locale: 'en' } });
    });
  }

  it('leaves out what it cannot use, and does not refuse the message for it', async () => {
    const odd = {
      type: 'message',
      text: 'Hello',
      locale: 5,
      entities: 'none',
      from: 'me',
      attachments: [{ contentUrl: 'data:,x' }],
    };
    expect((await post(service, own, odd)).status).to.equal(200);
    expect(service.bot.heard[0]?.activity).not.to.have.any.keys('locale', 'entities', 'attachments');
  });

  it('neither keeps nor answers typing', async () => {
    expect((await post(service, own, { type: 'typing' })).status).to.equal(200);
    expect(service.bot.heard).to.be.empty;
    expect((await poll(service, own)).activities).to.be.empty;
  });

  it('takes a message that is sent again once, and answers with the same id', async () => {
    const again = { type: 'message', text: 'Hello', channelData: { clientActivityID: 'c-1' } };
    const answers = [await post(service, own, again), await post(service, own, again)];
    expect(answers.map(({ body }) => body['id'])).to.deep.equal(Array(2).fill(`${own.conversationId}|0000001`));
    const { activities } = await poll(service, own);
    expect(textsOf(activities)).to.deep.equal(['Hello', 'You said: Hello']);
    expect(activities[0]?.['channelData']).to.deep.equal({ clientActivityID: 'c-1' });
  });

  it('does not take the same client id of another conversation for a message sent again', async () => {
    const other = await startConversation(service);
    const message = { type: 'message', text: 'Hello', channelData: { clientActivityID: 'c-1' } };
    await post(service, own, message);
    await post(service, other, message);
    expect(textsOf((await poll(service, other)).activities)).to.deep.equal(['Hello', 'You said: Hello']);
  });

  it('polls from a watermark, and gives it back where nothing is new', async () => {
    await post(service, own, 'one');
    const first = await poll(service, own);
    expect(first.watermark).to.equal('2');
    expect(await poll(service, own, '2')).to.deep.equal({ activities: [], watermark: '2' });
    await post(service, own, 'two');
    expect(textsOf((await poll(service, own, '2')).activities)).to.deep.equal(['two', 'You said: two']);
  });

  it('gives a long conversation page by page', async () => {
    for (let index = 0; index < 60; index += 1) await post(service, own, String(index));
    const first = await poll(service, own);
    const second = await poll(service, own, first.watermark);
    const ids = [...first.activities, ...second.activities].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(120);
    expect(ids.at(-1)).to.equal(`${own.conversationId}|0000120`);
  });

  it('keeps conversations apart', async () => {
    const other = await startConversation(service);
    await Promise.all([post(service, own, 'mine'), post(service, other, 'theirs')]);
    expect(textsOf((await poll(service, own)).activities)).to.deep.equal(['mine', 'You said: mine']);
    expect(textsOf((await poll(service, other)).activities)).to.deep.equal(['theirs', 'You said: theirs']);
  });

  it('keeps the conversation and its numbers over a restart', async () => {
    await post(service, own, 'one');
    await service.restart();
    await post(service, own, 'two');
    const { activities, watermark } = await poll(service, own);
    expect(textsOf(activities)).to.deep.equal(['one', 'You said: one', 'two', 'You said: two']);
    expect(watermark).to.equal('4');
  });

  it('waits for the turns under way when it stops, and no longer', async () => {
    const held = service.bot.hold();
    const posted = call(service, `/v3/directline/conversations/${own.conversationId}/activities`, {
      token: own.token,
      body: { type: 'message', text: 'Hello' },
      headers: { Connection: 'keep-alive' },
    });
    await until(() => service.bot.heard.length === 1, 'the turn to begin');
    const closed = service.stop();
    held.release();
    expect((await posted).status).to.equal(200);
    await closed;
    expect(await service.conversations.activitiesAfter(own.conversationId, 1)).to.have.length(1);
    await service.restart();
  });
});
