/** The service as a process of its own, from the built `dist/`, so that it can be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ServerOptions {
  readonly port: number;
  /** The rest of its environment; nothing is taken from ours. */
  readonly env: Readonly<Record<string, string>>;
  /** The built file, where it is another version than `dist/main.js`. */
  readonly main?: string;
  /** Its clock can be moved by {@link ServerProcess.moveClock}, and begins this much ahead, in milliseconds. */
  readonly clockAhead?: number;
}

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  /** Resolves once it listens; rejects with what it wrote where it ends before. */
  readonly ready: Promise<void>;
  /** "running", or how it ended and what it wrote then. */
  readonly state: string;
  /** How often each event stood in its log. */
  readonly events: ReadonlyMap<string, number>;
  /** From now on its clock is so many milliseconds ahead of ours. */
  moveClock(ahead: number): void;
  /** SIGKILL: nothing is finished, nothing is said. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM: it finishes what is under way. Resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** None is left behind when this process ends, however it does. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts it. Does not wait until it is ready. */
export function startServer(options: ServerOptions): ServerProcess {
  const { port } = options;
  const child = launch(options);
  running.add(child);
  let state = 'running';
  const errors: string[] = [];
  child.stderr?.on('data', (chunk) => errors.push(String(chunk)));
  const exited = once(child, 'exit').then(([code, signal]) => {
    running.delete(child);
    state = `ended with ${String(code ?? signal)}: ${errors.join('')}`;
    return code as number | null;
  });
  const events = new Map<string, number>();
  const ready = Promise.race([
    listens(child, events),
    exited.then(() => Promise.reject(new Error(`the server ${state}`))),
  ]);
  // Whoever kills it before it is ready does not wait for it.
  ready.catch(() => undefined);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    ready,
    get state() {
      return state;
    },
    events,
    moveClock: (ahead) => void child.send(ahead),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

function launch({ port, env, main = join(ROOT, 'dist', 'main.js'), clockAhead }: ServerOptions): ChildProcess {
  const clock = new URL('./movable-clock.mjs', import.meta.url).href;
  return spawn(process.execPath, [...(clockAhead === undefined ? [] : ['--import', clock]), main], {
    env: { ASSISTANT_ROOT: ROOT, PORT: String(port), CLOCK_AHEAD_MS: String(clockAhead ?? 0), ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(clockAhead === undefined ? [] : ['ipc' as const])],
  });
}

/** Reads what it writes to the end, and counts the events of its log. Resolves once it says where it listens. */
function listens(child: ChildProcess, events: Map<string, number>): Promise<void> {
  return new Promise((resolve) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const event = /"event":"([^"]+)"/.exec(line)?.[1];
      if (event !== undefined) events.set(event, (events.get(event) ?? 0) + 1);
      else if (line.startsWith('Privacy assistant')) resolve();
    });
  });
}

/** A port that is free now, for a server that has to come back to the same one. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
