import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { call, post, startConversation } from '../support/direct-line-calls.js';
import { startHttpService, type HttpService, type ServiceOptions } from '../support/http-service.js';

const PAGE = '<!DOCTYPE html><title>Council</title>';
const status = async (service: HttpService, path: string): Promise<number> => (await call(service, path)).status;

describe('pages and files', () => {
  let folder: string;
  let service: HttpService;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'widget-'));
    await mkdir(join(folder, 'built', 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.js'), 'secret');
    await writeFile(join(folder, 'built', 'widget.js'), 'first();');
    await writeFile(join(folder, 'built', '.hidden.js'), 'secret');
    await writeFile(join(folder, 'built', 'assets', 'panel-7QK2XM5A.css'), 'p {}');
    await writeFile(join(folder, 'built', 'assets', 'notes.txt'), 'secret');
  });
  after(() => rm(folder, { recursive: true }));
  afterEach(() => service.close());

  const start = async (options: ServiceOptions = {}): Promise<void> => {
    service = await startHttpService({
      widgetFolder: join(folder, 'built'),
      page: () => PAGE,
      devMail: async (asJson) => (asJson ? { mails: [] } : '<h1>Mail</h1>'),
      ...options,
    });
  };

  it('serve the page with a policy under which only our own scripts run', async () => {
    await start({ settings: { publicUrl: 'https://privacy.example.gov.uk' } });
    const { headers, body } = await call(service, '/');
    expect(body['text']).to.equal(PAGE);
    expect(headers.get('content-type')).to.equal('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).to.contain("script-src 'self';").and.contain("frame-ancestors 'none'");
    expect(policy).to.contain("connect-src 'self' https://privacy.example.gov.uk wss://privacy.example.gov.uk;");
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
    expect(headers.get('x-frame-options')).to.equal('DENY');
  });

  it('serve the widget to other websites, and again only when it has changed', async () => {
    await start();
    const first = await call(service, '/widget.js');
    expect([first.status, first.body['text']]).to.deep.equal([200, 'first();']);
    expect(first.headers.get('content-type')).to.equal('text/javascript; charset=utf-8');
    expect(first.headers.get('cache-control')).to.equal('public, max-age=300');
    expect(first.headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
    const headers = { 'If-None-Match': `"other", W/${first.headers.get('etag') ?? ''}` };
    const unchanged = await call(service, '/widget.js', { headers });
    expect([unchanged.status, unchanged.body['text']]).to.deep.equal([304, '']);
    await writeFile(join(folder, 'built', 'widget.js'), 'second();');
    await utimes(join(folder, 'built', 'widget.js'), new Date(), new Date(Date.UTC(2030, 0, 1)));
    const changed = await call(service, '/widget.js', { headers });
    expect([changed.status, changed.body['text']]).to.deep.equal([200, 'second();']);
  });

  it('let a file whose name changes with its content be kept for good', async () => {
    await start();
    const { headers } = await call(service, '/assets/panel-7QK2XM5A.css');
    expect(headers.get('cache-control')).to.equal('public, max-age=31536000, immutable');
  });

  for (const path of [
    '/assets/none.js',
    '/assets/notes.txt',
    '/assets/..%2f..%2fsecret.js',
    '/assets/..%2f.hidden.js',
    '/assets/',
    '/assets/%00.js',
  ]) {
    it(`do not serve ${path}`, async () => {
      await start();
      expect(await status(service, path)).to.equal(404);
    });
  }

  it('show the mail in development, as a page or as JSON', async () => {
    await start();
    expect((await call(service, '/dev/mail')).body['text']).to.equal('<h1>Mail</h1>');
    expect((await call(service, '/dev/mail', { headers: { Accept: 'application/json' } })).body).to.deep.equal({
      mails: [],
    });
  });

  it('show no mail outside of development', async () => {
    await start({ settings: { development: false } });
    expect(await status(service, '/dev/mail')).to.equal(404);
  });

  it('are not there where the app gave none', async () => {
    await start({ widgetFolder: undefined, page: undefined, devMail: undefined });
    expect(await Promise.all(['/', '/widget.js', '/dev/mail'].map((path) => status(service, path)))).to.deep.equal([
      404, 404, 404,
    ]);
  });

  it('answer HEAD like GET, without the body', async () => {
    await start();
    const { status: answered, headers, body } = await call(service, '/widget.js', { method: 'HEAD' });
    expect([answered, headers.has('etag'), body['text']]).to.deep.equal([200, true, '']);
  });
});

describe('what operators look at', () => {
  let service: HttpService;
  afterEach(() => service.close());

  it('says that the process is alive', async () => {
    service = await startHttpService();
    expect((await call(service, '/healthz')).body).to.deep.equal({ status: 'alive' });
  });

  for (const [title, ready, expected, answer] of [
    ['ready', async () => ({ database: { ok: true }, mail: { ok: true } }), 200, 'ready'],
    [
      'not ready where one part is not',
      async () => ({ database: { ok: true }, mail: { ok: false, detail: '12 mails wait' } }),
      503,
      'not ready',
    ],
    ['not ready where the checks fail', () => Promise.reject(new Error('hunter2')), 503, 'not ready'],
  ] as const) {
    it(`says that the service is ${title}`, async () => {
      service = await startHttpService({ ready });
      const { status: answered, body } = await call(service, '/readyz');
      expect([answered, body['status']]).to.deep.equal([expected, answer]);
      expect(JSON.stringify(body)).not.to.contain('hunter2');
      expect(Object.keys(body['checks'] as object)).to.not.be.empty;
    });
  }

  it('counts requests by route and status, naming no conversation', async () => {
    service = await startHttpService();
    const own = await startConversation(service);
    await post(service, own, 'Hello');
    await call(service, '/nowhere');
    const { headers, body } = await call(service, '/metrics');
    const text = String(body['text']);
    expect(headers.get('content-type')).to.contain('text/plain');
    const route = '/v3/directline/conversations/:conversationId/activities';
    expect(text).to.contain(`assistant_http_requests_total{route="${route}",method="POST",status="200"} 1`);
    expect(text).to.contain('assistant_http_requests_total{route="none",method="GET",status="404"} 1');
    expect(text).to.contain('assistant_turn_duration_seconds_count 1');
    expect(text).not.to.contain(own.conversationId);
  });
});
