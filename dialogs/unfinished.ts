/**
 * Requests whose person fell silent. The law's clock may run from the first message that asked, sent or not, so a request
 * with a way to reach the person goes to the Data Protection Officer all the same, marked as unfinished.
 */
import type { Asked, ConversationState, Finished, Surroundings } from './conversation.js';
import { runningRequest } from './request-dialog.js';
import type { Reply } from './reply.js';
import type { Answers } from './requests/definition.js';
import { finish } from './requests/finish.js';
import { firstAnswers } from './requests/first-message.js';
import { definitions } from './requests/index.js';
import type { Running } from './requests/running.js';
import { carried } from './requests/sending.js';
import { wording } from './wording.js';

/** Whether there is a request that is to be passed on if nothing more is said. */
export function isPending({ request }: ConversationState): boolean {
  const contact = request?.answers.contact;
  return contact?.email !== undefined || contact?.phone !== undefined || contact?.post !== undefined;
}

/** Passes on the request under way, and those that were to follow it. Nothing else of the conversation changes. */
export function passOn(
  before: ConversationState,
  surroundings: Surroundings,
): { readonly state: ConversationState; readonly replies: readonly Reply[]; readonly finished: readonly Finished[] } {
  const { request, next = [], ...state } = before;
  const running = runningRequest(before, surroundings);
  if (!request || !running || !isPending(before)) return { state: before, replies: [], finished: [] };
  // Where danger was spoken of and it was not asked yet whether it is safe to write, it is not.
  const unsafe: Answers =
    before.danger && !request.answers.safeToContact ? { safeToContact: { words: '', understood: '' } } : {};
  const first = { ...running, request: { ...request, answers: { ...request.answers, ...unsafe } } };
  const all = [first, ...next.map((asked) => following(asked, first))];
  const finished = all.map((one) => finish(one, { unfinished: true }));
  const replies = finished.map(({ request: { right, reference } }): Reply => ({
    kind: 'request',
    right,
    step: 'sent',
    reference,
    text: wording.unfinished(surroundings.council, reference),
  }));
  return { state, replies, finished };
}

/** A request that was asked for and never begun, with what is known of its person. */
function following(asked: Asked, before: Running): Running {
  const definition = definitions[asked.right];
  const answers = { ...carried(before), ...firstAnswers(definition, asked.firstMessage, before.surroundings) };
  return { ...before, definition, request: { ...asked, answers, step: 'start', trail: [] } };
}
