/** Passes on the requests whose person fell silent, before their conversations are deleted. */
import type { Bot } from './bot.js';
import { describeError, type Log } from './log.js';
import { every, type Periodic } from './periodic.js';
import { StaleStateError, type ConversationStore } from './stores/store.js';

export interface UnfinishedOptions {
  readonly conversations: ConversationStore;
  readonly bot: Bot;
  readonly log: Log;
  readonly now: () => Date;
  /** How long nobody must have spoken, in milliseconds. */
  readonly afterMs: number;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

/** Looks at once and then now and then. What cannot be passed on stays, and is tried again. */
export function startUnfinished(options: UnfinishedOptions): Periodic {
  const { conversations, bot, log, now, afterMs, everyMs = 300_000 } = options;
  return every(everyMs, log, 'unfinished-fault', async () => {
    const silentSince = new Date(now().getTime() - afterMs);
    for (const conversation of await conversations.pending(silentSince)) {
      try {
        const count = await bot.passOn(conversation, silentSince);
        if (count > 0) log.info('unfinished-passed-on', { conversation, count });
      } catch (error) {
        // Another instance was faster, or somebody has just spoken again.
        if (error instanceof StaleStateError) continue;
        log.error('unfinished-fault', {
          conversation,
          ...describeError(error),
          remedy: 'the request stays and is tried again; if the database is well, look at this error',
        });
      }
    }
  });
}
