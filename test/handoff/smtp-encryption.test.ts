import { expect } from 'chai';
import { deliverTo } from './a-mail.js';
import { selfSigned } from './certificate.js';
import { closeMailServers, startMailServer, startScriptedServer } from './mail-server.js';

const certificate = selfSigned();

describe('SMTP transport, encrypted', () => {
  afterEach(closeMailServers);

  it('upgrades by STARTTLS, signs in and sends over it', async () => {
    const logins: string[] = [];
    const server = await startMailServer({
      ...certificate,
      onAuth: ({ username, password }, _session, done) => {
        logins.push(`${username}:${password}`);
        done(null, { user: username });
      },
    });
    const url = `smtp://us%40er:p%3Ass@localhost:${server.port}`;
    expect(await deliverTo(server, { url, requireTls: true, ca: certificate.cert })).to.include({
      outcome: 'accepted',
    });
    expect(logins).to.deep.equal(['us@er:p:ss']);
    expect(server.received.map(({ secure }) => secure)).to.deep.equal([true]);
  });

  it('speaks TLS from the start with smtps', async () => {
    const server = await startMailServer({ ...certificate, secure: true });
    const url = `smtps://localhost:${server.port}`;
    expect(await deliverTo(server, { url, requireTls: true, ca: certificate.cert })).to.include({
      outcome: 'accepted',
    });
    expect(server.received.map(({ secure }) => secure)).to.deep.equal([true]);
  });

  for (const [title, options, ca] of [
    ['a certificate nobody trusts', certificate, undefined],
    ['a certificate for another name', selfSigned(['elsewhere.example']), 'its own'],
    ['TLS from the start and no trust', { ...certificate, secure: true }, undefined],
  ] as const) {
    it(`waits and sends nothing where the server has ${title}`, async () => {
      const server = await startMailServer(options);
      const url = `smtp${'secure' in options ? 's' : ''}://localhost:${server.port}`;
      const delivery = await deliverTo(server, { url, requireTls: true, ca: ca && options.cert });
      expect(delivery.outcome).to.equal('retry');
      expect(delivery.answer).to.contain('no trusted encrypted connection').and.contain('NODE_EXTRA_CA_CERTS');
      expect(server.received).to.deep.equal([]);
    });
  }

  it('says nothing in clear, not even a password, where the server does not offer TLS', async () => {
    const server = await startScriptedServer('220 hello', (line) =>
      line.startsWith('EHLO') ? '250-hello\r\n250 AUTH PLAIN LOGIN' : '502 no',
    );
    const delivery = await deliverTo(server, { url: `smtp://user:secret@127.0.0.1:${server.port}`, requireTls: true });
    expect(delivery.outcome).to.equal('retry');
    expect(server.lines.map((line) => line.split(' ')[0])).to.deep.equal(['EHLO', 'STARTTLS']);
  });
});
