/** The job that deletes what is older than it may be. */
import { describeError, type Log } from '../log.js';
import { every, type Periodic } from '../periodic.js';
import type { Transport } from '../handoff/mail.js';
import type { Stores } from '../stores/store.js';
import { KEPT } from './kept.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface RetentionOptions extends Pick<
  Stores,
  'conversations' | 'requests' | 'feedback' | 'outbox' | 'forget'
> {
  /** Where it keeps mails of its own: `.eml` files. */
  readonly transport?: Pick<Transport, 'deleteBefore'>;
  readonly log: Log;
  readonly now: () => Date;
  readonly everyMs?: number;
}

/** Deletes at once and then every so often what is older than it may be. One class that fails does not keep the others. */
export function startRetention(options: RetentionOptions): Periodic {
  const { log, now, everyMs = 10 * MINUTE } = options;
  const forgetting = forgetter(options);
  const undelivered = undeliveredReport(options);
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.error('retention-fault', describeError(error));
      return undefined;
    }
  };
  return every(everyMs, log, 'retention-fault', async () => {
    const at = now();
    for (const [event, remove] of deletionsAt(options, at)) {
      const count = (await attempt(remove)) ?? 0;
      if (count > 0) log.info(event, { count });
      if (count > 0) forgetting.deleted();
    }
    await attempt(() => forgetting.forget(at));
    await attempt(() => undelivered(at));
  });
}

/** In this order: what is left of a request goes after its content. */
function deletionsAt(
  { conversations, requests, feedback, outbox, transport }: RetentionOptions,
  at: Date,
): readonly (readonly [event: string, remove: () => Promise<number>])[] {
  const before = (kept: keyof typeof KEPT): Date => new Date(at.getTime() - KEPT[kept]);
  return [
    ['conversations-deleted', () => conversations.deleteIdle(before('conversation'))],
    ['codes-deleted', () => outbox.deleteExpired(at)],
    ['requests-purged', () => requests.purgeDelivered(before('payload'), at)],
    ['requests-deleted', () => requests.deletePurged(before('request'))],
    ['mail-files-deleted', () => transport?.deleteBefore?.(before('file')) ?? Promise.resolve(0)],
    ['gaps-deleted', () => feedback.deleteGaps(before('gap'))],
    ['verdicts-deleted', () => feedback.deleteVerdicts(before('verdict'))],
  ];
}

/**
 * Takes what was deleted out of the database's files: after every round, and once a day thoroughly if anything was, as that
 * stops everything else for a moment.
 */
function forgetter({ forget }: RetentionOptions) {
  let since = false;
  let thoroughlyAt = -Infinity;
  return {
    deleted: (): void => void (since = true),
    forget: async (at: Date): Promise<void> => {
      const thoroughly = since && at.getTime() - thoroughlyAt >= DAY;
      await forget(thoroughly);
      if (!thoroughly) return;
      since = false;
      thoroughlyAt = at.getTime();
    },
  };
}

/** Says when the number of requests changes that are kept too long because a mail of theirs does not go out. */
function undeliveredReport({ requests, log }: RetentionOptions) {
  let known = 0;
  return async (at: Date): Promise<void> => {
    const count = await requests.countUndelivered(new Date(at.getTime() - KEPT.payload));
    if (count > known) {
      log.error('requests-kept-undelivered', {
        count,
        remedy:
          'they are kept until their mails go out: npm run requests -- list; see to the mail and resend, or purge them',
      });
    }
    known = count;
  };
}
