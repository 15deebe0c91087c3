/** Lets the bot answer what was accepted, and tells listeners. */
import { describeError, type Log } from '../../log.js';
import type { Metrics } from '../../metrics.js';
import type { LoggedActivity } from '../../stores/store.js';
import type { Turns } from '../turns.js';
import type { Hub } from './hub.js';

export interface TurnRunner {
  /** Resolves when the turn is over, or after `withinMs` while it goes on. Never rejects. */
  run(conversationId: string, incoming: LoggedActivity, withinMs: number): Promise<void>;
  /** Resolves when every turn that is under way is over. */
  settled(): Promise<void>;
}

export interface TurnRunnerOptions {
  readonly turns: Turns;
  readonly hub: Hub;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Makes a runner that remembers its turns, so that stopping can wait for them. */
export function createTurnRunner({ turns, hub, metrics, log }: TurnRunnerOptions): TurnRunner {
  const running = new Set<Promise<void>>();

  const runToEnd = async (conversationId: string, incoming: LoggedActivity): Promise<void> => {
    const stopTimer = metrics.turnSeconds.startTimer();
    try {
      await turns.respond(conversationId, incoming);
    } catch (error) {
      log.error('turn-fault', { conversation: conversationId, ...describeError(error) });
    } finally {
      stopTimer();
      hub.wake(conversationId);
    }
  };

  return {
    async run(conversationId, incoming, withinMs) {
      const turn = runToEnd(conversationId, incoming);
      running.add(turn);
      void turn.finally(() => running.delete(turn));
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      await Promise.race([turn, patience]);
      clearTimeout(timer);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
