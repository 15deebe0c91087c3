import { expect } from 'chai';
import {
  call,
  openStream,
  post,
  startConversation,
  textsOf,
  type Started,
  type Stream,
} from '../support/direct-line-calls.js';
import { startHttpService, type HttpService } from '../support/http-service.js';
import { until } from '../support/until.js';

describe('the stream', () => {
  let service: HttpService;
  let own: Started;
  let streams: Stream[];

  const restartWith = async (settings: Parameters<typeof startHttpService>[0]): Promise<void> => {
    service = await startHttpService(settings);
    own = await startConversation(service);
  };
  const open = async (url: string): Promise<Stream> => {
    const stream = await openStream(url);
    streams.push(stream);
    return stream;
  };

  beforeEach(async () => {
    streams = [];
    await restartWith({});
  });
  afterEach(async () => {
    for (const { socket } of streams) socket.terminate();
    await service.close();
  });

  it('sends what was said before it opened, then what is said after, each once and in order', async () => {
    await post(service, own, 'before');
    const stream = await open(own.streamUrl);
    await post(service, own, 'after');
    await stream.received(4);
    expect(textsOf(stream.kept)).to.deep.equal(['before', 'You said: before', 'after', 'You said: after']);
    expect(stream.watermarks.at(-1)).to.equal('4');
  });

  it('shows what was said while it is still being answered', async () => {
    const stream = await open(own.streamUrl);
    const held = service.bot.hold();
    const posted = post(service, own, 'Hello');
    await stream.received(1);
    expect(textsOf(stream.kept)).to.deep.equal(['Hello']);
    held.release();
    await posted;
    await stream.received(2);
  });

  it('loses and doubles nothing that is said while it opens', async () => {
    const posts = Array.from({ length: 20 }, (_, index) => post(service, own, String(index)));
    const stream = await open(own.streamUrl);
    await Promise.all(posts);
    await stream.received(40);
    const numbers = stream.kept.map(({ id }) => Number(id.split('|')[1]));
    expect(numbers).to.deep.equal(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('replays more than a page', async () => {
    for (let index = 0; index < 110; index += 1) await post(service, own, String(index));
    const stream = await open(own.streamUrl);
    await stream.received(220);
    expect(new Set(stream.kept.map(({ id }) => id)).size).to.equal(220);
  });

  it('goes on from the watermark that the client comes back with', async () => {
    const first = await open(own.streamUrl);
    await post(service, own, 'one');
    await first.received(2);
    first.socket.terminate();
    await post(service, own, 'two');
    const path = `/v3/directline/conversations/${own.conversationId}?watermark=${first.watermarks.at(-1) ?? ''}`;
    const { status, body } = await call(service, path, { token: own.token });
    expect([status, body['conversationId']]).to.deep.equal([200, own.conversationId]);
    const second = await open(String(body['streamUrl']));
    await second.received(2);
    expect(textsOf(second.kept)).to.deep.equal(['two', 'You said: two']);
  });

  it('ends the older of two sockets of a conversation', async () => {
    const older = await open(own.streamUrl);
    const newer = await open(own.streamUrl);
    await until(() => older.closed !== undefined, 'the older one to close');
    await post(service, own, 'Hello');
    await newer.received(2);
    expect(older.closed).to.deep.equal({ code: 1000, reason: 'replaced' });
    expect(older.kept).to.be.empty;
    await until(() => service.hub.size === 1, 'the older one to leave');
  });

  it('shows one conversation nothing of another', async () => {
    const other = await startConversation(service);
    const [mine, theirs] = [await open(own.streamUrl), await open(other.streamUrl)];
    await post(service, own, 'mine');
    await post(service, other, 'theirs');
    await Promise.all([mine.received(2), theirs.received(2)]);
    expect(textsOf(mine.kept)).to.deep.equal(['mine', 'You said: mine']);
    expect(textsOf(theirs.kept)).to.deep.equal(['theirs', 'You said: theirs']);
  });

  it('shows typing without a watermark, so that coming back skips nothing', async () => {
    const stream = await open(own.streamUrl);
    await post(service, own, 'Hello');
    await stream.received(2);
    expect(stream.typing).to.have.length(1);
    expect(stream.typing[0]).to.deep.include({ type: 'typing', conversation: { id: own.conversationId } });
    expect(stream.watermarks).to.not.include('0');
  });

  it('keeps a quiet socket alive with empty frames, and finds then what no signal told of', async () => {
    await service.close();
    await restartWith({ settings: { keepAliveMs: 10 } });
    const stream = await open(own.streamUrl);
    await until(() => stream.emptyFrames >= 2, 'empty frames');
    const at = service.clock.now();
    await service.conversations.accept(own.conversationId, {
      id: 'elsewhere',
      activity: { type: 'message', text: 'from another instance' },
      at,
    });
    await stream.received(1);
    expect(textsOf(stream.kept)).to.deep.equal(['from another instance']);
  });

  it('lets go of a client that is gone without a word', async () => {
    await service.close();
    await restartWith({ settings: { keepAliveMs: 10 } });
    const stream = await open(own.streamUrl);
    expect(service.hub.size).to.equal(1);
    stream.socket.pause();
    await until(() => service.hub.size === 0, 'the server to notice');
  });

  it('tells clients to come back when the server stops', async () => {
    const stream = await open(own.streamUrl);
    await service.close();
    await until(() => stream.closed !== undefined, 'the socket to close');
    expect(stream.closed?.code).to.equal(1001);
    await service.restart();
  });

  it('cuts a client that sends more than pings', async () => {
    const stream = await open(own.streamUrl);
    stream.socket.send('');
    stream.socket.send('a'.repeat(5000));
    await until(() => stream.closed !== undefined, 'the socket to close');
    expect(stream.closed?.code).to.equal(1009);
  });
});
