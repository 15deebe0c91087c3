/**
 * Requests whose person fell silent. The law's clock may run from the first message that asked, sent or not, so a request
 * with a way to reach the person goes to the Data Protection Officer all the same, marked as unfinished.
 */
import type { Addition } from '../src/requests/addition.js';
import type { Asked, ConversationState, Finished, Surroundings } from './conversation.js';
import { runningRequest } from './request-dialog.js';
import type { Reply } from './reply.js';
import type { Answers } from './requests/definition.js';
import { additionOf, withSent } from './requests/adding.js';
import { applicableAnswers, finish } from './requests/finish.js';
import { firstAnswers } from './requests/first-message.js';
import { definitions } from './requests/index.js';
import { runningOf, type Running } from './requests/running.js';
import { carried } from './requests/sending.js';
import { wording } from './wording.js';

/** Whether there is a request that is to be passed on if nothing more is said. */
export function isPending({ request }: ConversationState): boolean {
  const { contact, start } = request?.answers ?? {};
  // What is added to a request goes where that went, with the way to reach them that stands there.
  if (start?.addsTo !== undefined) return true;
  return contact?.email !== undefined || contact?.phone !== undefined || contact?.post !== undefined;
}

export interface HandedOn {
  readonly finished: readonly Finished[];
  readonly added: readonly Addition[];
}

/** Passes on the request under way, and those that were to follow it. Nothing else of the conversation changes. */
export function passOn(
  before: ConversationState,
  surroundings: Surroundings,
): HandedOn & { readonly state: ConversationState; readonly replies: readonly Reply[] } {
  const { request, next = [], ...others } = before;
  const running = runningRequest(before, surroundings);
  if (!request || !running || !isPending(before)) return { state: before, replies: [], finished: [], added: [] };
  // Where danger was spoken of and it was not asked yet whether it is safe to write, it is not.
  const unsafe: Answers =
    before.danger && !request.answers.safeToContact ? { safeToContact: { words: '', understood: '' } } : {};
  const first = { ...running, request: { ...request, answers: { ...request.answers, ...unsafe } } };
  const all = [first, ...next.map((asked) => following(asked, first))];
  return all.reduce<ReturnType<typeof passOn>>((so, one) => handOn(so, one), {
    state: others,
    replies: [],
    finished: [],
    added: [],
  });
}

/** Passes on one of them, after others. */
function handOn(
  { state, replies, finished, added }: ReturnType<typeof passOn>,
  one: Running,
): ReturnType<typeof passOn> {
  const { council, now } = one.surroundings;
  const answers = applicableAnswers(one);
  const addition = additionOf({ request: one.request, state }, answers, { unfinished: true });
  const said = (text: string, reference: string): readonly Reply[] => [
    ...replies,
    { kind: 'request', right: one.request.right, step: 'sent', reference, text },
  ];
  if (addition) {
    const { reference } = addition.addition;
    const text = wording.unfinishedAddition(council, reference);
    return { state: addition.state, replies: said(text, reference), finished, added: [...added, addition.addition] };
  }
  const done = finish(one, { unfinished: true });
  const { reference } = done.request;
  return {
    state: withSent(state, done.request, answers, now),
    replies: said(wording.unfinished(council, reference), reference),
    finished: [...finished, done],
    added,
  };
}

/** A request that was asked for and never begun, with what is known of its person. */
function following(asked: Asked, before: Running): Running {
  const answers = {
    ...carried(before),
    ...firstAnswers(definitions[asked.right], asked.firstMessage, before.surroundings),
  };
  const request = { ...asked, answers, step: 'start' as const, trail: [] };
  return runningOf(request, before.state, before.surroundings);
}
