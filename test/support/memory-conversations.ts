/** Stands in for the SQL store until it is there. */
import {
  StaleStateError,
  type Conversation,
  type ConversationStore,
  type LoggedActivity,
} from '../../src/stores/store.js';

interface Kept {
  readonly conversation: Conversation;
  readonly log: LoggedActivity[];
  readonly byClientId: Map<string, LoggedActivity>;
  readonly answered: Set<string>;
  state: unknown;
  version: number;
}

export function memoryConversations(): ConversationStore {
  const all = new Map<string, Kept>();
  const get = (id: string): Kept => {
    const kept = all.get(id);
    if (!kept) throw new Error('no such conversation');
    return kept;
  };
  const append = (kept: Kept, id: string, activity: Readonly<Record<string, unknown>>): LoggedActivity => {
    const logged = { sequence: kept.log.length + 1, id, activity: JSON.parse(JSON.stringify(activity)) };
    kept.log.push(logged);
    return logged;
  };
  return {
    create: async (conversation) => {
      if (!all.has(conversation.id))
        all.set(conversation.id, {
          conversation,
          log: [],
          byClientId: new Map(),
          answered: new Set(),
          state: undefined,
          version: 0,
        });
    },
    find: async (id) => all.get(id)?.conversation,
    accept: async (conversationId, { id, clientId, activity }) => {
      const kept = get(conversationId);
      const before = clientId === undefined ? undefined : kept.byClientId.get(clientId);
      if (before) return { ...before, repeated: true };
      const logged = append(kept, id, activity);
      if (clientId !== undefined) kept.byClientId.set(clientId, logged);
      return { ...logged, repeated: false };
    },
    unanswered: async () => [],
    loadState: async (id) => ({ state: get(id).state, version: get(id).version }),
    commitTurn: async ({ conversationId, expectedVersion, state, answered, replies }) => {
      const kept = get(conversationId);
      if (kept.version !== expectedVersion) throw new StaleStateError(conversationId);
      kept.state = state;
      kept.version += 1;
      kept.answered.add(answered);
      return replies.map(({ id, activity }) => append(kept, id, activity));
    },
    activitiesAfter: async (id, watermark, limit = 1000) =>
      get(id)
        .log.filter(({ sequence }) => sequence > watermark)
        .slice(0, limit),
    deleteIdle: async () => 0,
    delete: async (id) => void all.delete(id),
  };
}
