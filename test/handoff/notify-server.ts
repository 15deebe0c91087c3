/** GOV.UK Notify in the test's process: its documented HTTP, for the one call that is made of it. */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { z } from 'zod';

const SERVICE_ID = '6f1c2b7a-53de-4c0e-9a4f-0d2f8f0f4b11';
const SECRET = 'c8b8f2f0-2a5c-4f5e-8d65-7f6f6a0f9c22';
export const NOTIFY_KEY = `live_key-${SERVICE_ID}-${SECRET}`;
export const REPLY_TO_ID = '1d5c6a30-9f0b-4a52-8f37-2b1f5b7f0e33';
/** The templates as the README tells the council to make them. */
export const TEMPLATES = {
  dpo: {
    id: '0b9d0c7e-64a1-4f5d-b7a5-90a3d1b0ce44',
    subject: '((subject))',
    body: '((body))\n\nThe request as a file: ((request_file))',
  },
  resident: { id: '2e7f3a1b-0c4d-4b8e-9d6f-55a1c2d3e455', subject: '((subject))', body: '((body))' },
};
const LARGEST_FILE = 2 * 1024 * 1024;

const fileSchema = z.strictObject({
  file: z.base64(),
  filename: z.string().regex(/^.{1,95}\.[a-z]{3,4}$/),
  confirm_email_before_download: z.boolean(),
  retention_period: z.string().regex(/^(?:[1-9]|[1-6]\d|7[0-8]) weeks?$/),
});
const emailSchema = z.strictObject({
  email_address: z.string(),
  template_id: z.guid(),
  personalisation: z.record(z.string(), z.union([z.string(), fileSchema])),
  reference: z.string(),
  email_reply_to_id: z.guid().optional(),
});
export type SentEmail = z.infer<typeof emailSchema>;

/** An email that was taken. */
export interface TakenEmail {
  readonly sent: SentEmail;
  readonly subject: string;
  /** The template's Markdown, filled in. */
  readonly body: string;
  readonly file?: { readonly filename: string; readonly content: string };
}

/** What is answered instead, to every request. */
export type NotifyAnswer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'hang up'
  | 'say nothing'
  | 'never finish';

export interface NotifyServer {
  readonly url: string;
  readonly taken: TakenEmail[];
  /** How many requests came, taken or not. */
  requests(): number;
  openConnections(): number;
  close(): Promise<void>;
}

const open: NotifyServer[] = [];

/** Closes every server that was started; for `afterEach`. */
export async function closeNotifyServers(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()));
}

/** Takes what Notify would take, unless `answer` says otherwise. With a certificate it speaks TLS. */
export async function startNotifyServer({
  answer,
  certificate,
}: {
  readonly answer?: NotifyAnswer;
  readonly certificate?: { readonly key: string; readonly cert: string };
} = {}): Promise<NotifyServer> {
  const taken: TakenEmail[] = [];
  const sockets = new Set<Socket>();
  let requests = 0;
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    requests++;
    void read(request).then((body) => {
      if (answer !== undefined) return give(response, answer);
      const outcome = answerTo(request, body);
      if (outcome.email) taken.push(outcome.email);
      return give(response, outcome);
    });
  };
  const server = certificate ? createHttpsServer(certificate, handle) : createHttpServer(handle);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const started: NotifyServer = {
    url: certificate ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    taken,
    requests: () => requests,
    openConnections: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  open.push(started);
  return started;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

function give(response: ServerResponse, answer: NotifyAnswer): void {
  if (answer === 'say nothing') return;
  if (answer === 'hang up') return void response.destroy();
  if (answer === 'never finish') return void response.writeHead(201).write('{ "id":');
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
}

/** An error in Notify's form. */
export const notifyError = (status: number, error: string, message: string): NotifyAnswer & object => ({
  status,
  body: { status_code: status, errors: [{ error, message }] },
});

function answerTo(request: IncomingMessage, body: string): NotifyAnswer & object & { readonly email?: TakenEmail } {
  if (request.method !== 'POST' || request.url !== '/v2/notifications/email') return { status: 404, body: 'no' };
  const stranger = strangerIn(request.headers.authorization ?? '');
  if (stranger) return notifyError(403, 'AuthError', stranger);
  const parsed = emailSchema.safeParse(JSON.parse(body));
  if (!parsed.success) return notifyError(400, 'ValidationError', z.prettifyError(parsed.error));
  const sent = parsed.data;
  if (!/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(sent.email_address)) {
    return notifyError(400, 'ValidationError', 'email_address Not a valid email address');
  }
  const template = Object.values(TEMPLATES).find(({ id }) => id === sent.template_id);
  if (!template) return notifyError(400, 'BadRequestError', 'Template not found');
  return filledIn(template, sent);
}

/** What is wrong with a token: HS256 over the service's id and the time, good for 30 seconds. */
function strangerIn(authorization: string): string | undefined {
  const [head = '', claims = '', signature = ''] = authorization.replace(/^Bearer /, '').split('.');
  if (createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url') !== signature) {
    return 'Invalid token: API key not found';
  }
  const { iss, iat } = z
    .object({ iss: z.string(), iat: z.number() })
    .parse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')));
  if (Math.abs(Date.now() / 1_000 - iat) > 30) return 'Error: Your system clock must be accurate to within 30 seconds';
  return iss === SERVICE_ID ? undefined : 'Invalid token: service not found';
}

function filledIn(template: { readonly subject: string; readonly body: string }, sent: SentEmail) {
  const values = sent.personalisation;
  const asked = [...`${template.subject}${template.body}`.matchAll(/\(\(([^()]+)\)\)/g)].map((match) => match[1] ?? '');
  const missing = asked.filter((name) => values[name] === undefined);
  if (missing.length) return notifyError(400, 'BadRequestError', `Missing personalisation: ${missing.join(', ')}`);
  const upload = Object.values(values).find((value) => typeof value === 'object');
  const content = upload && Buffer.from(upload.file, 'base64');
  if (content && content.length > LARGEST_FILE) return { status: 413, body: 'too large' };
  const fill = (text: string): string =>
    text.replace(/\(\(([^()]+)\)\)/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'string' ? value : 'https://documents.service.gov.uk/d/a-file';
    });
  const subject = fill(template.subject);
  const body = fill(template.body);
  return {
    status: 201,
    body: {
      id: randomUUID(),
      reference: sent.reference,
      content: { subject, body, from_email: 'council@example.gov.uk' },
    },
    email: {
      sent,
      subject,
      body,
      ...(upload && content ? { file: { filename: upload.filename, content: content.toString('utf8') } } : {}),
    },
  };
}
