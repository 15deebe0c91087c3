import { expect } from 'chai';
import { createRateLimit } from '../../src/http/rate-limit.js';
import { call, post, startConversation } from '../support/direct-line-calls.js';
import { fixedClock, startHttpService, type HttpService } from '../support/http-service.js';

describe('a rate limit', () => {
  it('lets the minute’s worth through at once, then one each time that one has come back', () => {
    const clock = fixedClock();
    const limit = createRateLimit({ perMinute: 3, now: clock.now });
    const takes = (count: number): boolean[] => Array.from({ length: count }, () => limit.take('a').ok);
    expect(takes(4)).to.deep.equal([true, true, true, false]);
    clock.advance(19);
    expect(takes(1)).to.deep.equal([false]);
    clock.advance(1);
    expect(takes(2)).to.deep.equal([true, false]);
    clock.advance(3600);
    expect(takes(4)).to.deep.equal([true, true, true, false]);
  });

  it('says after how many seconds to come back, and keeps its word', () => {
    const clock = fixedClock();
    const limit = createRateLimit({ perMinute: 7, now: clock.now });
    for (let index = 0; index < 7; index += 1) limit.take('a');
    const refused = limit.take('a');
    expect(refused).to.deep.equal({ ok: false, retryAfterSeconds: 9 });
    clock.advance(9);
    expect(limit.take('a').ok).to.equal(true);
  });

  it('counts each key for itself', () => {
    const limit = createRateLimit({ perMinute: 1, now: fixedClock().now });
    expect(['a', 'b', 'a'].map((key) => limit.take(key).ok)).to.deep.equal([true, true, false]);
  });

  it('does not count at 0', () => {
    const limit = createRateLimit({ perMinute: 0, now: fixedClock().now });
    expect(Array.from({ length: 100 }, () => limit.take('a').ok)).to.not.include(false);
    expect(limit.size).to.equal(0);
  });

  it('forgets keys that were left alone for a minute', () => {
    const clock = fixedClock();
    const limit = createRateLimit({ perMinute: 1, now: clock.now });
    for (let index = 0; index < 50; index += 1) limit.take(String(index));
    clock.advance(60);
    limit.take('new');
    expect(limit.size).to.equal(1);
  });

  it('remembers no more keys than it may, and forgets those first that it has not seen for longest', () => {
    const limit = createRateLimit({ perMinute: 1, now: fixedClock().now, maxKeys: 3 });
    for (const key of ['a', 'b', 'c', 'a', 'd']) limit.take(key);
    expect(limit.size).to.equal(3);
    expect(limit.take('a').ok).to.equal(false);
    expect(limit.take('b').ok).to.equal(true);
  });

  it('is not undone by a clock that is set back', () => {
    const clock = fixedClock();
    const limit = createRateLimit({ perMinute: 1, now: clock.now });
    limit.take('a');
    clock.advance(-3600);
    expect(limit.take('a').ok).to.equal(false);
  });
});

describe('rate limits over HTTP', () => {
  let service: HttpService;
  afterEach(() => service.close());

  const ask = (forwarded?: string): ReturnType<typeof call> =>
    call(service, '/api/chat/token', {
      method: 'POST',
      headers: forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded },
    });

  it('hold back a client that asks for too many conversations', async () => {
    service = await startHttpService({ settings: { conversationsPerMinute: 2 } });
    expect([(await ask()).status, (await ask()).status]).to.deep.equal([200, 200]);
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '30']);
    expect(refused.body['error']).to.have.property('code', 'TooManyRequests');
    service.clock.advance(30);
    expect((await ask()).status).to.equal(200);
  });

  it('believe X-Forwarded-For only behind a proxy of ours, and then only what that proxy wrote', async () => {
    service = await startHttpService({ settings: { conversationsPerMinute: 1 } });
    expect([(await ask('192.0.2.1')).status, (await ask('192.0.2.2')).status]).to.deep.equal([200, 429]);
    await service.close();
    service = await startHttpService({ settings: { conversationsPerMinute: 1, trustProxy: true } });
    expect([(await ask('192.0.2.1')).status, (await ask('192.0.2.2')).status]).to.deep.equal([200, 200]);
    expect((await ask('203.0.113.9, 192.0.2.1')).status).to.equal(429);
  });

  it('hold back a conversation that sends too much, and keep nothing of what was refused', async () => {
    service = await startHttpService({ settings: { messagesPerMinute: 2 } });
    const [own, other] = [await startConversation(service), await startConversation(service)];
    await post(service, own, 'one');
    await post(service, own, 'two');
    const refused = await post(service, own, 'three');
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '30']);
    expect(await service.conversations.activitiesAfter(own.conversationId, 0)).to.have.length(4);
    expect((await post(service, other, 'one')).status).to.equal(200);
  });
});
