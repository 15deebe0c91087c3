/** A conversation in a store, and what its tests do with it. */
import type { ConversationStore, LoggedActivity, TurnCommit } from '../../src/stores/store.js';
import { AT } from '../support/fresh-database.js';

export const ID = 'conversation-1';

/** Moments after {@link AT}. */
export const after = (ms: number): Date => new Date(AT.getTime() + ms);

export async function begin(store: ConversationStore, id = ID, createdAt = AT): Promise<void> {
  await store.create({ id, channel: 'directline', userId: 'dl_someone', createdAt });
}

/** Accepts a message whose text is its id. */
export function say(
  store: ConversationStore,
  id: string,
  { conversationId = ID, clientId, at = AT }: { conversationId?: string; clientId?: string; at?: Date } = {},
): Promise<LoggedActivity & { readonly repeated: boolean }> {
  return store.accept(conversationId, { id, clientId, activity: { type: 'message', text: id }, at });
}

/** A turn that answers `m1` with one reply. */
export function aTurn(change: Partial<TurnCommit> = {}): TurnCommit {
  return {
    conversationId: ID,
    expectedVersion: 0,
    state: { step: 'contact' },
    answered: 'm1',
    replies: [{ id: 'r1', activity: { type: 'message', text: 'Hello' } }],
    handedOver: [],
    at: AT,
    ...change,
  };
}

/** "1 m1", "2 r1" … */
export const lines = (log: readonly LoggedActivity[]): string[] => log.map(({ sequence, id }) => `${sequence} ${id}`);

/** The name of the error that it ends with. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
