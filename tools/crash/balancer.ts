/**
 * A plain TCP load balancer: each connection goes to the next backend in turn, whoever it is from; one that refuses it is
 * passed over. With a single backend it is a gate, which can be shut.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Balancer {
  readonly port: number;
  readonly url: string;
  /** From now on, new connections go to these ports of this machine. */
  use(ports: readonly number[]): void;
  /** Cuts every connection, and takes no other until there are backends again. */
  shut(): void;
  close(): Promise<void>;
}

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>();
  let backends = ports;
  let turn = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const forward = (client: Socket, left: number): void => {
    const port = backends[(turn += 1) % backends.length];
    if (port === undefined || left === 0) return void client.destroy();
    const upstream = keep(connect(port, '127.0.0.1'));
    const next = (): void => forward(client, left - 1);
    upstream.once('error', next);
    upstream.once('connect', () => {
      upstream.off('error', next);
      client.pipe(upstream).pipe(client);
      upstream.on('close', () => client.destroy());
      client.on('close', () => upstream.destroy());
    });
  };
  const server = createServer((client) => forward(keep(client), backends.length));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    use: (next) => void (backends = next),
    shut() {
      backends = [];
      cut();
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
