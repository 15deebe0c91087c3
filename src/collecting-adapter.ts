/** What the dialogs send is kept until their turn is committed: nothing is said before. */
import { randomUUID } from 'node:crypto';
import {
  BotAdapter,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder-core';

/** A channel that delivers nothing. */
export class CollectingAdapter extends BotAdapter {
  readonly collected: { id: string; activity: Readonly<Record<string, unknown>> }[] = [];

  constructor(private readonly now: () => Date) {
    super();
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const answersMessage = context.activity.type === 'message';
    const sent = activities.map((activity) => {
      const id = randomUUID();
      // A greeting answers no message.
      const { replyToId, ...rest } = activity;
      const stamped = { ...rest, ...(answersMessage ? { replyToId } : {}), timestamp: this.now().toISOString() };
      this.collected.push({ id, activity: { ...stamped } });
      return { id };
    });
    return Promise.resolve(sent);
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('what was said is in the log and is not changed'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('what was said is in the log and is not changed'));
  }

  override continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error('the bot speaks only when it is spoken to'));
  }
}
