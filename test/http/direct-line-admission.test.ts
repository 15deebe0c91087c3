import { expect } from 'chai';
import { openStream, startConversation, type Started, type Stream } from '../support/direct-line-calls.js';
import { startHttpService, type HttpService } from '../support/http-service.js';

describe('opening a stream', () => {
  let service: HttpService;
  let own: Started;
  let streams: Stream[];

  const open = async (url: string, headers?: Record<string, string>): Promise<Stream> => {
    const stream = await openStream(url, headers);
    streams.push(stream);
    return stream;
  };
  const refusal = (url: string, headers?: Record<string, string>): Promise<string> =>
    open(url, headers).then(
      () => 'opened',
      (error: unknown) => (error instanceof Error ? error.message : 'refused'),
    );
  const bare = (): string => own.streamUrl.replace(/\?.*/, '');

  beforeEach(async () => {
    streams = [];
    service = await startHttpService();
    own = await startConversation(service);
  });
  afterEach(async () => {
    for (const { socket } of streams) socket.terminate();
    await service.close();
  });

  it("takes the conversation's own token, in the address or as a header", async () => {
    await open(`${bare()}?t=${own.token}`);
    await open(bare(), { Authorization: `Bearer ${own.token}` });
  });

  it('takes the token of an address for two minutes', async () => {
    service.clock.advance(119);
    await open(own.streamUrl);
    service.clock.advance(1);
    expect(await refusal(own.streamUrl)).to.equal('refused with 403');
  });

  it('refuses what must not open it', async () => {
    const other = await startConversation(service);
    const websites = { Origin: 'https://attacker.example' };
    const refusals = {
      'no token': await refusal(bare()),
      'a wrong token': await refusal(`${bare()}?t=nonsense`),
      "another conversation's": await refusal(`${bare()}?t=${other.token}`),
      'a bad watermark': await refusal(`${own.streamUrl}&watermark=x`),
      'another website': await refusal(own.streamUrl, websites),
      'another address': await refusal(own.streamUrl.replace('/stream', '/steam')),
    };
    expect(refusals).to.deep.equal({
      'no token': 'refused with 401',
      'a wrong token': 'refused with 403',
      "another conversation's": 'refused with 403',
      'a bad watermark': 'refused with 400',
      'another website': 'refused with 403',
      'another address': 'refused with 404',
    });
  });

  it('is refused for a conversation that was deleted', async () => {
    await service.conversations.delete(own.conversationId);
    expect(await refusal(own.streamUrl)).to.equal('refused with 404');
  });

  it('opens for the page of an allowed website, and is counted', async () => {
    await open(own.streamUrl, { Origin: 'https://www.example.gov.uk' });
    expect(await service.metrics.registry.metrics()).to.contain('assistant_sockets_open 1');
  });
});
