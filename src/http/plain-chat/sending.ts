/** A form was sent: its message goes the way of every other message, or it is said why not. */
import { createHash } from 'node:crypto';
import type { Request } from 'restify';
import { clientAddress } from '../client-address.js';
import { takeActivity } from '../direct-line/activities.js';
import { baseUrl } from '../direct-line/addresses.js';
import type { DirectLineContext } from '../direct-line/context.js';
import { stamp } from '../direct-line/incoming.js';
import { lastOwn, readConversation } from './conversation.js';
import { messageFrom, type Filled, type Problem } from './form-fields.js';
import type { FormGrant, PlainSession } from './session.js';
import { PLAIN } from './wording.js';

/** What came of it. */
export type Sending =
  | { readonly outcome: 'sent'; readonly session: PlainSession }
  /** Not sent: the page is shown again with what was written. */
  | {
      readonly outcome: 'again';
      /** HTTP status. */
      readonly status: 200 | 409 | 422 | 429;
      /** The conversation to be shown; undefined: a new one. */
      readonly session: PlainSession | undefined;
      readonly notice?: string;
      readonly problem?: Problem;
    };

/** The form's hidden value, read, and what the cookie says. */
export interface Credentials {
  readonly grant: FormGrant | undefined;
  readonly session: PlainSession | undefined;
}

/** @throws what the store throws. */
export async function send(
  context: DirectLineContext,
  req: Request,
  filled: Filled,
  { grant, session }: Credentials,
): Promise<Sending> {
  const { conversations } = context.deps;
  const belongs = grant && (session ? session.conversationId === grant.conversationId : grant.isStart);
  if (!belongs) return { outcome: 'again', status: 409, session, notice: session ? PLAIN.old : PLAIN.ended };
  const exists = (await conversations.find(grant.conversationId)) !== undefined;
  // There was a cookie, so there was a conversation.
  if (session && !exists) return { outcome: 'again', status: 409, session: undefined, notice: PLAIN.ended };
  const shown = exists ? grant : undefined;

  const message = messageFrom(filled);
  if ('problem' in message) return { outcome: 'again', status: 422, session: shown, problem: message.problem };
  if (filled.choice !== undefined && (await isStale(context, grant, filled)))
    return { outcome: 'again', status: 200, session: shown, notice: PLAIN.stale };
  if (!isAllowed(context, req, grant, exists))
    return { outcome: 'again', status: 429, session: shown, notice: PLAIN.tooMany };
  if (!exists) await begin(context, grant);
  await takeActivity(context, grant.conversationId, activityOf(context, req, grant, message.text));
  return { outcome: 'sent', session: grant };
}

/** The conversation went on since the page was made, by another message than this very one. */
async function isStale(context: DirectLineContext, grant: FormGrant, { choice }: Filled): Promise<boolean> {
  const { said, last } = await readConversation(context.deps.conversations, grant.conversationId);
  if (last <= grant.after) return false;
  const own = said[lastOwn(said)];
  return !(own?.by === 'you' && own.text === choice?.trim());
}

function isAllowed(context: DirectLineContext, req: Request, grant: FormGrant, exists: boolean): boolean {
  const { conversationLimit, messageLimit, deps } = context;
  if (!exists && !conversationLimit.take(clientAddress(req, deps.settings.trustProxy ?? false)).ok) return false;
  return messageLimit.take(grant.conversationId).ok;
}

async function begin({ deps }: DirectLineContext, { conversationId, userId }: PlainSession): Promise<void> {
  await deps.conversations.create({ id: conversationId, channel: 'directline', userId, createdAt: deps.now() });
  deps.metrics.conversations.inc();
}

/** The same form with the same words is the same message, however often it is sent; with other words it is another. */
function activityOf(
  { deps }: DirectLineContext,
  req: Request,
  grant: FormGrant,
  text: string,
): ReturnType<typeof stamp> {
  const { conversationId, userId, nonce } = grant;
  const words = createHash('sha256').update(text).digest('base64url');
  return stamp(
    {
      type: 'message',
      text,
      textFormat: 'plain',
      locale: 'en-GB',
      channelData: { clientActivityID: `${nonce}.${words}` },
    },
    {
      conversationId,
      userId,
      fallbackUserId: userId,
      serviceUrl: baseUrl(req, deps.settings.publicUrl),
      at: deps.now(),
    },
  );
}
