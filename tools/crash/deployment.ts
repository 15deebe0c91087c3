/** One or more instances of the service over one database, behind one address, and how they die. */
import { setTimeout as pause } from 'node:timers/promises';
import { startBalancer } from './balancer.js';
import { freePort, startServer, type ServerProcess } from './server-process.js';

export interface Deployment {
  /** Where clients reach it, whichever instance answers. */
  readonly url: string;
  /** Resolves once every instance listens. */
  ready(): Promise<void>;
  /** SIGKILL to one of them, chosen at random, `afterMs` after now; then it is started again. Resolves once it is gone. */
  killOne(afterMs: number): Promise<void>;
  /** SIGTERM to all, and resolves with what ended badly. */
  stop(): Promise<string[]>;
  /** SIGKILL to all, where a run is given up. */
  abandon(): Promise<void>;
  /** How often an event stood in the logs of all instances that there were. */
  count(event: string): number;
}

/** @param env for every instance. */
export async function deploy(instances: number, env: Readonly<Record<string, string>>): Promise<Deployment> {
  const all: ServerProcess[] = [];
  const start = (port: number): ServerProcess => {
    const server = startServer({ port, env });
    all.push(server);
    return server;
  };
  const running: ServerProcess[] = [];
  for (let i = 0; i < instances; i += 1) running.push(start(await freePort()));
  const balancer = await startBalancer(running.map(({ port }) => port));
  return {
    url: balancer.url,
    ready: async () => void (await Promise.all(running.map(({ ready }) => ready))),
    async killOne(afterMs) {
      await pause(afterMs);
      const place = Math.floor(Math.random() * running.length);
      const victim = running[place];
      if (!victim) return;
      await victim.kill();
      running[place] = start(victim.port);
    },
    async stop() {
      const codes = await Promise.all(running.map((server) => server.stop()));
      await balancer.close();
      return codes.flatMap((code) => (code === 0 ? [] : [`an instance that was told to stop ended with ${code}`]));
    },
    async abandon() {
      await Promise.all(running.map((server) => server.kill()));
      await balancer.close();
    },
    count: (event) => all.reduce((sum, { events }) => sum + (events.get(event) ?? 0), 0),
  };
}
