/** The app that ships, on a free port, with a clock of the test's own and its data in a folder that goes with it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createApp, type App, type AppOptions } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { fixedClock, type Clock } from './http-service.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningApp extends App {
  readonly clock: Clock;
  readonly dataDir: string;
  /** The log as it was written. */
  readonly logged: () => string;
  /** Closes it and starts it again on the same port with the same data, as after a deployment. */
  restart(): Promise<RunningApp>;
  /** Closes it and deletes its data. */
  end(): Promise<void>;
}

export interface StartOptions {
  /** Environment variables, as an operator would set them. */
  readonly env?: Readonly<Record<string, string>>;
  readonly dataDir?: string;
  readonly clock?: Clock;
  readonly smtpCa?: string;
  readonly botService?: AppOptions['botService'];
}

/** Starts it. `end` belongs into `afterEach`. */
export async function startApp({
  env = {},
  dataDir,
  clock = fixedClock(),
  smtpCa,
  botService,
}: StartOptions = {}): Promise<RunningApp> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'assistant-')));
  const lines: string[] = [];
  const logTo = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const config = readConfig({ PORT: '0', DATA_DIR: folder, ...env });
  const app = await createApp({ config, root: ROOT, now: clock.now, logTo, smtpCa, botService });
  return {
    ...app,
    clock,
    dataDir: folder,
    logged: () => lines.join(''),
    async restart() {
      await app.close();
      return startApp({ env: { ...env, PORT: new URL(app.url).port }, dataDir: folder, clock, smtpCa, botService });
    },
    async end() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
