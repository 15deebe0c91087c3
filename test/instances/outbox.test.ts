import { expect } from 'chai';
import { newReference } from '../../src/requests/reference.js';
import { closeMailServers, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { hasPostgres } from '../support/databases.js';
import { startTwo, type TwoApps } from './two-apps.js';

const REQUESTS = 60;

(hasPostgres ? describe : describe.skip)('the outbox of two instances', function () {
  this.timeout(30_000);
  let server: MailServer;
  let apps: TwoApps;
  beforeEach(async () => {
    server = await startMailServer();
    apps = await startTwo({ SMTP_URL: `smtp://127.0.0.1:${server.port}`, LOG_LEVEL: 'info' });
  });
  afterEach(async () => {
    await apps.end();
    await closeMailServers();
  });

  const accepted = (logged: string): number => logged.split('"event":"mail-accepted"').length - 1;

  it('is emptied by both, and each mail goes out once', async () => {
    const references = Array.from({ length: REQUESTS }, () => newReference());
    const requester = { fullName: 'Zebedee Quillfeather', post: 'Barnet', emailConfirmed: false };
    for (const reference of references)
      await queueRequest(apps.one.stores, aRequest({ reference, requester }), apps.clock.now());
    await Promise.all([apps.one.deliverMail(), apps.other.deliverMail()]);
    const arrived = server.received.map(({ mail }) => mail.headers.get('x-privacy-request'));
    expect(arrived.sort()).to.deep.equal(references.sort());
    expect(accepted(apps.one.logged()) + accepted(apps.other.logged())).to.equal(REQUESTS);
    expect(accepted(apps.one.logged())).to.be.within(1, REQUESTS - 1);
  });

  it('goes on with what the other had claimed when it died, once the lease is over', async () => {
    const requester = { fullName: 'Zebedee Quillfeather', post: 'Barnet', emailConfirmed: false };
    await queueRequest(apps.one.stores, aRequest({ requester }), apps.clock.now());
    const now = apps.clock.now();
    await apps.one.stores.outbox.claim(now, new Date(now.getTime() + 300_000), 10);
    await apps.other.deliverMail();
    expect(server.received).to.have.length(0);
    apps.clock.advance(300);
    await apps.other.deliverMail();
    expect(server.received).to.have.length(1);
  });
});
