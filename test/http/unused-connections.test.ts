import { connect } from 'node:net';
import { once } from 'node:events';
import { expect } from 'chai';
import { call } from '../support/direct-line-calls.js';
import { startHttpService } from '../support/http-service.js';

describe('a server that stops', () => {
  it('does not wait for connections that were opened in advance, as browsers do, and never used', async () => {
    const service = await startHttpService();
    await call(service, '/healthz');
    const unused = connect(Number(new URL(service.url).port), '127.0.0.1');
    await once(unused, 'connect');
    // The server has it, too, once it answers another one that came after it.
    await call(service, '/healthz');
    const began = performance.now();
    unused.on('error', () => undefined);
    await Promise.all([once(unused, 'close'), service.close()]);
    expect(performance.now() - began).to.be.below(2_000);
  });
});
