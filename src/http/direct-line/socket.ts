/** One open WebSocket of a conversation. */
import type { WebSocket } from 'ws';
import { describeError } from '../../log.js';
import type { HttpDependencies } from '../dependencies.js';
import type { EndReason } from './hub.js';
import { activityId, activitySet } from './identify.js';
import { createPump } from './pump.js';

const KEEP_ALIVE_MS = 30_000;
/** How long a client has to answer the closing of its socket before it is cut. */
const CLOSING_MS = 2_000;

/** Close codes of RFC 6455, section 7.4.1. */
const CLOSE_CODES: Readonly<Record<EndReason, number>> = { replaced: 1000, stopping: 1001 };
const SERVER_FAULT = 1011;

/** The conversation that a socket was opened for. */
export interface StreamStart {
  readonly conversationId: string;
  /** Sequence of the last entry that the client has. */
  readonly after: number;
}

/** Serves the socket until it closes: what comes after the watermark, then whatever is new. */
export function serveSocket(socket: WebSocket, deps: HttpDependencies, { conversationId, after }: StreamStart): void {
  const { hub, conversations, log, metrics, now, settings } = deps;
  const pump = createPump({
    after,
    read: (watermark, limit) => conversations.activitiesAfter(conversationId, watermark, limit),
    send: (batch) => send(socket, activitySet(conversationId, batch, after)),
    failed(error) {
      if (socket.readyState !== socket.OPEN) return;
      log.error('stream-fault', { conversation: conversationId, ...describeError(error) });
      close(socket, SERVER_FAULT, 'come back with your watermark');
    },
  });
  const leave = hub.join(conversationId, {
    wake: () => pump.wake(),
    // A lost one does no harm.
    pass: (activity) => void send(socket, passing(conversationId, activity, now())).catch(() => undefined),
    end(reason) {
      pump.stop();
      close(socket, CLOSE_CODES[reason], reason);
    },
  });
  const stopKeepingAlive = keepAlive(socket, settings.keepAliveMs ?? KEEP_ALIVE_MS, () => pump.wake());

  metrics.sockets.inc();
  socket.once('close', () => {
    metrics.sockets.dec();
    stopKeepingAlive();
    pump.stop();
    leave();
  });
  pump.wake();
}

/** Resolves once the frame has left for the network, so that a slow client holds back whoever writes to it. */
function send(socket: WebSocket, frame: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(JSON.stringify(frame), (error) => (error ? reject(error) : resolve()));
  });
}

function close(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), CLOSING_MS).unref();
}

/** What is not in the log goes without a watermark: a client that comes back must not skip anything because of it. */
function passing(conversationId: string, activity: Readonly<Record<string, unknown>>, at: Date) {
  const stamped = { id: activityId(conversationId, 0), timestamp: at.toISOString(), ...activity };
  return { activities: [{ ...stamped, channelId: 'directline', conversation: { id: conversationId } }] };
}

/**
 * Sends an empty frame now and then, which keeps proxies from closing a quiet connection and which clients ignore; and
 * a ping, so that a client that is gone without a word is noticed.
 * @param lookAgain in case the signal for something new never came, as from another instance that has just died.
 */
function keepAlive(socket: WebSocket, everyMs: number, lookAgain: () => void): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) {
      socket.terminate();
      return;
    }
    answered = false;
    socket.send('', () => undefined);
    socket.ping(undefined, undefined, () => undefined);
    lookAgain();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
