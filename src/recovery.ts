/** Takes up messages that were accepted and never answered: what a crash, or a database that was gone, left behind. */
import type { Hub } from './http/direct-line/hub.js';
import { identified } from './http/direct-line/identify.js';
import type { Turns } from './http/turns.js';
import { describeError, type Log } from './log.js';
import type { ConversationStore } from './stores/store.js';
import { every, type Periodic } from './periodic.js';

export interface RecoveryOptions {
  readonly conversations: ConversationStore;
  readonly turns: Turns;
  readonly hub: Hub;
  readonly log: Log;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

export interface Recovery extends Periodic {
  /** Resolves once the first look is over, whatever came of it. */
  readonly looked: Promise<void>;
}

/**
 * Looks at once and then now and then. A message that is being answered right now is queued behind and found answered;
 * one that another instance is answering is answered by whichever is first.
 */
export function startRecovery({ conversations, turns, hub, log, everyMs = 10_000 }: RecoveryOptions): Recovery {
  let first = (): void => undefined;
  const looked = new Promise<void>((resolve) => (first = resolve));
  const look = async (): Promise<void> => {
    for (const { conversationId, activity } of await conversations.unanswered()) {
      try {
        await turns.respond(conversationId, identified(conversationId, activity));
        log.info('turn-recovered', { conversation: conversationId });
        hub.wake(conversationId);
      } catch (error) {
        log.error('turn-fault', { conversation: conversationId, ...describeError(error) });
      }
    }
  };
  return { looked, ...every(everyMs, log, 'recovery-fault', () => look().finally(first)) };
}
