/** The conversation as the panel shows it: a view that changes, and what a person can do. */
import type { Activity } from './content/fields.js';
import { Client } from './direct-line/client.js';
import type { Addresses } from './direct-line/direct-line.js';
import { newClientId } from './direct-line/ids.js';
import type { Connection, Observer } from './direct-line/observer.js';
import type { Delivery, Outgoing } from './direct-line/outbox.js';
import type { OpenSocket } from './direct-line/stream.js';
import type { Timing } from './direct-line/timing.js';
import { readMessage, type Entry, type OwnMessage } from './message.js';
import type { Remembered } from './storage.js';

/** The service reads no more of a message. Characters, as JavaScript counts them. */
export const MOST_CHARACTERS = 2000;
/** How long a reply is shown as being on its way, if nothing more is heard of it. Milliseconds. */
const REPLY_PATIENCE_MS = 30_000;
/** After the first batch of a conversation that is come back to, the rest follows at once. Milliseconds. */
const SETTLE_MS = 400;

export interface View {
  /** `deleted`: by the person, with all that was said. */
  readonly connection: Connection | 'deleted';
  readonly entries: readonly Entry[];
  /** A reply is on its way. */
  readonly isReplying: boolean;
  /** The conversation so far is being fetched again: it was heard before. */
  readonly isRestoring: boolean;
  readonly draft: string;
}

export interface ChatParts {
  readonly addresses: Addresses;
  readonly openSocket: OpenSocket;
  readonly remembered?: Remembered;
  /** Keeps what has to outlive a reload. */
  remember(remembered: Omit<Remembered, 'open'>): void;
  /** Keeps nothing of it any longer. */
  forget(): void;
  /** The person asked in words to have it deleted; what is left of it is to go, here and in other tabs. */
  deleteAsked?(): void;
  /** The view is another one. */
  changed(): void;
  readonly timing?: Partial<Timing>;
}

export class Chat {
  view: View;
  private client: Client;
  private replyTimer: ReturnType<typeof setTimeout> | undefined;
  private settleTimer: ReturnType<typeof setTimeout> | undefined;
  private isRemembered: boolean;

  constructor(private readonly parts: ChatParts) {
    const { session, draft = '', unsent = [] } = parts.remembered ?? {};
    const isRestoring = session !== undefined;
    this.isRemembered = parts.remembered !== undefined;
    this.view = { connection: 'connecting', entries: [], isReplying: false, isRestoring, draft };
    this.client = this.connect(session);
    for (const outgoing of unsent) this.say(outgoing);
  }

  /** Says a message. */
  send(text: string): void {
    this.say({ clientActivityID: newClientId(), text });
  }

  /** What is typed, and not sent. */
  write(draft: string): void {
    this.change({ draft });
    this.save();
  }

  /** Tries again what waits; a message that was given up is sent as the same one. */
  retry(message?: OwnMessage): void {
    if (message?.delivery === 'failed') this.client.send({ clientActivityID: message.key, text: message.text });
    this.client.wake();
  }

  networkLost(): void {
    this.client.networkLost();
  }

  /** A new conversation below the old one, which is over. What was not sent is given back to be looked at first. */
  restart(): void {
    const isDeleted = this.view.connection === 'deleted';
    const unsent = isDeleted ? [] : this.client.unsent;
    const waiting = new Set(unsent.map(({ clientActivityID }) => clientActivityID));
    this.client.stop();
    const before = this.view.entries.filter(({ key }) => !waiting.has(key));
    // Of what was deleted, nothing is to be told.
    const entries: readonly Entry[] = isDeleted ? [] : [...before, { by: 'divider', key: newClientId() }];
    const texts = [...unsent.map(({ text }) => text), this.view.draft];
    const draft = texts.filter(Boolean).join('\n\n').slice(0, MOST_CHARACTERS);
    this.change({ connection: 'connecting', entries, isRestoring: false, draft });
    this.client = this.connect(undefined);
    this.save();
  }

  /**
   * Deletes the conversation from the service, from this tab, and from view.
   * @returns whether it is gone; where it is not, it goes on.
   */
  async remove(): Promise<boolean> {
    if (!(await this.client.remove())) return false;
    this.deleted();
    return true;
  }

  /** It is gone, from this tab or from another one. */
  deleted(): void {
    this.client.stop();
    this.isRemembered = false;
    this.change({ connection: 'deleted', entries: [], isReplying: false, isRestoring: false, draft: '' });
    this.parts.forget();
  }

  /** Lets go of the connection. */
  stop(): void {
    this.client.stop();
    clearTimeout(this.replyTimer);
    clearTimeout(this.settleTimer);
  }

  private connect(session: Remembered['session']): Client {
    const { addresses, openSocket, timing } = this.parts;
    const client: Client = new Client({ addresses, openSocket, timing, session, observer: this.observe(() => client) });
    client.start();
    return client;
  }

  /** @param source the client that is observed: once another one has taken its place, it is not listened to. */
  private observe(source: () => Client): Observer {
    const ifCurrent =
      <T extends unknown[]>(handle: (...args: T) => void) =>
      (...args: T): void => {
        if (source() === this.client) handle(...args);
      };
    return {
      activity: ifCurrent((activity) => this.take(activity)),
      caughtUp: ifCurrent(() => this.settle()),
      connection: ifCurrent((connection) => this.become(connection)),
      delivery: ifCurrent((outgoing, delivery) => this.deliver(outgoing, delivery)),
      changed: ifCurrent(() => this.save()),
    };
  }

  private become(connection: Connection): void {
    // It was over before this page was loaded: nobody has lost anything that they can see.
    if (connection === 'ended' && this.view.isRestoring) {
      this.restart();
      return;
    }
    this.change({ connection, ...(connection === 'online' ? {} : { isReplying: false }) });
  }

  private say({ clientActivityID, text = '' }: Outgoing): void {
    const message: OwnMessage = { by: 'you', key: clientActivityID, text, delivery: 'sending', isPlaced: false };
    this.change({ entries: [...this.view.entries, message] });
    this.client.send({ clientActivityID, text });
    this.awaitReply();
  }

  private take(activity: Activity): void {
    const message = readMessage(activity, this.client.session?.userId);
    if (activity.type === 'typing') this.awaitReply();
    if (!message) return;
    if (message.by === 'assistant' && message.deletes) {
      // What was said is out of sight, even where the rest cannot be deleted just now.
      this.change({ entries: [message], isReplying: false });
      this.parts.deleteAsked?.();
      return;
    }
    // What has no place yet stays last: it will be in the conversation after all that is in it now.
    const others = this.view.entries.filter(({ key }) => key !== message.key);
    const firstWithout = others.findIndex((entry) => entry.by === 'you' && !entry.isPlaced);
    const at = firstWithout < 0 ? others.length : firstWithout;
    this.change({
      entries: [...others.slice(0, at), message, ...others.slice(at)],
      ...(message.by === 'you' ? {} : { isReplying: false }),
    });
  }

  private deliver({ clientActivityID, text }: Outgoing, delivery: Delivery): void {
    if (text === undefined) return;
    const entries = this.view.entries.map((entry) =>
      // What is in the conversation is sent, even if the answer to sending it got lost.
      entry.by === 'you' && entry.key === clientActivityID && !entry.isPlaced ? { ...entry, delivery } : entry,
    );
    this.change({ entries, ...(delivery === 'waiting' || delivery === 'failed' ? { isReplying: false } : {}) });
  }

  private awaitReply(): void {
    clearTimeout(this.replyTimer);
    this.replyTimer = setTimeout(() => this.change({ isReplying: false }), REPLY_PATIENCE_MS);
    this.change({ isReplying: true });
  }

  private settle(): void {
    if (!this.view.isRestoring || this.settleTimer !== undefined) return;
    this.settleTimer = setTimeout(() => this.change({ isRestoring: false }), SETTLE_MS);
  }

  private save(): void {
    const { draft, entries } = this.view;
    // Where nothing was said or typed yet, there is nothing that anybody would want to come back to.
    this.isRemembered ||= draft !== '' || entries.some(({ by }) => by === 'you');
    if (!this.isRemembered) return;
    const { session, unsent } = this.client;
    this.parts.remember({ ...(session === undefined ? {} : { session }), unsent, draft });
  }

  private change(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.parts.changed();
  }
}
