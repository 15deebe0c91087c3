/** Hears what instances on the same PostgreSQL write: a connection of its own, held open, and opened again when lost. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from '../log.js';
import { CHANNEL } from './postgres-notify.js';
import type { Listening, LogListener } from './store.js';
import { codeOf } from './unavailable.js';

/** Milliseconds. */
export interface ListeningTimes {
  /** To connect, and for the server to answer that it is still there. */
  readonly answer: number;
  /** Between two questions whether it is. A server that is gone without a word would otherwise never be missed. */
  readonly check: number;
  /** Before the connection is opened again. */
  readonly reopen: number;
}
const TIMES: ListeningTimes = { answer: 5_000, check: 10_000, reopen: 1_000 };

/**
 * Listens until it is stopped. Does not wait for the first connection, and never throws.
 * @param url of the server itself: a pooler that hands connections from one transaction to the next cannot listen.
 */
export function listenPostgres(
  url: string,
  listener: LogListener,
  options: { readonly log?: Log; readonly times?: Partial<ListeningTimes> } = {},
): Listening {
  const times = { ...TIMES, ...options.times };
  const stopping = new AbortController();
  let connected = false;
  let silent = false;
  const heard = (): void => {
    connected = true;
    if (silent) options.log?.info('database-heard-again');
    silent = false;
    listener.missed();
  };
  const run = async (): Promise<void> => {
    const { signal } = stopping;
    while (!signal.aborted) {
      const code = await listenOnce(url, times, signal, heard, listener).then(() => undefined, codeOf);
      connected = false;
      if (signal.aborted) return;
      if (!silent)
        options.log?.warn('database-not-heard', { code, remedy: 'check the database; WebSockets are late meanwhile' });
      silent = true;
      await pause(times.reopen, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    get connected() {
      return connected;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Resolves when the connection is lost, or the signal comes; rejects where there is none to be had. */
async function listenOnce(
  url: string,
  { answer, check }: ListeningTimes,
  stop: AbortSignal,
  heard: () => void,
  { grown }: LogListener,
): Promise<void> {
  const client = new Client({
    connectionString: url,
    application_name: 'privacy-assistant-listener',
    connectionTimeoutMillis: answer,
    // Also of the first question: a server may fall silent as soon as it has let us in.
    query_timeout: answer,
    keepAlive: true,
  });
  const end = (): void => void client.end().catch(() => undefined);
  const ended = new Promise<void>((resolve) => void client.once('end', resolve));
  // Without a listener, a connection that is lost would end the process; its end is heard of anyway.
  client.on('error', () => undefined);
  client.on('notification', ({ channel, payload }) => {
    if (channel === CHANNEL && payload !== undefined) grown(payload);
  });
  stop.addEventListener('abort', end);
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    heard();
    const checking = setInterval(() => void client.query('select 1').catch(end), check).unref();
    await ended;
    clearInterval(checking);
  } finally {
    stop.removeEventListener('abort', end);
    end();
  }
}
