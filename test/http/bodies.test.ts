import { connect } from 'node:net';
import { expect } from 'chai';
import { call, post, startConversation, type Started } from '../support/direct-line-calls.js';
import { SECRET, startHttpService, type HttpService } from '../support/http-service.js';
import { activitiesOf, HELLO, itRefuses, START, type Refusal } from '../support/refusals.js';
import { until } from '../support/until.js';

const CASES: readonly Refusal[] = [
  {
    title: 'a body that is not JSON',
    path: activitiesOf,
    options: ({ token }) => ({ token, body: '{"type":' }),
    expected: [400, 'BadJson'],
  },
  {
    title: 'JSON in JSON in JSON …',
    path: activitiesOf,
    options: ({ token }) => ({ token, body: `{"type":"event","value":${'['.repeat(60_000)}${']'.repeat(60_000)}}` }),
    expected: [400, 'BadJson'],
  },
  {
    title: 'an activity that is a list',
    path: activitiesOf,
    options: ({ token }) => ({ token, body: [HELLO] }),
    expected: [400, 'BadArgument'],
  },
  {
    title: 'an activity without a type',
    path: activitiesOf,
    options: ({ token }) => ({ token, body: { text: 'Hello' } }),
    expected: [400, 'BadArgument'],
  },
  {
    title: 'an activity whose text is a number',
    path: activitiesOf,
    options: ({ token }) => ({ token, body: { type: 'message', text: 42 } }),
    expected: [400, 'BadArgument'],
  },
  {
    title: 'an activity without a body',
    path: activitiesOf,
    options: ({ token }) => ({ token, method: 'POST' }),
    expected: [400, 'BadArgument'],
  },
  {
    title: 'a watermark that is none',
    path: (own) => `${activitiesOf(own)}?watermark=-1`,
    options: ({ token }) => ({ token }),
    expected: [400, 'BadArgument'],
  },
  {
    title: 'a body beyond 256 KB',
    path: activitiesOf,
    options: ({ token }) => ({ token, body: { type: 'message', text: 'a'.repeat(262_145) } }),
    expected: [413, 'BodyTooLarge'],
  },
  {
    title: 'a body of another type',
    path: activitiesOf,
    options: ({ token }) => ({
      token,
      body: 'type=message',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }),
    expected: [415, 'WrongContentType'],
  },
  {
    title: 'a body in another character set',
    path: activitiesOf,
    options: ({ token }) => ({ token, body: HELLO, headers: { 'Content-Type': 'application/json; charset=latin1' } }),
    expected: [415, 'WrongContentType'],
  },
  {
    title: 'a compressed body',
    path: activitiesOf,
    options: ({ token }) => ({ token, body: HELLO, headers: { 'Content-Encoding': 'gzip' } }),
    expected: [415, 'WrongContentType'],
  },
  {
    title: 'an uploaded file',
    path: ({ conversationId }) => `${START}/${conversationId}/upload?userId=dl_a`,
    options: ({ token }) => ({ token, method: 'POST' }),
    expected: [415, 'UploadsNotTaken'],
  },
  {
    title: 'generating a token for a user without dl_',
    path: () => '/v3/directline/tokens/generate',
    options: () => ({ token: SECRET, body: { user: { id: 'joe' } } }),
    expected: [400, 'BadArgument'],
  },
];

/** Sends bytes as they are, and returns all that comes back until the server closes or `enough` has come. */
async function raw(service: HttpService, text: string, enough = '}}'): Promise<string> {
  let answer = '';
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => socket.write(text));
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.on('error', () => undefined);
  await until(() => answer.includes(enough) || socket.destroyed, 'an answer');
  socket.destroy();
  return answer;
}

describe('bodies that cannot be taken', () => {
  let service: HttpService;
  let own: Started;
  let other: Started;

  before(async () => {
    service = await startHttpService();
    own = await startConversation(service);
    other = await startConversation(service);
  });
  after(() => service.close());

  itRefuses(CASES, () => [service, own, other]);

  it('refuses a body beyond 256 KB that does not say how long it is', async () => {
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    const head = `POST ${activitiesOf(own)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${own.token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(await raw(service, head + chunk.repeat(5))).to.match(/^HTTP\/1\.1 413 .*"BodyTooLarge"/s);
  });

  it('stays up when a client goes away half way through its message', async () => {
    const head = `POST ${activitiesOf(own)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${own.token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n`;
    await raw(service, `${head}{"type":`, '100 Continue');
    expect((await post(service, own, 'Are you there?')).status).to.equal(200);
    expect(service.logged()).not.to.contain('activities');
  });
});

describe('requests that are hardly HTTP', () => {
  let service: HttpService;
  before(async () => {
    service = await startHttpService();
  });
  after(() => service.close());

  for (const [title, text, expected] of [
    ['a Host header that is no host', 'GET /healthz HTTP/1.1\r\nHost: [\r\n\r\n', /^HTTP\/1\.1 400 .*"BadRequest"/s],
    ['something that is not HTTP', 'hello there\r\n\r\n', /^HTTP\/1\.1 400 .*"BadRequest"/s],
    [
      'endless headers',
      `GET / HTTP/1.1\r\nHost: a\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431 .*"HeadersTooLarge"/s,
    ],
    [
      'an upgrade to something else',
      'GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
      /^HTTP\/1\.1 400 .*"BadRequest"/s,
    ],
  ] as const) {
    it(`answers ${title} and stays up`, async () => {
      expect(await raw(service, text)).to.match(expected);
      expect((await call(service, '/healthz')).status).to.equal(200);
    });
  }
});
