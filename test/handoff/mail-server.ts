/** A real SMTP server in the test's process, and a scripted one for what a real one would never do. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface MailServer {
  readonly port: number;
  readonly received: {
    readonly mail: ParsedMail;
    readonly raw: string;
    readonly secure: boolean;
    readonly recipients: readonly string[];
  }[];
  /** How many connections have been opened. */
  connections(): number;
  close(): Promise<void>;
}

/** The Data Protection Officer's mailbox in {@link mailingTo}. */
export const DPO = 'dpo@council.example';

/** Environment of a service whose mail goes to it. */
export const mailingTo = ({ port }: Pick<MailServer, 'port'>): Readonly<Record<string, string>> => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  DPO_MAILBOX: DPO,
  MAIL_FROM: 'chat@council.example',
});

const open: MailServer[] = [];

/** Closes every server that was started; for `afterEach`. */
export async function closeMailServers(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()));
}

/** Accepts whatever `options` does not make it refuse. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: MailServer['received'] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key === undefined ? ['STARTTLS', 'AUTH'] : options.onAuth ? [] : ['AUTH'],
    logger: false,
    onConnect: (_session, done) => {
      connections++;
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((mail) => {
          received.push({
            mail,
            raw: raw.toString('utf8'),
            secure: session.secure,
            recipients: session.envelope.rcptTo.map(({ address }) => address),
          });
          done(null, 'OK: queued as 4F2B1');
        }, done);
      });
    },
    ...options,
  });
  // A client that does not trust the certificate hangs up; to the server that is an error of the connection.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  const started: MailServer = {
    port: address.port,
    received,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  open.push(started);
  return started;
}

/** Answers each line that comes in by `reply`; undefined says nothing, 'hang up' ends the connection. */
export async function startScriptedServer(
  greeting: string | undefined,
  reply: (line: string) => string | undefined,
): Promise<MailServer & { readonly lines: string[] }> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (greeting !== undefined) socket.write(`${greeting}\r\n`);
    let rest = '';
    socket.on('data', (chunk) => {
      const parts = (rest + chunk.toString('utf8')).split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        const answer = reply(line);
        if (answer === 'hang up') socket.destroy();
        else if (answer !== undefined && !socket.destroyed) socket.write(`${answer}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const started = {
    port: address.port,
    received: [],
    lines,
    connections: () => connections,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  open.push(started);
  return started;
}
