import { expect } from 'chai';
import { createOriginCheck } from '../../src/http/origins.js';
import { call } from '../support/direct-line-calls.js';
import { startHttpService, type HttpService } from '../support/http-service.js';

const COUNCIL = 'https://www.example.gov.uk';

describe('the check of origins', () => {
  const options = {
    allowedOrigins: [`${COUNCIL}/`, 'https://Forms.Example.gov.uk:443'],
    publicUrl: 'https://privacy.example.gov.uk/chat',
  };
  const inProduction = createOriginCheck({ ...options, development: false });
  const inDevelopment = createOriginCheck({ ...options, development: true });

  for (const [origin, production, development] of [
    [COUNCIL, true, true],
    ['https://forms.example.gov.uk', true, true],
    ['https://privacy.example.gov.uk', true, true],
    ['http://localhost:8080', false, true],
    ['http://127.0.0.1', false, true],
    ['http://localhost.attacker.example', false, false],
    ['http://127.0.0.1.attacker.example:80', false, false],
    ['http://www.example.gov.uk', false, false],
    ['https://www.example.gov.uk:8443', false, false],
    ['https://www.example.gov.uk.attacker.example', false, false],
    ['https://attacker.example', false, false],
    ['null', false, false],
    ['', false, false],
  ] as const) {
    it(`${production ? 'lets' : 'does not let'} "${origin}" in, and in development ${development ? 'does' : 'does not'}`, () => {
      expect([inProduction(origin), inDevelopment(origin)]).to.deep.equal([production, development]);
    });
  }

  it('works without an address of its own', () => {
    expect(createOriginCheck({ allowedOrigins: [], development: false })(COUNCIL)).to.equal(false);
  });
});

describe('cross-origin requests', () => {
  let service: HttpService;
  before(async () => {
    service = await startHttpService({ settings: { development: false } });
  });
  after(() => service.close());

  const preflight = (Origin: string): ReturnType<typeof call> =>
    call(service, '/v3/directline/conversations', {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
      },
    });

  it('of an allowed page are announced and answered', async () => {
    const { status, headers } = await preflight(COUNCIL);
    expect(status).to.equal(204);
    expect(headers.get('access-control-allow-origin')).to.equal(COUNCIL);
    expect(headers.get('access-control-allow-methods')).to.contain('POST');
    const allowed = headers.get('access-control-allow-headers')?.toLowerCase().split(', ');
    expect(allowed).to.include.members(['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']);
    const answer = await call(service, '/api/chat/token', { method: 'POST', headers: { Origin: COUNCIL } });
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('access-control-allow-origin')).to.equal(COUNCIL);
    expect(answer.headers.get('access-control-expose-headers')).to.equal('Retry-After');
  });

  it('of another page are refused beforehand', async () => {
    const { status, headers, body } = await preflight('https://attacker.example');
    expect([status, body['error']]).to.have.nested.property('[1].code', 'OriginNotAllowed');
    expect(status).to.equal(403);
    expect(headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('of another page get no token', async () => {
    for (const Origin of ['https://attacker.example', 'null', 'http://localhost:3978']) {
      const { status, headers } = await call(service, '/api/chat/token', { method: 'POST', headers: { Origin } });
      expect([status, headers.get('access-control-allow-origin')], Origin).to.deep.equal([403, null]);
    }
  });

  it('show faults to an allowed page as well', async () => {
    const options = { method: 'POST', headers: { Origin: COUNCIL } };
    const { status, headers } = await call(service, '/v3/directline/conversations', options);
    expect([status, headers.get('access-control-allow-origin')]).to.deep.equal([401, COUNCIL]);
  });

  it('are told apart by caches', async () => {
    expect((await call(service, '/healthz')).headers.get('vary')).to.equal('Origin');
  });
});
