import { expect } from 'chai';
import { call, openStream, post, startConversation, type Started } from '../support/direct-line-calls.js';
import { startHttpService, type HttpService } from '../support/http-service.js';
import { activitiesOf, HELLO, itRefuses, START } from '../support/refusals.js';

const addressOf = ({ conversationId }: Started): string => `${START}/${conversationId}`;

describe('deleting a conversation', () => {
  let service: HttpService;
  let own: Started;
  let other: Started;
  beforeEach(async () => {
    service = await startHttpService();
    own = await startConversation(service);
    other = await startConversation(service);
    await post(service, own, 'Hello');
  });
  afterEach(() => service.close());

  it('leaves nothing of it, and does not touch any other', async () => {
    await post(service, other, 'Hello');
    const { status, body } = await call(service, addressOf(own), { method: 'DELETE', token: own.token });
    expect([status, body['text']]).to.deep.equal([204, '']);
    expect(await service.conversations.find(own.conversationId)).to.equal(undefined);
    expect(await service.conversations.activitiesAfter(own.conversationId, 0)).to.deep.equal([]);
    expect(await service.conversations.activitiesAfter(other.conversationId, 0)).to.have.length(2);
  });

  it('ends it for every client: it is unknown, and nothing can be said in it', async () => {
    const stream = await openStream(own.streamUrl);
    await stream.received(2);
    await call(service, addressOf(own), { method: 'DELETE', token: own.token });
    for (const [path, body] of [
      [addressOf(own), undefined],
      [activitiesOf(own), undefined],
      [activitiesOf(own), HELLO],
    ] as const) {
      const answer = await call(service, path, { token: own.token, body });
      expect(answer.status).to.equal(404);
    }
    const again = await call(service, addressOf(own), { method: 'DELETE', token: own.token });
    expect(again.status).to.equal(404);
    stream.socket.close();
  });

  it('is allowed to pages of websites that embed the widget', async () => {
    const headers = {
      Origin: 'https://www.example.gov.uk',
      'Access-Control-Request-Method': 'DELETE',
      'Access-Control-Request-Headers': 'authorization',
    };
    const preflight = await call(service, addressOf(own), { method: 'OPTIONS', headers });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get('access-control-allow-methods')).to.contain('DELETE');
  });

  itRefuses(
    [
      { title: 'no token', path: addressOf, options: () => ({ method: 'DELETE' }), expected: [401, 'TokenMissing'] },
      {
        title: 'a token of another conversation',
        path: (_own, theirs) => addressOf(theirs),
        options: ({ token }) => ({ method: 'DELETE', token }),
        expected: [403, 'NotForToken'],
      },
      {
        title: 'a token that was made up',
        path: addressOf,
        options: ({ token }) => ({ method: 'DELETE', token: `${token}x` }),
        expected: [403, 'TokenInvalid'],
      },
    ],
    () => [service, own, other],
  );
});
