/** Direct Line calls as a client makes them, over plain HTTP and WebSocket. */
import { WebSocket } from 'ws';
import { until } from './until.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where it is not JSON. */
  readonly body: Record<string, unknown>;
}

export interface Call {
  readonly method?: string;
  readonly token?: string;
  /** Sent as JSON, or as it is if it is text. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export async function call({ url }: { readonly url: string }, path: string, options: Call = {}): Promise<Answer> {
  const { body, token, method = body === undefined ? 'GET' : 'POST' } = options;
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      // A connection each: one that the server has just ended must not be tried again.
      Connection: 'close',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...options.headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

export interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly userId: string;
  readonly streamUrl: string;
}

/** Asks for a token as the widget does, and starts its conversation. */
export async function startConversation(service: { readonly url: string }): Promise<Started> {
  const issued = await call(service, '/api/chat/token', { method: 'POST' });
  const { token, userId } = issued.body;
  const started = await call(service, '/v3/directline/conversations', { method: 'POST', token: String(token) });
  if (started.status !== 201) throw new Error(`the conversation did not start: ${started.status}`);
  return {
    conversationId: String(started.body['conversationId']),
    token: String(started.body['token']),
    userId: String(userId),
    streamUrl: String(started.body['streamUrl']),
  };
}

/** Posts an activity; a text is posted as a message. */
export function post(
  service: { readonly url: string },
  { conversationId, token }: Pick<Started, 'conversationId' | 'token'>,
  activity: Readonly<Record<string, unknown>> | string,
): Promise<Answer> {
  const body = typeof activity === 'string' ? { type: 'message', text: activity } : activity;
  return call(service, `/v3/directline/conversations/${conversationId}/activities`, { token, body });
}

export type Activity = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
};

/** Polls the whole conversation. */
export async function poll(
  service: { readonly url: string },
  { conversationId, token }: Started,
  watermark = '',
): Promise<ActivityPage> {
  const path = `/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`;
  const { body } = await call(service, path, { token });
  return { activities: body['activities'] as Activity[], watermark: String(body['watermark']) };
}

export interface ActivityPage {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

export const textsOf = (activities: readonly Activity[]): (string | undefined)[] => activities.map(({ text }) => text);

export interface Stream {
  /** What came, but for typing. */
  readonly kept: Activity[];
  readonly typing: Activity[];
  readonly watermarks: string[];
  emptyFrames: number;
  closed?: { readonly code: number; readonly reason: string };
  readonly socket: WebSocket;
  /** Resolves when this many activities, typing left out, have come. */
  received(count: number): Promise<void>;
}

/** Opens a stream; rejects with the HTTP status if the server refuses it. */
export function openStream(url: string, headers: Record<string, string> = {}): Promise<Stream> {
  const socket = new WebSocket(url, { headers });
  const stream: Stream = {
    kept: [],
    typing: [],
    watermarks: [],
    emptyFrames: 0,
    socket,
    received: (count) => until(() => stream.kept.length >= count, `${count} activities, have ${stream.kept.length}`),
  };
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    if (text === '') {
      stream.emptyFrames += 1;
      return;
    }
    const { activities, watermark } = JSON.parse(text) as { activities: Activity[]; watermark?: string };
    for (const activity of activities) (activity.type === 'typing' ? stream.typing : stream.kept).push(activity);
    if (watermark !== undefined) stream.watermarks.push(watermark);
  });
  socket.on('close', (code, reason) => void (stream.closed = { code, reason: String(reason) }));
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(stream));
    socket.once('unexpected-response', (_req, answer) => reject(new Error(`refused with ${answer.statusCode}`)));
    socket.once('error', reject);
  });
}
