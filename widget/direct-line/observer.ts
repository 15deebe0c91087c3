/** What a client tells of its conversation. */
import type { Delivery, Outgoing } from './outbox.js';
import type { Activity } from '../content/fields.js';

/**
 * `ended`: the conversation is over, and this client with it; another one may begin a new conversation.
 * `unavailable`: the service takes no conversation from this page.
 */
export type Connection = 'connecting' | 'online' | 'offline' | 'ended' | 'unavailable';

export interface Observer {
  activity(activity: Activity): void;
  /** A batch is through, be it empty: what was missed is here. */
  caughtUp(): void;
  connection(connection: Connection): void;
  delivery(outgoing: Outgoing, delivery: Delivery): void;
  /** The session, or what is unsent, is another one now. */
  changed(): void;
}
