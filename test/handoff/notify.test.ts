import { expect } from 'chai';
import sinon from 'sinon';
import { composeCodeMail } from '../../src/handoff/code-mail.js';
import { composeMails } from '../../src/handoff/email.js';
import type { Delivery, Mail } from '../../src/handoff/mail.js';
import { createNotifyTransport, type NotifyOptions } from '../../src/handoff/transports/notify.js';
import { OutboxScene, REFERENCE } from './an-outbox.js';
import { selfSigned } from './certificate.js';
import { closeNotifyServers, NOTIFY_KEY, REPLY_TO_ID, startNotifyServer, TEMPLATES } from './notify-server.js';
import { readAsNotify } from './notify-reading.js';
import { aRequest, CONTEXT } from './requests.js';

const OPTIONS: NotifyOptions = {
  apiKey: NOTIFY_KEY,
  templates: { dpo: TEMPLATES.dpo.id, resident: TEMPLATES.resident.id },
};
const [DPO, ACKNOWLEDGEMENT] = composeMails(aRequest(), CONTEXT).map(({ mail }) => mail) as [Mail, Mail];
const CODE = composeCodeMail({ email: 'zq@example.com', digits: '048213', minutes: 10 }, CONTEXT);

/** Delivers by a transport of its own. */
async function deliverTo({ url }: { readonly url: string }, mail = DPO, options = {}): Promise<Delivery> {
  const transport = createNotifyTransport({ ...OPTIONS, url, ...options });
  try {
    return await transport.deliver(mail);
  } finally {
    await transport.close();
  }
}
const withFile = (bytes: number): Mail => ({
  ...DPO,
  attachments: [{ filename: 'request.json', contentType: 'application/json', content: 'x'.repeat(bytes) }],
});

describe('GOV.UK Notify transport', () => {
  afterEach(closeNotifyServers);
  afterEach(() => sinon.restore());

  describe('what it sends', () => {
    it('is the DPO’s template with the file, which asks for the address and goes after five weeks', async () => {
      const server = await startNotifyServer();
      const delivery = await deliverTo(server, DPO, { replyToId: REPLY_TO_ID });
      expect(delivery.outcome).to.equal('accepted');
      expect(delivery.answer).to.match(/^201 accepted, id [0-9a-f-]{36}$/);
      const { sent } = server.taken[0] ?? {};
      expect(sent).to.include({
        email_address: CONTEXT.dpoMailbox,
        template_id: TEMPLATES.dpo.id,
        reference: 'pr-7k3m-q2x9.dpo',
        email_reply_to_id: REPLY_TO_ID,
      });
      expect(Object.keys(sent?.personalisation ?? {})).to.have.members(['subject', 'body', 'request_file']);
      expect(sent?.personalisation['subject']).to.equal(DPO.subject);
      expect(sent?.personalisation['request_file']).to.deep.equal({
        file: Buffer.from(DPO.attachments[0]?.content ?? '').toString('base64'),
        filename: 'request.json',
        confirm_email_before_download: true,
        retention_period: '5 weeks',
      });
    });

    it('is the other template without a file for all other mail, and no reply-to where none is set', async () => {
      const server = await startNotifyServer();
      for (const mail of [ACKNOWLEDGEMENT, CODE]) await deliverTo(server, mail);
      for (const { sent } of server.taken) {
        expect(sent).to.include({ email_address: 'zq@example.com', template_id: TEMPLATES.resident.id });
        expect(Object.keys(sent.personalisation)).to.have.members(['subject', 'body']);
        expect(sent).not.to.have.property('email_reply_to_id');
      }
      expect(server.taken.map(({ sent }) => sent.reference.replace(/^[0-9a-f-]{36}/, 'random'))).to.deep.equal([
        'pr-7k3m-q2x9.acknowledgement',
        'random.code',
      ]);
    });

    it('tells the DPO where the file is, and how to reach the person', async () => {
      const server = await startNotifyServer();
      await deliverTo(server);
      const { lines } = readAsNotify(server.taken[0]?.body ?? '');
      expect(lines.join('\n')).to.match(/request\.json is behind the link below for 5 weeks/);
      expect(lines)
        .to.include('> zq@example.com')
        .and.to.include('The request as a file: https://documents.service.gov.uk/d/a-file');
      expect(lines.join('\n')).to.contain('A reply does not reach the person');
    });

    it('goes without a file that Notify would not take, and says so', async () => {
      const server = await startNotifyServer();
      for (const bytes of [1_999_999, 2_000_000, 5_000_000])
        expect(await deliverTo(server, withFile(bytes))).to.include({ outcome: 'accepted' });
      expect(server.taken.map(({ file }) => file?.content.length)).to.deep.equal([1_999_999, undefined, undefined]);
      const { lines } = readAsNotify(server.taken[1]?.body ?? '');
      expect(lines.at(-1)).to.equal('The request as a file: left out, see above');
      expect(lines.join('\n')).to.contain('request.json is larger than it takes and was left out');
      expect(lines).to.include('> I want everything about the dampness in my flat');
    });

    it('counts a file in bytes, not in letters', async () => {
      const server = await startNotifyServer();
      const [attachment] = withFile(0).attachments;
      if (!attachment) throw new Error('no attachment');
      await deliverTo(server, { ...DPO, attachments: [{ ...attachment, content: 'é'.repeat(1_000_000) }] });
      expect(server.taken[0]?.file).to.equal(undefined);
    });
  });

  describe('how it connects', () => {
    const certificate = selfSigned();

    it('trusts the server by its certificate, or sends nothing', async () => {
      const server = await startNotifyServer({ certificate });
      const refused = await deliverTo(server);
      expect(refused.outcome).to.equal('retry');
      expect(refused.answer).to.contain('no trusted encrypted connection').and.contain('NODE_EXTRA_CA_CERTS');
      expect([server.requests(), server.taken]).to.deep.equal([0, []]);
      expect(await deliverTo(server, DPO, { ca: certificate.cert })).to.include({ outcome: 'accepted' });
    });

    for (const url of ['http://api.notify.example', 'http://10.0.0.1:6011', 'ftp://127.0.0.1'])
      it(`does not start in the open: ${url}`, () => {
        expect(() => createNotifyTransport({ ...OPTIONS, url })).to.throw('https alone');
      });

    it('goes to Notify’s own address by itself', () => {
      expect(createNotifyTransport(OPTIONS).description).to.equal('GOV.UK Notify (api.notifications.service.gov.uk)');
    });

    it('is not sent elsewhere by the server', async () => {
      const elsewhere = await startNotifyServer();
      const location = `${elsewhere.url}/v2/notifications/email`;
      for (const status of [301, 307, 308]) {
        const server = await startNotifyServer({ answer: { status, headers: { location } } });
        expect(await deliverTo(server)).to.include({ outcome: 'retry' });
        expect(server.requests()).to.equal(1);
      }
      expect(elsewhere.requests()).to.equal(0);
    });

    it('is not sent elsewhere by a proxy of the environment', async () => {
      const proxy = await startNotifyServer();
      const server = await startNotifyServer();
      const env = { ...process.env, HTTP_PROXY: proxy.url, http_proxy: proxy.url, NO_PROXY: '', no_proxy: '' };
      sinon.stub(process, 'env').value(env);
      expect(await deliverTo(server)).to.include({ outcome: 'accepted' });
      expect(proxy.requests()).to.equal(0);
    });

    for (const answer of ['say nothing', 'never finish'] as const)
      it(`waits for a server no longer than a delivery may take: ${answer}`, async () => {
        const server = await startNotifyServer({ answer });
        expect(await deliverTo(server, DPO, { deliveryMs: 150 })).to.deep.equal({
          outcome: 'retry',
          answer: 'no answer in time; check the connection to GOV.UK Notify',
        });
        expect(server.requests()).to.equal(1);
      });

    it('ends what is under way when it is closed', async () => {
      const server = await startNotifyServer({ answer: 'say nothing' });
      const transport = createNotifyTransport({ ...OPTIONS, url: server.url });
      const delivery = transport.deliver(DPO);
      while (server.requests() === 0) await new Promise(setImmediate);
      await transport.close();
      expect(await delivery).to.include({ outcome: 'retry' });
    });

    it('tries once, and leaves the rest to the outbox', async () => {
      for (const answer of ['hang up', { status: 500 }, { status: 429 }] as const) {
        const server = await startNotifyServer({ answer });
        expect(await deliverTo(server)).to.include({ outcome: 'retry' });
        expect(server.requests()).to.equal(1);
      }
    });
  });

  it('has to be given templates that ask for nothing else, and says so', async () => {
    const server = await startNotifyServer();
    const { dpo, resident } = OPTIONS.templates;
    const swapped = await deliverTo(server, ACKNOWLEDGEMENT, { templates: { dpo: resident, resident: dpo } });
    expect(swapped.outcome).to.equal('retry');
    expect(swapped.answer).to.contain('for the Data Protection Officer alone, ((request_file))');
    const unknown = await deliverTo(server, DPO, { templates: { dpo: REPLY_TO_ID, resident } });
    expect(unknown.outcome).to.equal('retry');
    expect(unknown.answer).to.contain('check NOTIFY_TEMPLATE_DPO');
    expect(server.taken).to.deep.equal([]);
  });

  it('goes out of the outbox once an operator has put right what was wrong', async () => {
    const scene = await OutboxScene.open();
    try {
      const server = await startNotifyServer();
      const options = { ...OPTIONS, url: server.url };
      const wrongKey = NOTIFY_KEY.replace(/..$/, '00');
      await scene.queue();
      await scene.worker({ transport: createNotifyTransport({ ...options, apiKey: wrongKey }) }).drain();
      expect(scene.logged).to.have.length(1);
      expect(scene.logged[0]?.event).to.equal('mail-waits');
      expect(scene.logged[0]?.fields).to.include({ code: '403' });
      scene.later(60_000);
      await scene.worker({ transport: createNotifyTransport(options) }).drain();
      expect(scene.events()).to.deep.equal(['mail-waits', 'mail-accepted']);
      expect(server.taken.map(({ sent }) => sent.reference)).to.deep.equal([`${REFERENCE.toLowerCase()}.dpo`]);
    } finally {
      await scene.close();
    }
  });
});
