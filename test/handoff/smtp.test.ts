import { expect } from 'chai';
import { createSmtpTransport, isLoopback } from '../../src/handoff/transports/smtp.js';
import { outcomeOf, shortened } from '../../src/handoff/transports/smtp-answer.js';
import { deliverTo, MAIL, TIMEOUTS } from './a-mail.js';
import { selfSigned } from './certificate.js';
import { closeMailServers, startMailServer, startScriptedServer } from './mail-server.js';

const certificate = selfSigned();
const smtpError = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

describe('SMTP transport', () => {
  afterEach(closeMailServers);

  it('delivers every part of a mail as it stands', async () => {
    const server = await startMailServer();
    expect(await deliverTo(server)).to.deep.equal({ outcome: 'accepted', answer: '250 OK: queued as 4F2B1' });
    const [message] = server.received;
    expect(message?.recipients).to.deep.equal(['dpo@example.gov.uk']);
    expect(message?.mail).to.include({ subject: MAIL.subject, messageId: MAIL.messageId });
    expect(message?.mail.text).to.contain('Café words\n.\nafter a lone dot');
    expect(message?.mail.html).to.contain('<p>Café words</p>');
    expect(message?.mail.replyTo?.text).to.equal('zq@example.com');
    expect(message?.mail.from?.value).to.deep.equal([{ name: 'Privacy assistant', address: 'privacy@example.gov.uk' }]);
    expect(message?.mail.headers.get('x-privacy-request')).to.equal('PR-7K3M-Q2X9');
    expect(
      message?.mail.attachments.map(({ filename, content }) => [filename, content.toString('utf8')]),
    ).to.deep.equal([['request.json', '{\n  "a": "é"\n}\n']]);
  });

  it('uses one connection for several mails', async () => {
    const server = await startMailServer();
    const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${server.port}`, timeouts: TIMEOUTS });
    for (let i = 0; i < 3; i++) expect(await transport.deliver(MAIL)).to.include({ outcome: 'accepted' });
    await transport.close();
    expect([server.received.length, server.connections()]).to.deep.equal([3, 1]);
  });

  describe('what a server refuses', () => {
    const cases = [
      {
        at: 'the sender',
        options: { onMailFrom: (_a, _s, done) => done(smtpError(550, '5.7.1 Sender denied')) },
        outcome: 'refused',
        answer: '550 5.7.1 Sender denied',
      },
      {
        at: 'the recipient',
        options: {
          onRcptTo: ({ address }, _s, done) =>
            done(smtpError(550, `5.1.1 <${address}>: Recipient address rejected: User unknown ${address}`)),
        },
        outcome: 'refused',
        answer: '550 5.1.1: Recipient address rejected: User unknown',
      },
      {
        at: 'the message',
        options: {
          onData: (stream, _s, done) =>
            stream.on('end', () => done(smtpError(554, '5.7.1 Spam: "Café words" from zq@example.com'))).resume(),
        },
        outcome: 'refused',
        answer: '554 5.7.1 Spam: from',
      },
      {
        at: 'the recipient, for now',
        options: { onRcptTo: (_a, _s, done) => done(smtpError(451, '4.7.1 Greylisted')) },
        outcome: 'retry',
        answer: '451 4.7.1 Greylisted',
      },
      {
        at: 'the message, for now',
        options: {
          onData: (stream, _s, done) => stream.on('end', () => done(smtpError(452, '4.3.1 Disk full'))).resume(),
        },
        outcome: 'retry',
        answer: '452 4.3.1 Disk full',
      },
      {
        at: 'a sender who has not signed in',
        options: { onMailFrom: (_a, _s, done) => done(smtpError(530, '5.7.0 Authentication required')) },
        outcome: 'retry',
        answer: '530 5.7.0 Authentication required',
      },
    ] satisfies { at: string; options: Parameters<typeof startMailServer>[0]; outcome: string; answer: string }[];
    for (const { at, options, outcome, answer } of cases) {
      it(`is ${outcome === 'refused' ? 'final' : 'tried again'}: ${at}`, async () => {
        const server = await startMailServer(options);
        expect(await deliverTo(server)).to.deep.equal({ outcome, answer });
        expect(server.received).to.deep.equal([]);
      });
    }

    it('is tried again where it is the password', async () => {
      const server = await startMailServer({
        ...certificate,
        onAuth: (_auth, _session, done) => done(smtpError(535, '5.7.8 Bad credentials of user@example.com')),
      });
      const delivery = await deliverTo(server, {
        url: `smtp://user:wrong@localhost:${server.port}`,
        requireTls: true,
        ca: certificate.cert,
      });
      expect(delivery).to.deep.equal({
        outcome: 'retry',
        answer: 'sign-in failed; check the user and password in SMTP_URL: 535 5.7.8 Bad credentials of',
      });
    });

    it('is tried again where it is the whole connection', async () => {
      const server = await startScriptedServer('554 5.7.1 Your address is on a list', () => undefined);
      expect(await deliverTo(server)).to.include({ outcome: 'retry' });
    });
  });

  describe('a server that does not answer', () => {
    it('is waited for no longer than the greeting may take', async () => {
      const server = await startScriptedServer(undefined, () => undefined);
      const delivery = await deliverTo(server);
      expect(delivery).to.deep.equal({
        outcome: 'retry',
        answer: 'no answer in time (GREETING_TIMEOUT); check that the mail server is up',
      });
    });

    it('is given up on when one mail takes too long', async () => {
      const server = await startScriptedServer('220 hello', () => undefined);
      const delivery = await deliverTo(server, { timeouts: { ...TIMEOUTS, delivery: 150, socket: 60_000 } });
      expect(delivery).to.deep.equal({
        outcome: 'retry',
        answer: 'no answer in time (DELIVERY_TIMEOUT); check that the mail server is up',
      });
    });

    it('is tried again later where nobody listens', async () => {
      const server = await startMailServer();
      await server.close();
      const delivery = await deliverTo(server);
      expect(delivery).to.include({ outcome: 'retry' });
      expect(delivery.answer).to.contain('ECONNREFUSED').and.contain('SMTP_URL');
    });

    it('may have taken the mail when it hangs up during the message, so the mail goes back to the outbox after one attempt', async () => {
      const script = (line: string) =>
        /^(?:EHLO|MAIL|RCPT)/.test(line)
          ? '250 ok'
          : line === 'DATA'
            ? '354 go on'
            : line.startsWith('Subject:')
              ? 'hang up'
              : undefined;
      const server = await startScriptedServer('220 hello', script);
      expect(await deliverTo(server)).to.include({ outcome: 'retry' });
      expect(server.lines.filter((line) => line === 'DATA')).to.have.length(1);
    });
  });

  it('keeps of an answer a line without addresses, links, quotes and hidden characters', () => {
    expect(shortened('250-first\n250 2.0.0 Ok: queued as 4F2B1\r\n')).to.equal('250 2.0.0 Ok: queued as 4F2B1');
    expect(shortened('550 no "secret words" <a@b.c> (see https://x.example/?u=a%40b.c) a@b.c \u202eevil')).to.equal(
      '550 no evil',
    );
    expect(shortened(`550 ${'x'.repeat(100_000)}`)).to.have.length(160);
  });

  it('takes a mail that cannot be addressed for one that no attempt will deliver', () => {
    const error = Object.assign(new Error('No recipients defined'), { code: 'EENVELOPE' });
    expect(outcomeOf(error)).to.deep.equal({ outcome: 'refused', answer: 'not sent: No recipients defined' });
  });

  for (const [url, complaint] of [
    ['http://mail.example', 'cannot be read'],
    ['smtp://user:100%@mail.example', 'cannot be read'],
    ['smtp://mail.example/?ignoreTLS=true', 'Encryption cannot be switched off'],
  ] as const) {
    it(`does not start with ${url}`, () => {
      expect(() => createSmtpTransport({ url })).to.throw(complaint);
    });
  }

  it('takes only this machine itself for one that needs no encryption', () => {
    const hosts = [
      'localhost',
      '127.0.0.1',
      '127.9.9.9',
      '::1',
      'mail.example',
      'localhost.example',
      '127.example',
      '10.0.0.1',
      '0.0.0.0',
    ];
    expect(hosts.filter(isLoopback)).to.deep.equal(['localhost', '127.0.0.1', '127.9.9.9', '::1']);
  });
});
