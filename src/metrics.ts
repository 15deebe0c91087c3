/** What Prometheus is told. Counts and durations only; no label ever holds what somebody typed or who they are. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The metrics that the rest of the house counts with. */
export interface Metrics {
  readonly registry: Registry;
  /** Turns answered, by the `kind` of the reply. */
  readonly turns: Counter<'kind'>;
  /** Seconds from an accepted activity to the end of its turn. */
  readonly turnSeconds: Histogram;
  /** Conversations started. */
  readonly conversations: Counter;
  /** Requests answered, by the route's pattern (never its path), method and status. */
  readonly httpRequests: Counter<'route' | 'method' | 'status'>;
  /** Activities that Azure Bot Service's route did not let in, by why. */
  readonly channelRefused: Counter<'reason'>;
  /** WebSockets open now. */
  readonly sockets: Gauge;
}

/** How much mail waits; {@link OutboxStore.backlog} has this shape. */
export type Backlog = () => Promise<{ readonly waiting: number; readonly refused: number }>;

/** How much of it somebody has to look at. */
export type Stuck = () => Promise<{ readonly refused: number; readonly late: number }>;

export interface MetricsOptions {
  /** Defaults to a registry of its own. */
  readonly registry?: Registry;
  /** Asked at every scrape. A backlog that cannot be read leaves the gauge as it was, so that a scrape never fails. */
  readonly backlog?: Backlog;
  /** Asked at every scrape, likewise. */
  readonly stuck?: Stuck;
  /** Memory, event loop, file descriptors: one collector a process. Defaults to true. */
  readonly ofProcess?: boolean;
}

/** Registers every metric. Throws if the registry already has one of the names. */
export function createMetrics(options: MetricsOptions = {}): Metrics {
  const { registry = new Registry(), backlog, stuck, ofProcess = true } = options;
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  if (backlog) watchOutbox(registry, backlog);
  if (stuck) watchStuck(registry, stuck);
  return {
    registry,
    turns: new Counter({
      name: 'assistant_turns_total',
      help: 'Turns answered, by kind of reply',
      labelNames: ['kind'],
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'assistant_turn_duration_seconds',
      help: 'Seconds from an accepted activity to the end of its turn',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 12],
      registers,
    }),
    conversations: new Counter({ name: 'assistant_conversations_total', help: 'Conversations started', registers }),
    httpRequests: new Counter({
      name: 'assistant_http_requests_total',
      help: 'HTTP requests answered, by route, method and status',
      labelNames: ['route', 'method', 'status'],
      registers,
    }),
    channelRefused: new Counter({
      name: 'assistant_channel_refused_total',
      help: 'Activities for Azure Bot Service that were not let in, by reason',
      labelNames: ['reason'],
      registers,
    }),
    sockets: new Gauge({ name: 'assistant_sockets_open', help: 'WebSockets open now', registers }),
  };
}

function watchOutbox(registry: Registry, backlog: Backlog): void {
  new Gauge({
    name: 'assistant_outbox_mails',
    help: 'Mails to the DPO and residents that wait, or were refused for good',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      const counts = await backlog().catch(() => undefined);
      if (!counts) return;
      this.set({ status: 'waiting' }, counts.waiting);
      this.set({ status: 'refused' }, counts.refused);
    },
  });
}

function watchStuck(registry: Registry, stuck: Stuck): void {
  new Gauge({
    name: 'assistant_stuck_mails',
    help: 'Mails to the DPO and residents that somebody has to look at: refused for good, or late by hours',
    labelNames: ['why'],
    registers: [registry],
    async collect() {
      const counts = await stuck().catch(() => undefined);
      if (!counts) return;
      this.set({ why: 'refused' }, counts.refused);
      this.set({ why: 'late' }, counts.late);
    },
  });
}
