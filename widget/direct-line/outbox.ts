/** Messages on their way out: in order, one at a time, kept until the service has them. */
import type { Posted } from './direct-line.js';
import { backoff, type Pause } from './pause.js';

/** An activity to be sent. */
export interface Outgoing {
  /** By which the service recognises it when it is sent again. */
  readonly clientActivityID: string;
  /** A message's text; without it, it says that the widget was opened. */
  readonly text?: string;
}

/** `waiting`: kept, and tried again by itself. `failed`: not tried again by itself. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'failed';

export interface OutboxParts {
  post(outgoing: Outgoing): Promise<Posted>;
  readonly pause: Pause;
  readonly retryMs: number;
  readonly retryCapMs: number;
  changed(outgoing: Outgoing, delivery: Delivery): void;
  /** The service has it under this id. */
  accepted(id: string | undefined): void;
  /** Whether the service could be reached at the last attempt. */
  reached(reached: boolean): void;
  /** The conversation is over; what was not sent stays in the queue. */
  ended(): void;
}

export class Outbox {
  private readonly queue: Outgoing[] = [];
  private isOpen = false;
  private isRunning = false;
  /** What the service asked for with its last refusal. */
  private nextAfterMs: number | undefined;

  constructor(private readonly parts: OutboxParts) {}

  /** What was not sent yet, oldest first. */
  get unsent(): readonly Outgoing[] {
    return this.queue;
  }

  add(outgoing: Outgoing): void {
    this.queue.push(outgoing);
    void this.run();
  }

  /** From now on there is a conversation to send to. */
  open(): void {
    this.isOpen = true;
    void this.run();
  }

  close(): void {
    this.isOpen = false;
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (let attempt = 0; this.isOpen;) {
      const first = this.queue[0];
      if (!first) break;
      if (attempt === 0) this.parts.changed(first, 'sending');
      attempt = (await this.attempt(first)) ? 0 : attempt + 1;
      if (attempt > 0 && this.isOpen) await this.parts.pause.for(this.delay(attempt));
    }
    this.isRunning = false;
  }

  private delay(attempt: number): number {
    return this.nextAfterMs ?? backoff(attempt - 1, this.parts.retryMs, this.parts.retryCapMs);
  }

  /** @returns whether it is done with, one way or the other. */
  private async attempt(outgoing: Outgoing): Promise<boolean> {
    const result = await this.parts.post(outgoing);
    if (!this.isOpen) return true;
    switch (result.outcome) {
      case 'done':
        this.queue.shift();
        this.parts.reached(true);
        this.parts.changed(outgoing, 'sent');
        this.parts.accepted(result.id);
        return true;
      case 'later':
        this.nextAfterMs = result.afterMs;
        // Being told to wait is not being cut off.
        this.parts.reached(result.afterMs !== undefined);
        this.parts.changed(outgoing, 'waiting');
        return false;
      case 'refused':
        this.queue.shift();
        this.parts.changed(outgoing, 'failed');
        return true;
      case 'ended':
        this.close();
        this.parts.changed(outgoing, 'failed');
        this.parts.ended();
        return true;
    }
  }
}
