/** The HTTP server: restify, with every route of the house. */
import type { Socket } from 'node:net';
import pino from 'pino';
import restify, { type Request, type Response, type Route, type Server, type ServerOptions } from 'restify';
import { describeError, type Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import { installChatToken } from './chat-token.js';
import type { HttpDependencies } from './dependencies.js';
import { installActivities } from './direct-line/activities.js';
import type { DirectLineContext } from './direct-line/context.js';
import { installConversations, installTokens } from './direct-line/conversations.js';
import { installStream, rawAnswer } from './direct-line/stream.js';
import { createTurnRunner } from './direct-line/turn-runner.js';
import { HttpFault, sendFault, toFault } from './faults.js';
import { installOperations } from './operations.js';
import { createOriginCheck, shareWith } from './origins.js';
import { installPages } from './pages.js';
import { installPlainChat } from './plain-chat/install.js';
import { createRateLimit } from './rate-limit.js';
import { setSecurityHeaders } from './security-headers.js';
import { createTokens } from './tokens.js';

/** The service on the network. */
export interface HttpServer {
  /**
   * Starts to listen; port 0: any free one. Resolves with the port.
   * @throws what Node throws, such as EADDRINUSE.
   */
  listen(port: number, host: string): Promise<number>;
  /** Takes nothing more, ends the streams, waits for what is under way (a turn may take its time), and resolves. */
  close(): Promise<void>;
}

/** Makes the server with its routes; it does not listen yet. */
export function createServer(deps: HttpDependencies): HttpServer {
  const { settings, now, log, metrics, hub } = deps;
  const server = createRestify();
  const endUnused = watchUnused(server);
  const isAllowedOrigin = createOriginCheck(settings);
  const turnRunner = createTurnRunner(deps);
  const context: DirectLineContext = {
    deps,
    tokens: createTokens({ secret: settings.directLineSecret, now }),
    turnRunner,
    messageLimit: createRateLimit({ perMinute: settings.messagesPerMinute, now }),
    conversationLimit: createRateLimit({ perMinute: settings.conversationsPerMinute, now }),
    isAllowedOrigin,
  };

  server.pre(prepare, shareWith(isAllowedOrigin));
  answerFaults(server, log);
  countRequests(server, metrics);
  installOperations(server, deps);
  installPages(server, deps);
  installPlainChat(server, context);
  installChatToken(server, context);
  installTokens(server, context);
  installConversations(server, context);
  installActivities(server, context);
  installStream(server, context);
  installMessages(server, deps);

  return {
    listen: (port, host) => listen(server, port, host),
    async close() {
      const closed = stopListening(server, endUnused);
      hub.endAll();
      await turnRunner.settled();
      await closed;
    },
  };
}

function createRestify(): Server {
  const options: ServerOptions = { name: '', handleUncaughtExceptions: false };
  // restify writes what handlers return into a log of its own, and that may be what somebody said. Its types still name
  // bunyan; it is pino that it takes.
  const server = restify.createServer(Object.assign(options, { log: pino({ level: 'silent' }) }));
  // A client that dawdles over its request holds a connection; these bound for how long. Milliseconds.
  server.server.headersTimeout = 15_000;
  server.server.requestTimeout = 30_000;
  // Above the 60 s after which common load balancers drop an idle connection, so that none is reused while it closes.
  server.server.keepAliveTimeout = 65_000;
  return server;
}

/** Before routing. restify's router throws out of reach of any handler at a Host header that is no host. */
async function prepare(req: Request, res: Response): Promise<void> {
  setSecurityHeaders(res);
  try {
    req.getUrl();
  } catch {
    throw new HttpFault('BadRequest');
  }
}

function answerFaults(server: Server, log: Log): void {
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    const fault = toFault(error);
    if (fault.code === 'Internal') {
      log.error('http-fault', { route: routeName(req.getRoute()), status: fault.status, ...describeError(error) });
    }
    sendFault(res, fault);
    done();
  });
  // Without a listener, a connection that cannot be accepted would end the process.
  server.on('error', (error: Error) => log.error('server-fault', describeError(error)));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'HeadersTooLarge' : 'BadRequest';
    socket.end(rawAnswer(new HttpFault(code)));
  });
}

function countRequests(server: Server, metrics: Metrics): void {
  server.on('after', (req: Request, res: Response, route: Route | undefined) => {
    metrics.httpRequests.inc({ route: routeName(route), method: req.method ?? '', status: res.statusCode });
  });
}

/** The pattern of a route, which unlike the path names no conversation. */
function routeName(route: Route | undefined): string {
  return typeof route?.path === 'string' ? route.path : 'none';
}

function installMessages(server: Server, { messages }: Pick<HttpDependencies, 'messages'>): void {
  if (!messages) return;
  server.post('/api/messages', async (req, res) => {
    await messages(req, res);
  });
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      const address = server.server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** @returns how to end the connections that were opened in advance and never used, which Node takes for busy ones. */
function watchUnused(server: Server): () => void {
  const open = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}

/** Resolves when the last connection has ended. Those that are idle end at once, others after what they wait for. */
function stopListening(server: Server, endUnused: () => void): Promise<void> {
  // Node ends the connections that are idle now, but would keep open what becomes idle after its last answer.
  server.on('after', () => setImmediate(() => server.server.closeIdleConnections()));
  return new Promise((resolve) => {
    server.close(() => resolve());
    endUnused();
  });
}
