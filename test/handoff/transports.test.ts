import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { createFilesTransport } from '../../src/handoff/transports/files.js';
import { createNotifyTransport } from '../../src/handoff/transports/notify.js';
import { createSmtpTransport } from '../../src/handoff/transports/smtp.js';
import { TIMEOUTS } from './a-mail.js';
import { closeMailServers, startMailServer, startScriptedServer } from './mail-server.js';
import { readAsNotify } from './notify-reading.js';
import {
  closeNotifyServers,
  NOTIFY_KEY,
  notifyError,
  startNotifyServer,
  TEMPLATES,
  type NotifyAnswer,
  type NotifyServer,
  type TakenEmail,
} from './notify-server.js';
import { INDISCREET, itKeepsTheContract, wordsOf, type Arrived, type Destination } from './transport-contract.js';

const NOWHERE = { arrived: async () => [], openConnections: () => 0 };

function inMessage({ to, subject = '', text = '', messageId = '', attachments }: ParsedMail): Arrived {
  const addresses: readonly AddressObject[] = to === undefined ? [] : Array.isArray(to) ? to : [to];
  const [attachment] = attachments.map(({ filename = '', content }) => ({
    filename,
    content: content.toString('utf8'),
  }));
  return {
    to: addresses.map((address) => address.text).join(),
    subject,
    words: wordsOf(text),
    identity: messageId,
    ...(attachment ? { attachment } : {}),
  };
}

describe('SMTP, as a transport', () => {
  const by = (port: number, server: Omit<Destination, 'transport'> = NOWHERE): Destination => ({
    ...server,
    transport: createSmtpTransport({ url: `smtp://127.0.0.1:${port}`, timeouts: TIMEOUTS }),
  });
  const open = async (options: SMTPServerOptions = {}): Promise<Destination> => {
    let connections = 0;
    const { port, received } = await startMailServer({
      onConnect: (_session, done) => {
        connections++;
        done();
      },
      onClose: () => void connections--,
      ...options,
    });
    return by(port, {
      arrived: async () => received.map(({ mail }) => inMessage(mail)),
      openConnections: () => connections,
    });
  };
  const refusing = (responseCode: number): SMTPServerOptions => ({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error(`5.1.1 No ${INDISCREET}`), { responseCode })),
  });
  itKeepsTheContract({
    open,
    faults: [
      { where: 'the server refuses it for good', outcome: 'refused', open: () => open(refusing(550)) },
      { where: 'the server refuses it for now', outcome: 'retry', open: () => open(refusing(451)) },
      {
        where: 'nobody listens',
        outcome: 'retry',
        open: async () => {
          const server = await startMailServer();
          await server.close();
          return by(server.port);
        },
      },
      {
        where: 'nobody answers',
        outcome: 'retry',
        open: async () => by((await startScriptedServer(undefined, () => undefined)).port),
      },
    ],
    close: closeMailServers,
  });
});

describe('GOV.UK Notify, as a transport', () => {
  const by = (url: string, server: Omit<Destination, 'transport'> = NOWHERE): Destination => ({
    ...server,
    transport: createNotifyTransport({
      url,
      apiKey: NOTIFY_KEY,
      templates: { dpo: TEMPLATES.dpo.id, resident: TEMPLATES.resident.id },
      deliveryMs: 500,
    }),
  });
  const inEmail = ({ sent, subject, body, file }: TakenEmail): Arrived => ({
    to: sent.email_address,
    subject,
    words: wordsOf(readAsNotify(body).lines.join('\n')),
    identity: sent.reference,
    ...(file ? { attachment: file } : {}),
  });
  const on = ({ url, taken, openConnections }: NotifyServer): Destination =>
    by(url, { arrived: async () => taken.map(inEmail), openConnections });
  const answering = async (answer?: NotifyAnswer): Promise<Destination> => on(await startNotifyServer({ answer }));
  const erring = (status: number, error: string) => () => answering(notifyError(status, error, `No ${INDISCREET}`));
  itKeepsTheContract({
    open: () => answering(),
    faults: [
      { where: 'the address is none', outcome: 'refused', open: erring(400, 'ValidationError') },
      { where: 'Notify is not set up for it', outcome: 'retry', open: erring(400, 'BadRequestError') },
      { where: 'the key is not good', outcome: 'retry', open: erring(403, 'AuthError') },
      { where: 'a limit is reached', outcome: 'retry', open: erring(429, 'RateLimitError') },
      { where: 'Notify has a fault', outcome: 'retry', open: erring(500, 'Exception') },
      { where: 'something else answers', outcome: 'retry', open: () => answering({ status: 200, body: INDISCREET }) },
      {
        where: 'nobody listens',
        outcome: 'retry',
        open: async () => {
          const server = await startNotifyServer();
          await server.close();
          return by(server.url);
        },
      },
      { where: 'nobody answers', outcome: 'retry', open: () => answering('say nothing') },
    ],
    close: closeNotifyServers,
  });
});

describe('Files, as a transport', () => {
  const folders: string[] = [];
  const open = async (): Promise<Destination & { readonly dataDir: string }> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'mail-contract-'));
    folders.push(dataDir);
    const mail = join(dataDir, 'mail');
    const read = async (name: string): Promise<Arrived> =>
      inMessage(await simpleParser(await readFile(join(mail, name))));
    return {
      dataDir,
      transport: createFilesTransport(dataDir),
      arrived: async () => Promise.all((await readdir(mail).catch(() => [])).map(read)),
      openConnections: () => 0,
    };
  };
  itKeepsTheContract({
    open,
    faults: [
      {
        where: 'a file stands in the way of the folder',
        outcome: 'retry',
        open: async () => {
          const destination = await open();
          await writeFile(join(destination.dataDir, 'mail'), '');
          return destination;
        },
      },
    ],
    close: async () => {
      for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
    },
  });
});
