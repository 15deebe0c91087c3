/** Kills the service again and again under load, and looks at what came of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { violationsOf } from './check.js';
import { gather, type Crowd } from './crowd.js';
import type { RunDatabase } from './databases.js';
import { deploy, type Deployment } from './deployment.js';
import { startMailSink, type MailSink } from './mail-sink.js';
import { freePort, startServer } from './server-process.js';

/** Of the kills, how many hit an instance that is still starting. */
const WHILE_STARTING = 0.2;
/** When a running one is hit, in milliseconds after it was ready. */
const [SOONEST, LATEST] = [50, 800];
/** The longest that the mail server takes to say yes: long enough to be hit before that is recorded. Milliseconds. */
const SLOWEST_YES = 150;
/** Longer than the lease of a mail: what a killed instance had claimed is anybody's by then. Milliseconds. */
const AFTER_THE_LEASES = 600_000;
const PEOPLE = 6;

export interface CrashReport {
  readonly database: string;
  readonly instances: number;
  readonly kills: number;
  readonly requests: number;
  readonly messages: number;
  /** Distinct mails. */
  readonly mails: number;
  /** How many of them came more than once, under the same Message-ID. */
  readonly repeated: number;
  /** Messages that were taken up after a crash, as the logs say. */
  readonly recovered: number;
  /** The longest that a message waited for its reply, in milliseconds. */
  readonly slowestReply: number;
  readonly seconds: number;
  /** What must not be. */
  readonly violations: readonly string[];
}

export interface CrashOptions {
  readonly database: RunDatabase;
  readonly kills: number;
  readonly instances: number;
  /** Told after each kill how many there were. */
  readonly onKill?: (kills: number) => void;
}

/** Resolves with what was seen; does not throw for what must not be, unless the service does not start again. */
export async function crash(options: CrashOptions): Promise<CrashReport> {
  const { database, kills, instances } = options;
  const began = performance.now();
  const sink = await startMailSink(SLOWEST_YES);
  const env = environmentOf(database, sink);
  const deployment = await deploy(instances, env);
  try {
    const { finished, failures } = await killUnderLoad(deployment, options);
    const ended = [...(await deployment.stop()), ...(await deliverRest(env))];
    const violations = [...failures, ...ended, ...(await violationsOf({ database, finished, taken: sink.taken }))];
    return {
      database: database.name,
      instances,
      kills,
      requests: finished.length,
      messages: finished.reduce((sum, { messages }) => sum + messages, 0),
      mails: sink.taken.size,
      repeated: [...sink.taken.values()].filter((times) => times > 1).length,
      recovered: deployment.count('turn-recovered'),
      slowestReply: Math.round(Math.max(0, ...finished.map(({ slowest }) => slowest))),
      seconds: Math.round((performance.now() - began) / 1000),
      violations,
    };
  } catch (error) {
    await deployment.abandon();
    throw error;
  } finally {
    await sink.close();
  }
}

/** Resolves once everybody has come to the end of their conversation. */
async function killUnderLoad(deployment: Deployment, { kills, onKill }: CrashOptions): Promise<Crowd> {
  await deployment.ready();
  const crowd = gather(deployment.url, PEOPLE);
  for (let kill = 1; kill <= kills; kill += 1) {
    if (Math.random() < WHILE_STARTING) await deployment.killOne(Math.random() * 1_000);
    else {
      await deployment.ready();
      await deployment.killOne(SOONEST + Math.random() * (LATEST - SOONEST));
    }
    onKill?.(kill);
  }
  await deployment.ready();
  await crowd.enough();
  return crowd;
}

/** What every instance is started with. */
export function environmentOf(database: RunDatabase, { port }: Pick<MailSink, 'port'>): Record<string, string> {
  return {
    DATA_DIR: database.dataDir,
    ...(database.databaseUrl === undefined ? {} : { DATABASE_URL: database.databaseUrl }),
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'chat@council.example',
  };
}

/** Another instance, ten minutes later: it sends what the killed ones had claimed. Resolves with what went wrong. */
export async function deliverRest(env: Readonly<Record<string, string>>, main?: string): Promise<string[]> {
  const last = startServer({ port: await freePort(), env, main, clockAhead: AFTER_THE_LEASES });
  await last.ready;
  for (let tries = 0; tries < 600; tries += 1) {
    const metrics = await fetch(`${last.url}/metrics`).then((answer) => answer.text());
    if (metrics.includes('assistant_outbox_mails{status="waiting"} 0')) break;
    await pause(100);
  }
  const code = await last.stop();
  return code === 0 ? [] : [`the last instance ended with ${code}`];
}
