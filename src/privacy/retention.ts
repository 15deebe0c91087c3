/** How long each class of data is kept, and the job that deletes it. */
import { describeError, type Log } from '../log.js';
import { every, type Periodic } from '../periodic.js';
import type { ConversationStore, FeedbackStore } from '../stores/store.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Milliseconds since the last thing that happened. */
export const KEPT = {
  /** A conversation nobody came back to. A day, so that a break, or a night's sleep, does not cost a half-finished request. */
  conversation: DAY,
  /** What could not be answered, redacted. Long enough for an editor who looks once a month; it goes with its whole day, so up to a day sooner. */
  gap: 30 * DAY,
  /** How often an answer was found helpful: counts, of no person. Two years, so that one can be compared with the one before. */
  verdict: 731 * DAY,
} as const;

export interface RetentionOptions {
  readonly conversations: ConversationStore;
  readonly feedback: FeedbackStore;
  readonly log: Log;
  readonly now: () => Date;
  readonly everyMs?: number;
}

/** Deletes at once and then every so often what is older than it may be. One class that fails does not keep the others. */
export function startRetention({ conversations, feedback, log, now, everyMs = HOUR / 6 }: RetentionOptions): Periodic {
  const before = (kept: keyof typeof KEPT): Date => new Date(now().getTime() - KEPT[kept]);
  const classes: readonly (readonly [event: string, remove: () => Promise<number>])[] = [
    ['conversations-deleted', () => conversations.deleteIdle(before('conversation'))],
    ['gaps-deleted', () => feedback.deleteGaps(before('gap'))],
    ['verdicts-deleted', () => feedback.deleteVerdicts(before('verdict'))],
  ];
  return every(everyMs, log, 'retention-fault', async () => {
    for (const [event, remove] of classes) {
      try {
        const count = await remove();
        if (count > 0) log.info(event, { count });
      } catch (error) {
        log.error('retention-fault', describeError(error));
      }
    }
  });
}
