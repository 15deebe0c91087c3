/** The widget's client in Node: against the real server, over the network, with `ws` for the browser's WebSocket. */
import { WebSocket } from 'ws';
import type { Activity } from '../../widget/content/fields.js';
import { Client } from '../../widget/direct-line/client.js';
import type { Connection } from '../../widget/direct-line/observer.js';
import type { Delivery } from '../../widget/direct-line/outbox.js';
import type { Session } from '../../widget/direct-line/protocol.js';
import type { OpenSocket } from '../../widget/direct-line/stream.js';
import type { Timing } from '../../widget/direct-line/timing.js';
import { until } from '../support/until.js';

/** In a hurry, but for what would end a stream that is well. */
export const HURRY: Partial<Timing> = { retryMs: 20, retryCapMs: 60, pollMs: 20, shortMs: 0 };

export const openSocket: OpenSocket = (url, { opened, frame, closed }) => {
  const socket = new WebSocket(url);
  socket.on('open', opened);
  socket.on('message', (data) => frame(Buffer.isBuffer(data) ? data.toString('utf8') : data));
  socket.on('close', (_code, reason) => closed(String(reason)));
  socket.on('error', () => undefined);
  return socket;
};

/** A network that lets no WebSocket through. */
export const noSockets: OpenSocket = () => {
  throw new Error('blocked');
};

export interface Connected {
  readonly client: Client;
  readonly received: readonly Activity[];
  /** Texts of messages received, in order. */
  texts(): readonly unknown[];
  /** Every state of the connection, in order. */
  readonly connections: readonly Connection[];
  /** What became of each message, by its id. */
  readonly deliveries: ReadonlyMap<string, readonly Delivery[]>;
  /** Says something, its text also its id unless one is given. */
  say(text: string, clientActivityID?: string): void;
  /** Resolves once so many messages have come. */
  count(messages: number): Promise<void>;
  becomes(connection: Connection): Promise<void>;
}

export interface ConnectOptions {
  readonly session?: Session;
  readonly openSocket?: OpenSocket;
  readonly timing?: Partial<Timing>;
}

/** Starts a client. It has to be stopped in the end. */
export function connect({ url }: { readonly url: string }, options: ConnectOptions = {}): Connected {
  const received: Activity[] = [];
  const connections: Connection[] = [];
  const deliveries = new Map<string, Delivery[]>();
  const client = new Client({
    addresses: { token: `${url}/api/chat/token`, directLine: `${url}/v3/directline` },
    openSocket: options.openSocket ?? openSocket,
    session: options.session,
    timing: { ...HURRY, ...options.timing },
    observer: {
      activity: (activity) => received.push(activity),
      caughtUp: () => undefined,
      connection: (connection) => connections.push(connection),
      delivery: ({ clientActivityID }, delivery) =>
        deliveries.set(clientActivityID, [...(deliveries.get(clientActivityID) ?? []), delivery]),
      changed: () => undefined,
    },
  });
  client.start();
  const texts = () => received.filter(({ type }) => type === 'message').map((activity) => activity['text']);
  return {
    client,
    received,
    texts,
    connections,
    deliveries,
    say: (text, clientActivityID = text) => client.send({ clientActivityID, text }),
    count: (messages) => until(() => texts().length >= messages, `${messages} messages, have ${texts().length}`),
    becomes: (connection) =>
      until(() => connections.at(-1) === connection, `${connection}, is ${connections.at(-1) ?? 'new'}`),
  };
}

type Fetch = typeof globalThis.fetch;

/**
 * Puts something between the client and the network.
 * @param between gets each call and the real `fetch`.
 * @returns how to take it away again.
 */
export function interceptFetch(between: (real: Fetch, ...call: Parameters<Fetch>) => Promise<Response>): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (...call) => between(real, ...call);
  return () => {
    globalThis.fetch = real;
  };
}

/** Whether a call posts an activity. */
export function isPost(...[input, init]: Parameters<Fetch>): boolean {
  return init?.method === 'POST' && addressOf(input).endsWith('/activities');
}

export function addressOf(input: Parameters<Fetch>[0]): string {
  return input instanceof Request ? input.url : input.toString();
}
