/** The real HTTP server on a free port, over a database of its own, with the echo bot behind it. */
import { Writable } from 'node:stream';
import type { HttpDependencies, HttpSettings } from '../../src/http/dependencies.js';
import { createHub, type Hub } from '../../src/http/direct-line/hub.js';
import { createServer } from '../../src/http/server.js';
import { createLog } from '../../src/log.js';
import { createMetrics, type Metrics } from '../../src/metrics.js';
import type { ConversationStore } from '../../src/stores/store.js';
import { freshSqlite } from './fresh-database.js';
import { createEchoBot, type EchoBot } from './echo-bot.js';

export const SECRET = 'a-secret-for-tests-of-32-characters-or-more';

export interface Clock {
  now(): Date;
  advance(seconds: number): void;
}

/** Stands at 1 December 2026, 10:00, until it is told to move. */
export function fixedClock(): Clock {
  let at = Date.UTC(2026, 11, 1, 10);
  return { now: () => new Date(at), advance: (seconds) => void (at += seconds * 1000) };
}

export interface HttpService {
  /** "http://127.0.0.1:54321" */
  readonly url: string;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly bot: EchoBot;
  readonly metrics: Metrics;
  readonly conversations: ConversationStore;
  /** The log as it was written. */
  readonly logged: () => string;
  /** Stops the server and starts a new one on the same port with the same data, as after a deployment. */
  restart(): Promise<void>;
  /** Stops the server; its data can still be looked at. */
  stop(): Promise<void>;
  /** Stops the server, and its data goes. */
  close(): Promise<void>;
}

export type ServiceOptions = Partial<Omit<HttpDependencies, 'settings'>> & {
  readonly settings?: Partial<HttpSettings>;
};

/** Starts it. `close` belongs into `afterEach`. */
export async function startHttpService({ settings, ...given }: ServiceOptions = {}): Promise<HttpService> {
  const clock = fixedClock();
  const { now } = clock;
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const { conversations, forget } = given.conversations
    ? { conversations: given.conversations, forget: () => Promise.resolve() }
    : await ownConversations(now);
  const hub = createHub();
  const bot = createEchoBot(conversations, hub, now);
  const metrics = createMetrics({ ofProcess: false });
  const deps: HttpDependencies = {
    conversations,
    turns: bot,
    hub,
    metrics,
    log: createLog('info', sink),
    now,
    ready: async () => ({ database: { ok: true } }),
    ...given,
    settings: {
      development: true,
      allowedOrigins: ['https://www.example.gov.uk'],
      directLineSecret: SECRET,
      conversationsPerMinute: 0,
      messagesPerMinute: 0,
      ...settings,
    },
  };
  let server = createServer(deps);
  const port = await server.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    hub,
    bot,
    metrics,
    conversations,
    logged: () => lines.join(''),
    async restart() {
      await server.close();
      server = createServer(deps);
      await server.listen(port, '127.0.0.1');
    },
    stop: () => server.close(),
    close: async () => {
      await server.close();
      await forget();
    },
  };
}

async function ownConversations(now: () => Date) {
  const database = await freshSqlite();
  const { conversations } = await database.open({ now });
  return { conversations, forget: database.dispose };
}
