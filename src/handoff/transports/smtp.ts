/** Mail by SMTP, encrypted on the way. */
import { isIP } from 'node:net';
import { createTransport, type NodemailerError } from 'nodemailer';
import { z } from 'zod';
import type { Delivery, Mail, Receiver, Transport } from '../mail.js';
import { messageOf } from './message.js';
import { outcomeOf, shortened } from './smtp-answer.js';

/** All in milliseconds. */
export interface SmtpTimeouts {
  /** From looking the host up to an open, encrypted connection. */
  readonly connection: number;
  /** Until the server says hello. */
  readonly greeting: number;
  /** Of silence. */
  readonly socket: number;
  /** For one mail from beginning to end, however slowly a server answers. Must be less than the outbox's lease. */
  readonly delivery: number;
}

const TIMEOUTS: SmtpTimeouts = { connection: 15_000, greeting: 15_000, socket: 60_000, delivery: 120_000 };
const RECEIVER: Receiver = {
  name: 'the mail server',
  remedy: 'the address in DPO_MAILBOX, the sender in MAIL_FROM, the server in SMTP_URL',
};
/** What the server said when it took the mail. */
const sentSchema = z.object({ response: z.string() });

const MOST_CONNECTIONS = 3;
/** Idle connections are closed soon: mail is rare, and an open one keeps the process from ending. */
const IDLE_MS = 10_000;

export interface SmtpOptions {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. */
  readonly url: string;
  /**
   * Refuse to send unless the connection is encrypted and the server's certificate is trusted. By default so for every
   * server but one on this machine itself, whose traffic no network sees.
   */
  readonly requireTls?: boolean;
  /** A certificate authority to trust besides, PEM. For tests; operators set NODE_EXTRA_CA_CERTS. */
  readonly ca?: string;
  readonly timeouts?: Partial<SmtpTimeouts>;
}

/**
 * A transport over pooled SMTP connections. Does not connect yet.
 * @throws {Error} where the URL cannot be used, with the remedy.
 */
export function createSmtpTransport(options: SmtpOptions): Transport {
  const server = readSmtpUrl(options.url);
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const requireTls = options.requireTls ?? !isLoopback(server.host);
  const mailer = createTransport({
    ...server,
    pool: true,
    maxConnections: MOST_CONNECTIONS,
    // A kept connection that the server had closed meanwhile is worth one more try; the rest is the outbox's to repeat.
    maxRequeues: 1,
    idleTimeout: IDLE_MS,
    requireTLS: requireTls,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: requireTls, ca: options.ca },
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.connection,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    description: `SMTP ${server.host}:${server.port}`,
    receiver: RECEIVER,
    deliver: async (mail: Mail): Promise<Delivery> => {
      try {
        const signal = AbortSignal.timeout(timeouts.delivery);
        const { response } = sentSchema.parse(await mailer.sendMail({ ...messageOf(mail), signal }));
        return { outcome: 'accepted', answer: shortened(response) };
      } catch (error) {
        return outcomeOf(asMailerError(error));
      }
    },
    close: () => {
      mailer.close();
      return Promise.resolve();
    },
  };
}

function asMailerError(error: unknown): NodemailerError {
  if (!(error instanceof Error)) return new Error('unknown fault');
  // Nobody aborts but our own deadline.
  return Object.assign(
    error,
    'code' in error && error.code === 'EABORT' ? { code: 'ETIMEDOUT', timeoutType: undefined } : {},
  );
}

interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

function readSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const secure = url?.protocol === 'smtps:';
  const user = decoded(url?.username);
  const pass = decoded(url?.password);
  if (!url?.hostname || (!secure && url.protocol !== 'smtp:') || user === undefined || pass === undefined) {
    throw new Error(
      'SMTP_URL cannot be read: write smtp://user:password@host:587, with %40 for an @ in the user or password',
    );
  }
  if (url.search || url.hash || !/^\/?$/.test(url.pathname)) {
    throw new Error(
      'SMTP_URL has something after the port: leave it out. Encryption cannot be switched off, and has no settings',
    );
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port ? Number(url.port) : secure ? 465 : 587;
  return { host, port, secure, ...(user === '' ? {} : { auth: { user, pass } }) };
}

/** undefined where a % is not followed by what it needs. */
function decoded(part = ''): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Whether a host is this machine itself: by name or address, without asking a name server. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  return (isIP(host) === 4 && host.startsWith('127.')) || host === '::1';
}
