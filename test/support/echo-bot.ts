/** A bot that says what it heard, for tests of the channel: it commits through the store as the real one does. */
import { randomUUID } from 'node:crypto';
import type { Hub } from '../../src/http/direct-line/hub.js';
import type { Turns } from '../../src/http/turns.js';
import type { ConversationStore, LoggedActivity } from '../../src/stores/store.js';

export interface EchoBot extends Turns {
  /** Types of the activities that came, in order. */
  readonly heard: readonly LoggedActivity[];
  /** Holds turns back until `release` is called. */
  hold(): { release(): void };
}

const BOT = { id: 'privacy-assistant', role: 'bot' };

/** "fail" makes a turn fail; a text beyond 2,000 characters is answered with its length; other messages are repeated. */
export function createEchoBot(conversations: ConversationStore, hub: Hub, now: () => Date): EchoBot {
  const heard: LoggedActivity[] = [];
  // What was answered is not answered again, as by the real bot.
  const answered = new Set<string>();
  const queues = new Map<string, Promise<void>>();
  let held = Promise.resolve();

  const turn = async (conversationId: string, { id, activity }: LoggedActivity): Promise<void> => {
    hub.pass(conversationId, { type: 'typing', from: BOT });
    await held;
    if (activity['text'] === 'fail') throw new Error('a secret that must not leak');
    const text = typeof activity['text'] === 'string' ? activity['text'] : '';
    const said = text.length > 2000 ? `That was ${text.length} characters.` : `You said: ${text}`;
    const reply = {
      id: randomUUID(),
      activity: { type: 'message', text: said, from: BOT, replyToId: activity['id'], timestamp: now().toISOString() },
    };
    const { version } = await conversations.loadState(conversationId);
    await conversations.commitTurn({
      conversationId,
      expectedVersion: version,
      state: { turns: version + 1 },
      answered: id,
      replies: activity['type'] === 'message' ? [reply] : [],
      handedOver: [],
      at: now(),
    });
  };

  return {
    heard,
    respond(conversationId, incoming) {
      if (answered.has(incoming.id)) return Promise.resolve();
      heard.push(incoming);
      const before = queues.get(conversationId) ?? Promise.resolve();
      const mine = before
        .catch(() => undefined)
        .then(async () => {
          if (answered.has(incoming.id)) return;
          await turn(conversationId, incoming);
          answered.add(incoming.id);
        });
      queues.set(conversationId, mine);
      return mine;
    },
    hold() {
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return { release: () => release() };
    },
  };
}
