import { expect } from 'chai';
import { call, startConversation, type Started } from '../support/direct-line-calls.js';
import { SECRET, startHttpService, type HttpService } from '../support/http-service.js';
import { activitiesOf, HELLO, itRefuses, START, type Refusal } from '../support/refusals.js';

const BROKEN = 'postgres://user:hunter2@db/assistant is down';

const CASES: readonly Refusal[] = [
  {
    title: 'an address that is not there',
    path: () => '/nowhere',
    options: () => ({}),
    expected: [404, 'UnknownRoute'],
  },
  {
    title: 'a path that cannot be decoded',
    path: () => '/v3/directline/conversations/%E0%A4%A',
    options: () => ({}),
    expected: [404, 'UnknownRoute'],
  },
  {
    title: 'a method that the address does not take',
    path: () => '/healthz',
    options: () => ({ method: 'DELETE' }),
    expected: [405, 'MethodNotAllowed'],
  },
  { title: 'no token', path: activitiesOf, options: () => ({ body: HELLO }), expected: [401, 'TokenMissing'] },
  {
    title: 'another scheme than Bearer',
    path: activitiesOf,
    options: () => ({ body: HELLO, headers: { Authorization: 'Basic YTpi' } }),
    expected: [401, 'TokenMissing'],
  },
  {
    title: 'a token that is not one',
    path: activitiesOf,
    options: () => ({ body: HELLO, token: 'nonsense' }),
    expected: [403, 'TokenInvalid'],
  },
  {
    title: 'a token whose signature was touched',
    path: activitiesOf,
    options: ({ token }) => ({ body: HELLO, token: `${token.slice(0, -6)}AAAAAA` }),
    expected: [403, 'TokenInvalid'],
  },
  {
    title: 'a token without a signature',
    path: activitiesOf,
    options: ({ token }) => ({ body: HELLO, token: unsigned(token) }),
    expected: [403, 'TokenInvalid'],
  },
  {
    title: "a token of a stream's address, used for something else",
    path: activitiesOf,
    options: ({ streamUrl }) => ({ body: HELLO, token: new URL(streamUrl).searchParams.get('t') ?? '' }),
    expected: [403, 'TokenInvalid'],
  },
  {
    title: "posting to another's conversation",
    path: (_own, other) => activitiesOf(other),
    options: ({ token }) => ({ body: HELLO, token }),
    expected: [403, 'NotForToken'],
  },
  {
    title: "reading another's conversation",
    path: (_own, other) => activitiesOf(other),
    options: ({ token }) => ({ token }),
    expected: [403, 'NotForToken'],
  },
  {
    title: "reconnecting to another's conversation",
    path: (_own, other) => `${START}/${other.conversationId}`,
    options: ({ token }) => ({ token }),
    expected: [403, 'NotForToken'],
  },
  {
    title: 'a conversation that does not exist',
    path: () => `${START}/unknown/activities`,
    options: () => ({ token: SECRET }),
    expected: [404, 'UnknownConversation'],
  },
  {
    title: 'reconnecting to a conversation that does not exist',
    path: () => `${START}/unknown`,
    options: () => ({ token: SECRET }),
    expected: [404, 'UnknownConversation'],
  },
  {
    title: 'a stream without WebSocket',
    path: ({ conversationId }) => `${START}/${conversationId}/stream`,
    options: ({ token }) => ({ token }),
    expected: [426, 'UpgradeRequired'],
  },
  {
    title: 'generating a token with a token',
    path: () => '/v3/directline/tokens/generate',
    options: ({ token }) => ({ token, method: 'POST' }),
    expected: [403, 'NotForToken'],
  },
  {
    title: 'refreshing the secret',
    path: () => '/v3/directline/tokens/refresh',
    options: () => ({ token: SECRET, method: 'POST' }),
    expected: [403, 'NotForToken'],
  },
  {
    title: 'a fault of our own',
    path: () => '/api/messages',
    options: () => ({ method: 'POST' }),
    expected: [500, 'Internal'],
  },
];

function unsigned(token: string): string {
  const header = Buffer.from('{"alg":"none"}').toString('base64url');
  return `${header}.${token.split('.')[1] ?? ''}.`;
}

describe('HTTP faults', () => {
  let service: HttpService;
  let own: Started;
  let other: Started;

  before(async () => {
    service = await startHttpService({
      messages: async () => {
        throw new Error(BROKEN);
      },
    });
    own = await startConversation(service);
    other = await startConversation(service);
  });
  after(() => service.close());

  itRefuses(CASES, () => [service, own, other]);

  it('says which methods an address takes', async () => {
    const { headers } = await call(service, '/api/chat/token');
    expect(headers.get('allow')).to.equal('POST');
  });

  it('says how to authenticate', async () => {
    const { headers } = await call(service, START, { method: 'POST' });
    expect(headers.get('www-authenticate')).to.equal('Bearer');
  });

  it('tells of a fault of our own neither to the client nor, beyond its kind and place, to the log', async () => {
    const { body } = await call(service, '/api/messages', { method: 'POST' });
    expect(JSON.stringify(body)).not.to.contain('hunter2');
    expect(service.logged()).to.contain('"event":"http-fault"').and.to.contain('"route":"/api/messages"');
    expect(service.logged()).to.contain('Error at ');
    expect(service.logged()).not.to.contain('hunter2');
  });

  it('logs neither tokens nor conversations of refused requests', () => {
    expect(service.logged()).not.to.contain(own.token);
    expect(service.logged()).not.to.contain(own.conversationId);
  });
});
