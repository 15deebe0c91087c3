/** Azure Bot Service as the bot sees it: posts activities to it, and takes what it sends back. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { call, type Activity, type Answer } from '../support/direct-line-calls.js';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Activity;
}

export interface Connector {
  readonly serviceUrl: string;
  /** What the bot sent since the last {@link Connector.forget}, in order. */
  readonly sent: readonly Sent[];
  forget(): void;
  /** Takes nothing until it is called with false again. */
  refuse(refusing: boolean): void;
  /** Posts an activity as the connector does, complete but for what `change` gives. */
  posts(service: { readonly url: string }, change: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): Promise<void>;
}

/** A message in Teams, complete but for what `change` gives. */
export const anActivity = (
  serviceUrl: string,
  change: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  type: 'message',
  channelId: 'msteams',
  serviceUrl,
  timestamp: '2026-12-01T10:00:00.000Z',
  from: { id: '29:resident', name: 'Sarah Khan' },
  recipient: { id: '28:bot', name: 'Privacy assistant' },
  conversation: { id: 'a:conversation' },
  ...change,
});

/** On this machine, on a free port. `close` belongs into `afterEach`. */
export async function startConnector(): Promise<Connector> {
  const sent: Sent[] = [];
  let refusing = false;
  const server = createServer((req, res) => {
    void bodyOf(req).then((body) => {
      const { method = '', url: path = '', headers } = req;
      if (!refusing)
        sent.push({ method, path, authorization: headers.authorization, activity: JSON.parse(body) as Activity });
      // Not a status that the SDK's client tries again by itself.
      res.statusCode = refusing ? 403 : 201;
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify(refusing ? {} : { id: `sent-${sent.length}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    serviceUrl,
    sent,
    forget: () => void sent.splice(0),
    refuse: (now) => void (refusing = now),
    posts: (service, change) => call(service, '/api/messages', { body: anActivity(serviceUrl, change) }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return text;
}
