import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createApp, type App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { ROOT } from '../support/app.js';
import { closeNotifyServers, NOTIFY_KEY, REPLY_TO_ID, startNotifyServer, TEMPLATES } from './notify-server.js';
import { queueRequest } from './queue.js';
import { aRequest, CONTEXT } from './requests.js';

describe('The service with a key of GOV.UK Notify', () => {
  const now = new Date('2026-11-23T22:35:00.000Z');
  let dataDir: string;
  let app: App;
  afterEach(async () => {
    await app.close();
    await closeNotifyServers();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('sends a request and its acknowledgement by Notify, and writes no mail to files', async () => {
    const server = await startNotifyServer();
    dataDir = await mkdtemp(join(tmpdir(), 'notify-app-'));
    const config = readConfig({
      NODE_ENV: 'production',
      PORT: '0',
      DATA_DIR: dataDir,
      PUBLIC_URL: 'https://privacy.example.gov.uk',
      ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 3).toString('base64')}`,
      DIRECT_LINE_SECRET: 'thirty-two characters at the very least',
      AZURE_BOT_SERVICE: 'off',
      LOG_LEVEL: 'silent',
      NOTIFY_API_KEY: NOTIFY_KEY,
      NOTIFY_TEMPLATE_DPO: TEMPLATES.dpo.id,
      NOTIFY_TEMPLATE_RESIDENT: TEMPLATES.resident.id,
      NOTIFY_REPLY_TO_ID: REPLY_TO_ID,
    });
    app = await createApp({ config, root: ROOT, now: () => now, notifyUrl: server.url });
    expect(app.mail).to.equal(`GOV.UK Notify (${new URL(server.url).host})`);
    await queueRequest(app.stores, aRequest(), now);
    await app.deliverMail();
    expect(
      server.taken.map(({ sent }) => [sent.email_address, sent.template_id, sent.email_reply_to_id]),
    ).to.have.deep.members([
      [CONTEXT.dpoMailbox, TEMPLATES.dpo.id, REPLY_TO_ID],
      ['zq@example.com', TEMPLATES.resident.id, REPLY_TO_ID],
    ]);
    expect(await readdir(dataDir)).not.to.include('mail');
  });
});
