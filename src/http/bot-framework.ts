/** `POST /api/messages`: the same bot for Azure Bot Service, whose connector vouches for who speaks. */
import { randomUUID } from 'node:crypto';
import { CloudAdapter, TurnContext, type Activity, type SendActivitiesHandler } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js';
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { Bot } from '../bot.js';
import type { ConversationStore } from '../stores/store.js';
import { admit, authenticationOf, type AuthenticationOptions } from './connector-authentication.js';
import { readJson } from './json-body.js';

// The SDK's client leaves out of an entity whatever it does not know, citations above all: what lists of entities allow
// besides (microsoft/botbuilder-js#2561) is not looked at by the serialiser that it has used since 4.23.
Entity.type.additionalProperties = { type: { name: 'Object' } };

export interface BotFrameworkOptions extends AuthenticationOptions {
  readonly bot: Bot;
  readonly conversations: ConversationStore;
  readonly now: () => Date;
}

const account = z.looseObject({ id: z.string().min(1).max(1_000) });
/** What the bot relies on; the adapter checks the rest, and who sends it. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  recipient: account,
  conversation: account,
  text: z.string().nullish(),
});

/** Makes the endpoint's handler. */
export function createBotFrameworkEndpoint(
  options: BotFrameworkOptions,
): (req: Request, res: Response) => Promise<void> {
  const authentication = authenticationOf(options);
  const adapter = new Endpoint(authentication);
  return async (req, res) => {
    const activity = (await readJson(req, activitySchema)) as unknown as Activity;
    const admitted = await admit(authentication, options, req.headers.authorization ?? '', activity);
    await adapter.receive(admitted, activity, (context) => answer(options, context));
    res.send(200);
  };
}

class Endpoint extends CloudAdapter {
  /** One that was let in. @throws what the turn throws. */
  async receive(
    admitted: AuthenticateRequestResult,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.processActivity(admitted, activity, turn);
  }
}

/** Into the log first, then answered, then sent: a crash in between loses no request. */
async function answer({ bot, conversations, now }: BotFrameworkOptions, context: TurnContext): Promise<void> {
  const activity = withoutOwnMention(context);
  if (activity.type === 'typing') return;
  // Apart from the conversations of the Direct Line in this process, whose tokens must not open these.
  const conversationId = `${activity.channelId}:${activity.conversation.id}`;
  const channel = `azure-${activity.channelId}`;
  await conversations.create({ id: conversationId, channel, userId: activity.from.id, createdAt: now() });
  const accepted = await conversations.accept(conversationId, {
    id: activity.id ?? randomUUID(),
    activity: { ...activity },
    at: now(),
  });
  // One that came before is answered now if it was not then, and says nothing if it was.
  const replies = await bot.respond(conversationId, accepted);
  if (replies.length === 0) return;
  // A greeting answers no message, whatever brought it about.
  if (activity.type !== 'message') context.onSendActivities(withoutReplyTo);
  await context.sendActivities(replies.map((reply) => ({ ...reply.activity })));
}

const withoutReplyTo: SendActivitiesHandler = (_context, activities, next) => {
  for (const activity of activities) activity.replyToId = undefined;
  return next();
};

function withoutOwnMention(context: TurnContext): Activity {
  const { activity } = context;
  if (activity.type === 'message' && activity.entities?.length)
    activity.text = TurnContext.removeRecipientMention(activity).trim();
  return activity;
}
