/** How long each class of data is kept, and the job that deletes it. */
import type { Log } from '../log.js';
import { every, type Periodic } from '../periodic.js';
import type { ConversationStore } from '../stores/store.js';

const HOUR = 3_600_000;

/** Milliseconds since the last thing that happened. */
export const KEPT = {
  /** A conversation nobody came back to. A day, so that a break, or a night's sleep, does not cost a half-finished request. */
  conversation: 24 * HOUR,
} as const;

export interface RetentionOptions {
  readonly conversations: ConversationStore;
  readonly log: Log;
  readonly now: () => Date;
  readonly everyMs?: number;
}

/** Deletes at once and then every so often what is older than it may be. */
export function startRetention({ conversations, log, now, everyMs = HOUR / 6 }: RetentionOptions): Periodic {
  return every(everyMs, log, 'retention-fault', async () => {
    const count = await conversations.deleteIdle(new Date(now().getTime() - KEPT.conversation));
    if (count > 0) log.info('conversations-deleted', { count });
  });
}
