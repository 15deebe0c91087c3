/**
 * The chain that a request's history forms: each event carries the SHA-256 of itself and of the one before it, and the
 * first that of the request's own row. What is changed afterwards no longer fits. Pure.
 */
import { createHash } from 'node:crypto';
import type { RequestEvent } from '../../requests/history.js';

/** An event as it is kept. */
export interface ChainedEvent {
  /** 1, 2, 3 … within the request. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: RequestEvent['event'];
  readonly detail: string;
  /** Null where the service did it by itself. */
  readonly who: string | null;
  /** {@link hashOf} this event, in hexadecimal. */
  readonly hash: string;
}

/** What a request's row says beside its content; none of it changes. */
export interface ChainStart {
  readonly reference: string;
  readonly right: string;
  readonly received_at: number;
  readonly due_date: string;
  readonly channel: string;
  readonly handed_over_at: number;
}

/** How many events the request's row counts, and the hash of the last: what is cut off at the end is missed by it. */
export interface ChainHead {
  readonly history_length: number;
  readonly history_head: string;
}

/** What the first event is chained to. */
export function startOf({ reference, right, received_at, due_date, channel, handed_over_at }: ChainStart): string {
  return digest([reference, right, received_at, due_date, channel, handed_over_at]);
}

/** @param previous the hash of the event before, or {@link startOf} the request. */
export function hashOf(previous: string, reference: string, event: Omit<ChainedEvent, 'hash'>): string {
  return digest([previous, reference, event.sequence, event.at, event.event, event.detail, event.who]);
}

/** As JSON, so that no two events read alike, however their parts are cut. */
const digest = (parts: readonly (string | number | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');

/**
 * The first thing in a history that is not as it was written, in words; undefined where all of it fits.
 * @param events in the order of their sequence.
 */
export function faultIn(request: ChainStart & ChainHead, events: readonly ChainedEvent[]): string | undefined {
  let previous = startOf(request);
  for (const [i, event] of events.entries()) {
    const due = i + 1;
    if (event.sequence > due) return `event ${due} is missing`;
    if (event.sequence < due) return `event ${event.sequence} (${event.event}) was put in`;
    if (hashOf(previous, request.reference, event) !== event.hash) {
      return due === 1
        ? `event 1 (${event.event}) does not fit the request: it, or the request's right, dates or channel, was changed`
        : `event ${due} (${event.event}) does not follow on the one before: one of the two was changed or moved, or one was put in or taken out between them`;
    }
    previous = event.hash;
  }
  const { history_length: length, history_head: head } = request;
  if (events.length < length) return `event ${events.length + 1} is missing, of ${length}`;
  if (events.length > length) return `event ${length + 1} (${events[length]?.event ?? ''}) was put in at the end`;
  return previous === head ? undefined : `event ${length} is not the last that was recorded`;
}
