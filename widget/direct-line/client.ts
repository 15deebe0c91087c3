/**
 * Holds one conversation over Direct Line 3.0, without any user interface: begins it or comes back to it, keeps its
 * stream and its token alive, and sends what is said, whatever the network does.
 */
import { begin, comeBack, poll, post, refresh, remove, type Addresses, type Opened } from './direct-line.js';
import { Outbox, type Outgoing } from './outbox.js';
import type { Connection, Observer } from './observer.js';
import { backoff, createPause } from './pause.js';
import type { ActivitySet, Session } from './protocol.js';
import { listen, type OpenSocket } from './stream.js';
import { TIMING, type Timing } from './timing.js';

/** After so many streams that did not work, the conversation is polled: some proxies let no WebSocket through. */
const MOST_BAD_STREAMS = 2;
/** Ids of activities that are not kept end so; several may have the same. */
const PASSING = /\|0+$/;

export interface ClientParts {
  readonly addresses: Addresses;
  readonly observer: Observer;
  readonly openSocket: OpenSocket;
  /** Comes back to this conversation rather than begin one. */
  readonly session?: Session;
  readonly timing?: Partial<Timing>;
}

export class Client {
  private readonly pause = createPause();
  private readonly ending = new AbortController();
  private readonly timing: Timing;
  private readonly outbox: Outbox;
  private readonly seen = new Set<string>();
  private streamEnding = new AbortController();
  private state: Connection = 'connecting';
  private watermark = '';
  private badStreams = 0;
  private refreshTimer: ReturnType<typeof setTimeout> | undefined;
  private echoTimer: ReturnType<typeof setTimeout> | undefined;

  /** What there is to come back to; undefined before the conversation has begun. */
  session: Session | undefined;

  constructor(private readonly parts: ClientParts) {
    this.timing = { ...TIMING, ...parts.timing };
    this.session = parts.session;
    this.outbox = new Outbox({
      post: async (outgoing) =>
        this.session
          ? post(parts.addresses, this.session, activityOf(outgoing), this.ending.signal)
          : { outcome: 'later' },
      pause: this.pause,
      retryMs: this.timing.retryMs,
      retryCapMs: this.timing.retryCapMs,
      changed: (outgoing, delivery) => {
        parts.observer.delivery(outgoing, delivery);
        parts.observer.changed();
      },
      accepted: (id) => this.expect(id),
      reached: (reached) => this.become(reached ? 'online' : 'offline'),
      ended: () => this.end('ended'),
    });
  }

  /** Starts; call it once. */
  start(): void {
    if (!this.session) this.outbox.add({ clientActivityID: 'join' });
    void this.run();
  }

  /** Sends a message, now or as soon as it can be sent. The same id again is recognised as the same message. */
  send(outgoing: Outgoing): void {
    this.outbox.add(outgoing);
    this.parts.observer.changed();
  }

  /** Messages that are not sent yet. */
  get unsent(): readonly Outgoing[] {
    return this.outbox.unsent.filter(({ text }) => text !== undefined);
  }

  /** Tries at once what it would have tried later: the network may be back. */
  wake(): void {
    this.pause.cut();
  }

  /** The device knows that it has no network; a stream would notice only after minutes. */
  networkLost(): void {
    this.become('offline');
    this.streamEnding.abort();
  }

  /**
   * Has the service delete the conversation, and lets go of it.
   * @returns whether it is gone; where it is not, everything goes on.
   */
  async remove(): Promise<boolean> {
    const isGone = this.session === undefined || (await remove(this.parts.addresses, this.session));
    if (isGone) this.stop();
    return isGone;
  }

  /** Lets go of everything. The conversation stays, and can be come back to. */
  stop(): void {
    this.outbox.close();
    this.ending.abort();
    this.streamEnding.abort();
    clearTimeout(this.refreshTimer);
    clearTimeout(this.echoTimer);
    this.pause.cut();
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.ending.signal.aborted;) {
      const opened = await this.open();
      if (this.ending.signal.aborted) return;
      switch (opened.outcome) {
        case 'opened':
          failures = 0;
          this.adopt(opened.session);
          this.become('online');
          this.outbox.open();
          await this.follow(opened.streamUrl);
          break;
        case 'later':
          if (opened.afterMs === undefined) this.become('offline');
          await this.pause.for(opened.afterMs ?? backoff(failures, this.timing.retryMs, this.timing.retryCapMs));
          failures += 1;
          break;
        case 'ended':
          return this.end('ended');
        case 'refused':
          return this.end('unavailable');
      }
    }
  }

  private open(): Promise<Opened> {
    const { addresses } = this.parts;
    return this.session
      ? comeBack(addresses, this.session, this.watermark, this.ending.signal)
      : begin(addresses, this.ending.signal);
  }

  /** Listens, or polls, until the connection has to be opened anew. */
  private async follow(streamUrl: string | undefined): Promise<void> {
    this.streamEnding = new AbortController();
    if (streamUrl === undefined || this.badStreams >= MOST_BAD_STREAMS) {
      await this.keepPolling(this.streamEnding.signal);
      return;
    }
    const { livedMs, isReplaced } = await listen({
      url: streamUrl,
      openSocket: this.parts.openSocket,
      receive: (set) => this.receive(set),
      silenceMs: this.timing.silenceMs,
      signal: this.streamEnding.signal,
    });
    if (this.streamEnding.signal.aborted) return;
    // Two streams would take each other's place for ever.
    if (isReplaced) {
      this.badStreams = MOST_BAD_STREAMS;
      return;
    }
    const good = livedMs > 0 && livedMs >= this.timing.shortMs;
    this.badStreams = good ? 0 : this.badStreams + 1;
    // What ends at once would otherwise be opened again at once, for ever.
    if (!good) await this.pause.for(backoff(0, this.timing.retryMs, this.timing.retryCapMs));
  }

  private async keepPolling(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.session) {
      const polled = await poll(this.parts.addresses, this.session, this.watermark, signal);
      if (polled.outcome === 'ended') return this.end('ended');
      if (polled.outcome === 'done') this.receive(polled);
      else {
        this.become('offline');
        await this.pause.for(backoff(0, this.timing.retryMs, this.timing.retryCapMs));
        return;
      }
      await this.pause.for(this.timing.pollMs);
    }
  }

  private receive({ activities, watermark }: ActivitySet): void {
    for (const activity of activities) {
      const { id } = activity;
      if (id !== undefined && !PASSING.test(id)) {
        if (this.seen.has(id)) continue;
        this.seen.add(id);
      }
      this.parts.observer.activity(activity);
    }
    if (watermark !== undefined) this.watermark = watermark;
    this.parts.observer.caughtUp();
  }

  /** What was accepted has to come over the stream as well, or the stream is dead. */
  private expect(id: string | undefined): void {
    if (this.badStreams >= MOST_BAD_STREAMS) this.pause.cut();
    if (id === undefined) return;
    clearTimeout(this.echoTimer);
    this.echoTimer = setTimeout(() => {
      if (this.seen.has(id)) return;
      this.badStreams += 1;
      this.streamEnding.abort();
    }, this.timing.echoMs);
  }

  private adopt(session: Session): void {
    this.session = session;
    this.parts.observer.changed();
    clearTimeout(this.refreshTimer);
    const afterMs = Math.max(0, session.expiresAt - Date.now()) * this.timing.tokenShare;
    this.refreshTimer = setTimeout(() => void this.refresh(), afterMs);
  }

  private async refresh(): Promise<void> {
    if (!this.session) return;
    const refreshed = await refresh(this.parts.addresses, this.session, this.ending.signal);
    if (this.ending.signal.aborted) return;
    if (refreshed.outcome === 'done') this.adopt(refreshed.session);
    else if (refreshed.outcome === 'ended') this.end('ended');
    else this.refreshTimer = setTimeout(() => void this.refresh(), this.timing.retryCapMs);
  }

  private become(connection: Connection): void {
    if (this.ending.signal.aborted || connection === this.state) return;
    this.state = connection;
    this.parts.observer.connection(connection);
  }

  private end(how: 'ended' | 'unavailable'): void {
    this.become(how);
    this.stop();
  }
}

function activityOf({ clientActivityID, text }: Outgoing): Readonly<Record<string, unknown>> {
  const channelData = { clientActivityID };
  return text === undefined
    ? { type: 'event', name: 'webchat/join', value: { language: 'en-GB' }, channelData }
    : { type: 'message', text, textFormat: 'plain', channelData };
}
