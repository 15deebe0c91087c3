/** An outbox over a real store and a real mail server, with a clock that only the test moves. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SMTPServerOptions } from 'smtp-server';
import { startOutbox, type Outbox, type OutboxOptions } from '../../src/handoff/outbox.js';
import { createSmtpTransport } from '../../src/handoff/transports/smtp.js';
import type { Log, LogFields } from '../../src/log.js';
import type { OutboxStore, Stores } from '../../src/stores/store.js';
import { closeMailServers, startMailServer, type MailServer } from './mail-server.js';
import { openStoresIn } from './open-stores.js';
import { queueRequest } from './queue.js';
import { aRequest } from './requests.js';

export const START = new Date('2026-11-23T10:00:00.000Z');
export const MINUTE = 60_000;
export const LEASE = 5 * MINUTE;
export const REFERENCE = aRequest().reference;
/** Longer than any test. */
const NEVER = 2 ** 30;

/** What a test has at hand; made anew before each. */
export class OutboxScene {
  now = START;
  readonly logged: { readonly event: string; readonly fields: LogFields }[] = [];
  private readonly cleanUps: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly dataDir: string,
    readonly stores: Stores,
    readonly server: MailServer,
  ) {}

  static async open(options: SMTPServerOptions = {}): Promise<OutboxScene> {
    const dataDir = await mkdtemp(join(tmpdir(), 'outbox-'));
    return new OutboxScene(dataDir, await openStoresIn(dataDir), await startMailServer(options));
  }

  async close(): Promise<void> {
    for (const cleanUp of this.cleanUps.splice(0)) await cleanUp();
    await closeMailServers();
    await this.stores.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** A worker of its own; its timer never fires unless `everyMs` is given. */
  worker(options: Partial<OutboxOptions> = {}): Outbox {
    const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${this.server.port}` });
    const { log } = this;
    const store = this.stores.outbox;
    const outbox = startOutbox({
      store,
      transport,
      log,
      now: () => this.now,
      everyMs: NEVER,
      leaseMs: LEASE,
      ...options,
    });
    this.cleanUps.push(outbox.stop, transport.close);
    return outbox;
  }

  /** Another instance's connection to the same database. */
  async secondStores(): Promise<Stores> {
    const stores = await openStoresIn(this.dataDir);
    this.cleanUps.push(() => stores.close());
    return stores;
  }

  /** The store with some functions of its own. */
  storeWith(changed: Partial<OutboxStore>): OutboxStore {
    const store = this.stores.outbox;
    return {
      claim: (...args) => store.claim(...args),
      accepted: (...args) => store.accepted(...args),
      failed: (...args) => store.failed(...args),
      resend: (...args) => store.resend(...args),
      deleteExpired: (now) => store.deleteExpired(now),
      backlog: () => store.backlog(),
      recent: (limit) => store.recent(limit),
      ...changed,
    };
  }

  /** Queues a request whose person gave no email address: one mail. */
  async queue(reference = REFERENCE): Promise<void> {
    const { fullName, post } = aRequest().requester;
    const requester = { fullName, post, emailConfirmed: false };
    await queueRequest(this.stores, aRequest({ reference, requester }), this.now);
  }

  later(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }

  /** Message-IDs that arrived, in order. */
  sent(): (string | undefined)[] {
    return this.server.received.map(({ mail }) => mail.messageId);
  }

  events(): string[] {
    return this.logged.map(({ event }) => event);
  }

  private get log(): Log {
    const write = (event: string, fields: LogFields = {}): void => void this.logged.push({ event, fields });
    return { debug: write, info: write, warn: write, error: write };
  }
}
