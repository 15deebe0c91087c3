/** What the HTTP layer needs of the bot. */
import type { LoggedActivity } from '../stores/store.js';

/** The bot, as a channel sees it. */
export interface Turns {
  /**
   * Answers an activity that is already in the log. Replies go into the log through `ConversationStore.commitTurn`;
   * the caller then wakes whoever listens. Called concurrently, also for one conversation: queueing is the bot's. For
   * one that was answered before, nothing is done.
   *
   * @param incoming its `id` is the store's, for `TurnCommit.answered`; its `activity.id` is the one that the client
   *   was given, for `replyToId`.
   * @returns once the turn is committed. A rejection is logged by the caller; the client, whose message was accepted,
   *   is not told by HTTP: what to say to the resident is the bot's to commit.
   */
  respond(conversationId: string, incoming: LoggedActivity): Promise<void>;
}
