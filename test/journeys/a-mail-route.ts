/** The way to a mail server, which can be cut in several ways while the port stays the same. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * - open: everything passes;
 * - down: nobody listens;
 * - silent: connections are taken, and nothing is said;
 * - cut in the message: the connection ends half way through the mail;
 * - cut before the answer: the server has the whole mail, and its "yes" does not come back.
 */
export type Way = 'open' | 'down' | 'silent' | 'cut in the message' | 'cut before the answer';

export interface MailRoute {
  /** Stays the same throughout. */
  readonly port: number;
  /** How many connections were made, but while it is down. */
  connections(): number;
  /** Ends the connections that there are; the next ones go the new way. */
  turn(way: Way): Promise<void>;
  close(): Promise<void>;
}

/** @param serverPort where the real one listens, on this machine. */
export async function startMailRoute(serverPort: number, first: Way): Promise<MailRoute> {
  const sockets = new Set<Socket>();
  let way: Way = 'open';
  let connections = 0;
  const server = createServer((client) => {
    connections += 1;
    keep(sockets, client);
    if (way !== 'silent') pass(way, client, keep(sockets, connect(serverPort, '127.0.0.1')));
  });
  const port = await listen(server, 0);
  const route: MailRoute = {
    port,
    connections: () => connections,
    async turn(next) {
      for (const socket of sockets) socket.destroy();
      if (next === 'down' && way !== 'down') await stop(server);
      if (next !== 'down' && way === 'down') await listen(server, port);
      way = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      if (way !== 'down') await stop(server);
    },
  };
  await route.turn(first);
  return route;
}

function pass(way: Way, client: Socket, upstream: Socket): void {
  const cut = (): void => {
    client.destroy();
    upstream.destroy();
  };
  let inMessage = false;
  client.on('data', (chunk) => {
    const text = chunk.toString('latin1');
    inMessage ||= /^Subject:/im.test(text);
    if (way === 'cut in the message' && inMessage) {
      upstream.write(chunk.subarray(0, Math.floor(chunk.length / 2)), cut);
    } else upstream.write(chunk);
  });
  upstream.on('data', (chunk) => {
    if (way === 'cut before the answer' && inMessage) cut();
    else client.write(chunk);
  });
  client.on('close', cut);
  upstream.on('close', cut);
}

function keep(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket);
  // A cut connection is an error to whoever holds it.
  return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
