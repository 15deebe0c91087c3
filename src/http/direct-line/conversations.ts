/** Routes by which a conversation is begun, come back to, and deleted. */
import type { Server } from 'restify';
import { z } from 'zod';
import type { Conversation } from '../../stores/store.js';
import { HttpFault } from '../faults.js';
import { readJson } from '../json-body.js';
import { parameter } from '../parameters.js';
import { newConversationId, newUserId, TOKEN_SECONDS, type Grant } from '../tokens.js';
import { baseUrl, streamUrl } from './addresses.js';
import { authenticate, grantFor, readWatermark, type DirectLineContext } from './context.js';

const user = z
  .object({ id: z.string().min(1).max(200) })
  .partial()
  .nullish();
// Direct Line fixes only ids with this prefix by a token: no client could have claimed such a one before.
const tokenUser = user.refine((given) => !given?.id || given.id.startsWith('dl_'), 'user.id must begin with "dl_"');
const generateBody = z.object({ user: tokenUser });
const startBody = z.object({ user });

/** Start a conversation, reconnect to one, delete one. */
export function installConversations(server: Server, context: DirectLineContext): void {
  const { deps, tokens } = context;

  server.post('/v3/directline/conversations', async (req, res) => {
    const caller = await authenticate(tokens, req);
    const body = await readJson(req, startBody);
    const grant =
      caller.kind === 'token' ? caller.grant : { conversationId: newConversationId(), userId: body.user?.id };
    const existed = await deps.conversations.find(grant.conversationId);
    if (!existed) {
      await deps.conversations.create({
        id: grant.conversationId,
        channel: 'directline',
        userId: grant.userId ?? newUserId(),
        createdAt: deps.now(),
      });
      deps.metrics.conversations.inc();
    }
    const base = baseUrl(req, deps.settings.publicUrl);
    res.send(existed ? 200 : 201, await conversationAnswer(context, grant, base, 0));
  });

  server.get('/v3/directline/conversations/:conversationId', async (req, res) => {
    const caller = await authenticate(tokens, req);
    const grant = grantFor(caller, parameter(req, 'conversationId'));
    await findConversation(context, grant.conversationId);
    const watermark = readWatermark(new URLSearchParams(req.getQuery()).get('watermark'));
    const base = baseUrl(req, deps.settings.publicUrl);
    res.send(200, await conversationAnswer(context, grant, base, watermark));
  });

  // Direct Line has no such call. What was sent to the council is no part of the conversation, and stays.
  server.del('/v3/directline/conversations/:conversationId', async (req, res) => {
    const caller = await authenticate(tokens, req);
    grantFor(caller, parameter(req, 'conversationId'));
    const { id } = await findConversation(context, parameter(req, 'conversationId'));
    await deps.conversations.delete(id);
    res.send(204);
  });
}

/** Generate tokens with the secret, and refresh them. */
export function installTokens(server: Server, context: DirectLineContext): void {
  const { tokens } = context;

  server.post('/v3/directline/tokens/generate', async (req, res) => {
    const caller = await authenticate(tokens, req);
    if (caller.kind !== 'secret') throw new HttpFault('NotForToken', 'New tokens are generated with the secret.');
    const body = await readJson(req, generateBody);
    const grant = { conversationId: newConversationId(), userId: body.user?.id };
    res.send(200, await tokenAnswer(context, grant));
  });

  server.post('/v3/directline/tokens/refresh', async (req, res) => {
    const caller = await authenticate(tokens, req);
    if (caller.kind !== 'token') throw new HttpFault('NotForToken', 'The secret does not expire. Refresh a token.');
    res.send(200, await tokenAnswer(context, caller.grant));
  });
}

/**
 * The conversation, if it is one of Direct Line's.
 * @throws {HttpFault} UnknownConversation
 */
export async function findConversation({ deps }: DirectLineContext, id: string): Promise<Conversation> {
  const conversation = await deps.conversations.find(id);
  if (conversation?.channel !== 'directline') throw new HttpFault('UnknownConversation');
  return conversation;
}

/** A new token, as the token routes answer with it. */
export async function tokenAnswer({ tokens }: Pick<DirectLineContext, 'tokens'>, grant: Grant) {
  return { conversationId: grant.conversationId, token: await tokens.issue(grant), expires_in: TOKEN_SECONDS };
}

async function conversationAnswer(context: DirectLineContext, grant: Grant, base: string, watermark: number) {
  const answer = await tokenAnswer(context, grant);
  const streamToken = await context.tokens.issueForStream(grant);
  return { ...answer, streamUrl: streamUrl(base, grant.conversationId, streamToken, watermark) };
}
