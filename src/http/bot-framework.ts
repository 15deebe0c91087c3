/** `POST /api/messages`: the same bot for Azure Bot Service, whose connector vouches for who speaks. */
import { randomUUID } from 'node:crypto';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
  type SendActivitiesHandler,
} from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js';
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { Bot } from '../bot.js';
import type { ConversationStore } from '../stores/store.js';
import { HttpFault } from './faults.js';
import { readJson } from './json-body.js';

// The SDK's client leaves out of an entity whatever it does not know, citations above all: what lists of entities allow
// besides (microsoft/botbuilder-js#2561) is not looked at by the serialiser that it has used since 4.23.
Entity.type.additionalProperties = { type: { name: 'Object' } };

export interface BotFrameworkOptions {
  readonly bot: Bot;
  readonly conversations: ConversationStore;
  readonly now: () => Date;
  /** Unset: no authentication, and then only services on this machine are answered. */
  readonly appId?: string;
  readonly appPassword?: string;
  readonly appType: string;
  readonly tenantId?: string;
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
  const adapter = new Endpoint(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: options.appId ?? '',
      MicrosoftAppPassword: options.appPassword ?? '',
      // Of the types, only this one may be without an id, which then means no authentication.
      MicrosoftAppType: options.appId === undefined ? 'MultiTenant' : options.appType,
      MicrosoftAppTenantId: options.tenantId ?? '',
    }),
  );
  return async (req, res) => {
    const activity = await readJson(req, activitySchema);
    if (options.appId === undefined) refuseOthers(activity.serviceUrl);
    await adapter.receive(req.headers.authorization ?? '', activity as unknown as Activity, (context) =>
      answer(options, context),
    );
    res.send(200);
  };
}

/** Without credentials anybody could have the answers sent anywhere. */
function refuseOthers(serviceUrl: string): void {
  const { hostname } = new URL(serviceUrl);
  if (hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)) return;
  throw new HttpFault('NotForToken', 'Without MicrosoftAppId, only a service on this machine is answered.');
}

class Endpoint extends CloudAdapter {
  /** @throws {HttpFault} where the connector's token is missing or wrong; what the turn throws. */
  async receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    try {
      await this.processActivity(authorization, activity, turn);
    } catch (error) {
      if (error instanceof AuthenticationError)
        throw new HttpFault('TokenMissing', 'The Bot Framework token is missing or not valid.');
      throw error;
    }
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
