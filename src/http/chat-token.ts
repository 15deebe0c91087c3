/** `POST /api/chat/token`: what the widget asks for before it can talk. */
import type { Server } from 'restify';
import { clientAddress } from './client-address.js';
import type { DirectLineContext } from './direct-line/context.js';
import { tokenAnswer } from './direct-line/conversations.js';
import { HttpFault } from './faults.js';
import { tooMany } from './rate-limit.js';
import { newConversationId, newUserId } from './tokens.js';

/**
 * A token for one new conversation, to anybody whose page is allowed. The conversation is written down only when it is
 * started (`POST /v3/directline/conversations`), so that asking for tokens fills no database.
 */
export function installChatToken(server: Server, context: DirectLineContext): void {
  const { settings } = context.deps;

  server.post('/api/chat/token', async (req, res) => {
    // A browser always names the page's origin here; a program outside of one has no page to be kept from.
    const origin = req.headers.origin;
    if (origin !== undefined && !context.isAllowedOrigin(origin)) throw new HttpFault('OriginNotAllowed');
    const allowance = context.conversationLimit.take(clientAddress(req, settings.trustProxy ?? false));
    if (!allowance.ok) throw tooMany(allowance);
    const grant = { conversationId: newConversationId(), userId: newUserId() };
    res.send(200, { ...(await tokenAnswer(context, grant)), userId: grant.userId });
  });
}
