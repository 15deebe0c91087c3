/** How an activity of the log appears outside: with the id that Direct Line gives it. */
import type { LoggedActivity } from '../../stores/store.js';

/** Direct Line's id of an activity: "<conversation>|0000042". Number 0 is for what is not kept in the log. */
export function activityId(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(7, '0')}`;
}

/**
 * The same entry, its activity with the id by which clients and the bot know it. The store alone knows the sequence,
 * so an activity has no such id before it is in the log. Whoever takes entries from the store on their own, as for
 * `ConversationStore.unanswered`, needs this before the bot sees them.
 */
export function identified(conversationId: string, logged: LoggedActivity): LoggedActivity {
  const { sequence, id, activity } = logged;
  return { sequence, id, activity: { ...activity, id: activityId(conversationId, sequence) } };
}

/** A batch as clients get it, over HTTP and over the socket. */
export interface ActivitySet {
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  /** Sequence of the last one: what comes after it is new. */
  readonly watermark: string;
}

/** @param after the watermark so far, which stays where nothing is new. */
export function activitySet(conversationId: string, batch: readonly LoggedActivity[], after: number): ActivitySet {
  return {
    activities: batch.map((logged) => ({
      ...identified(conversationId, logged).activity,
      channelId: 'directline',
      conversation: { id: conversationId },
      // Where replies go to is between the channel and the bot; JSON leaves out what is undefined.
      serviceUrl: undefined,
    })),
    watermark: String(batch.at(-1)?.sequence ?? after),
  };
}
