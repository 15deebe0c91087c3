/** Routes by which activities come in and, for clients that poll, go out. */
import { randomBytes } from 'node:crypto';
import type { Server } from 'restify';
import { HttpFault } from '../faults.js';
import { readJson } from '../json-body.js';
import { parameter } from '../parameters.js';
import { baseUrl } from './addresses.js';
import { authenticate, grantFor, readWatermark, type DirectLineContext } from './context.js';
import { findConversation } from './conversations.js';
import { activityId, activitySet, identified } from './identify.js';
import { clientIdOf, incomingSchema, stamp } from './incoming.js';
import { PAGE } from './pump.js';
import { tooMany } from '../rate-limit.js';

/** Below the 15 s after which Direct Line clients give up, with room for the network. */
const ANSWER_WITHIN_MS = 12_000;

/** Post and poll activities; say no to files. */
export function installActivities(server: Server, context: DirectLineContext): void {
  const path = '/v3/directline/conversations/:conversationId';
  const { deps, tokens } = context;

  server.post(`${path}/activities`, async (req, res) => {
    const caller = await authenticate(tokens, req);
    const { userId } = grantFor(caller, parameter(req, 'conversationId'));
    const conversation = await findConversation(context, parameter(req, 'conversationId'));
    countMessage(context, conversation.id);
    const activity = stamp(await readJson(req, incomingSchema), {
      conversationId: conversation.id,
      userId,
      fallbackUserId: conversation.userId,
      serviceUrl: baseUrl(req, deps.settings.publicUrl),
      at: deps.now(),
    });
    res.send(200, { id: await takeActivity(context, conversation.id, activity) });
  });

  server.get(`${path}/activities`, async (req, res) => {
    const caller = await authenticate(tokens, req);
    grantFor(caller, parameter(req, 'conversationId'));
    const { id } = await findConversation(context, parameter(req, 'conversationId'));
    const after = readWatermark(new URLSearchParams(req.getQuery()).get('watermark'));
    res.send(200, activitySet(id, await deps.conversations.activitiesAfter(id, after, PAGE), after));
  });

  server.post(`${path}/upload`, async (req) => {
    const caller = await authenticate(tokens, req);
    grantFor(caller, parameter(req, 'conversationId'));
    throw new HttpFault('UploadsNotTaken');
  });
}

function countMessage({ messageLimit }: DirectLineContext, conversationId: string): void {
  const allowance = messageLimit.take(conversationId);
  if (!allowance.ok) throw tooMany(allowance);
}

/** Writes it down, has it answered, and returns its id. From the moment that it is written down, nothing is lost. */
export async function takeActivity(
  { deps, turnRunner }: DirectLineContext,
  conversationId: string,
  activity: ReturnType<typeof stamp>,
): Promise<string> {
  // That somebody is typing is of the moment: it is neither kept nor answered.
  if (activity.type === 'typing') return activityId(conversationId, 0);
  const accepted = await deps.conversations.accept(conversationId, {
    id: randomBytes(12).toString('base64url'),
    clientId: clientIdOf(activity),
    activity,
    at: deps.now(),
  });
  if (!accepted.repeated) deps.hub.wake(conversationId);
  // One that came before is answered now if it was not then, as where the instance that took it has died since.
  const withinMs = deps.settings.answerWithinMs ?? ANSWER_WITHIN_MS;
  await turnRunner.run(conversationId, identified(conversationId, accepted), withinMs);
  return activityId(conversationId, accepted.sequence);
}
