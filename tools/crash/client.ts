/**
 * One conversation over Direct Line, by a client that does what the protocol asks of it: it sends again under the same id
 * what was not answered, and comes back to its stream with its watermark. It notes whatever it should not have seen.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';

/** Milliseconds. */
const AGAIN_AFTER = 100;
const CALL_TIMEOUT = 15_000;
const GIVE_UP_AFTER = 180_000;

const startedSchema = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const activitySchema = z.looseObject({
  id: z.string(),
  replyToId: z.string().optional(),
  text: z.string().optional(),
  channelData: z
    .looseObject({
      privacyAssistant: z.looseObject({ step: z.string().optional(), reference: z.string().optional() }).optional(),
    })
    .optional(),
});
const frameSchema = z.object({ activities: z.array(activitySchema) });
export type Activity = z.infer<typeof activitySchema>;

/** The service no longer takes this conversation's token: its clock went on, or back. */
export class TurnedAwayError extends Error {}

export interface Client {
  readonly conversationId: string;
  /** What came over the stream, in order. */
  readonly heard: readonly Activity[];
  /** What must not be: an activity left out, or come twice. */
  readonly faults: readonly string[];
  /** Says it, and resolves with the replies to it, however often it has to be sent. @throws {TurnedAwayError} */
  say(text: string, withinMs: number): Promise<readonly Activity[]>;
  /** Everything in the log, by polling. */
  log(): Promise<readonly Activity[]>;
  close(): void;
}

/** Begins a conversation, however often that has to be tried, and listens to it. */
export async function openClient(url: string): Promise<Client> {
  const issued = z.object({ token: z.string() }).parse(await insist(url, '/api/chat/token', { method: 'POST' }));
  const begun = await insist(url, '/v3/directline/conversations', { method: 'POST', token: issued.token });
  const { conversationId, token, streamUrl } = startedSchema.parse(begun);
  const path = `/v3/directline/conversations/${conversationId}`;
  const heard: Activity[] = [];
  const faults: string[] = [];
  const stream = keepStream({
    first: streamUrl,
    again: async () => {
      const answer = await insist(url, `${path}?watermark=${heard.length}`, { token });
      return startedSchema.parse(answer).streamUrl;
    },
    take(activity) {
      const sequence = Number(activity.id.split('|')[1]);
      if (sequence !== heard.length + 1) faults.push(`${activity.id} came after ${heard.length} others`);
      heard.push(activity);
    },
  });
  return {
    conversationId,
    heard,
    faults,
    async say(text, withinMs) {
      const body = { type: 'message', text, channelData: { clientActivityID: randomUUID() } };
      const posted = await insist(url, `${path}/activities`, { token, body });
      const { id } = z.object({ id: z.string() }).parse(posted);
      return repliesTo(id, heard, stream, withinMs);
    },
    log: async () => frameSchema.parse(await insist(url, `${path}/activities`, { token })).activities,
    close: () => stream.close(),
  };
}

async function repliesTo(
  id: string,
  heard: readonly Activity[],
  stream: { turnedAway(): boolean },
  withinMs: number,
): Promise<readonly Activity[]> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    const replies = heard.filter(({ replyToId }) => replyToId === id);
    if (replies.length > 0) return replies;
    if (stream.turnedAway()) throw new TurnedAwayError(`the stream of ${id}`);
    await pause(5);
  }
  throw new Error(`${id} has had no reply for ${withinMs} ms`);
}

interface StreamOptions {
  readonly first: string;
  again(): Promise<string>;
  take(activity: Activity): void;
}

/** Opens the stream whenever it is not. */
function keepStream({ first, again, take }: StreamOptions) {
  let socket: WebSocket | undefined;
  let closed = false;
  let turnedAway = false;
  const open = (address: string): void => {
    if (closed) return;
    socket = new WebSocket(address, { handshakeTimeout: CALL_TIMEOUT });
    socket.on('message', (data: Buffer) => {
      const frame = data.toString('utf8');
      if (frame !== '') frameSchema.parse(JSON.parse(frame)).activities.forEach(take);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => void reopen());
  };
  const reopen = async (): Promise<void> => {
    if (closed) return;
    await pause(AGAIN_AFTER);
    await again().then(open, () => void (turnedAway = true));
  };
  open(first);
  return {
    turnedAway: () => turnedAway,
    close() {
      closed = true;
      socket?.close();
    },
  };
}

interface Call {
  readonly method?: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** Calls until it is answered with success. @throws {TurnedAwayError} where no repeat would help. */
async function insist(url: string, path: string, { method, token, body }: Call): Promise<unknown> {
  const deadline = performance.now() + GIVE_UP_AFTER;
  while (performance.now() < deadline) {
    const answer = await fetch(`${url}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        Connection: 'close',
        'Content-Type': 'application/json',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(CALL_TIMEOUT),
    }).catch(() => undefined);
    const content = await answer?.text().catch(() => undefined);
    if (answer?.ok && content !== undefined) return JSON.parse(content);
    if (answer && answer.status < 500 && answer.status >= 400) throw new TurnedAwayError(`${path}: ${answer.status}`);
    await pause(AGAIN_AFTER);
  }
  throw new Error(`${path} was not answered for ${GIVE_UP_AFTER} ms`);
}
