/** An activity as a client posts it, and as it goes into the log: with what the server vouches for. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const shortText = z.string().max(200).optional().catch(undefined);
const list = z.array(z.looseObject({})).optional().catch(undefined);

/**
 * What is taken from a client; anything else it sends is left out, above all what only a channel may say (`recipient`,
 * `serviceUrl`, `deliveryMode` …) and files. Only `type` and `text` are worth a refusal: the bot reads the rest as
 * far as it understands it.
 */
export const incomingSchema = z.object({
  type: z.string('every activity has a type').trim().min(1, 'every activity has a type').max(100),
  text: z.string().nullish(),
  from: z.object({ id: shortText, name: shortText }).optional().catch(undefined),
  channelData: z.unknown().optional(),
  value: z.unknown().optional(),
  valueType: text,
  name: text,
  label: text,
  code: text,
  locale: text,
  textFormat: text,
  localTimestamp: text,
  localTimezone: text,
  replyToId: text,
  entities: list,
  membersAdded: list,
  membersRemoved: list,
});

/** What a client posts. */
export type Incoming = z.infer<typeof incomingSchema>;

export interface Stamp {
  readonly conversationId: string;
  /** Of the token; or else the client's own is believed. */
  readonly userId: string | undefined;
  /** Where neither the token nor the client names one. */
  readonly fallbackUserId: string;
  readonly serviceUrl: string;
  readonly at: Date;
}

/** The bot's side of a Direct Line conversation. */
const BOT = { id: 'privacy-assistant', name: 'Privacy assistant', role: 'bot' } as const;

/** The activity for the log, all but its id. Whatever a client claims, it speaks as the user. */
export function stamp(incoming: Incoming, { conversationId, userId, fallbackUserId, serviceUrl, at }: Stamp) {
  const { from, text: said, ...rest } = incoming;
  return {
    ...rest,
    ...(typeof said === 'string' ? { text: said } : {}),
    from: {
      id: userId ?? (from?.id || fallbackUserId),
      ...(from?.name === undefined ? {} : { name: from.name }),
      role: 'user' as const,
    },
    recipient: BOT,
    timestamp: at.toISOString(),
    channelId: 'directline',
    conversation: { id: conversationId },
    serviceUrl,
  };
}

const clientIds = z.object({ clientActivityID: z.string().min(1) });

/**
 * By which a resent activity is known again: who sent it and the id that their client gave it. Hashed, because it is
 * searched by and so rests in the open. Undefined where the client gives none.
 */
export function clientIdOf(activity: ReturnType<typeof stamp>): string | undefined {
  const parsed = clientIds.safeParse(activity.channelData);
  if (!parsed.success) return undefined;
  const parts = JSON.stringify([activity.from.id, parsed.data.clientActivityID]);
  return createHash('sha256').update(parts).digest('base64url');
}
