/** Giving a request up: asked once, because "cancel" may be said of a step; then everything of it is gone. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { Asked, ConversationState, Turn } from '../conversation.js';
import type { Reply } from '../reply.js';
import { commandOf, yesOrNo } from '../said.js';
import { wording } from '../wording.js';
import { stay } from './asking.js';
import { withRequest, type Running } from './running.js';

/** Asks whether to give the request up. */
export function askToStop(running: Running): Turn {
  const { right, step } = running.request;
  const asked = withRequest(running, { ...running.request, stopping: true });
  const buttons = [wording.stopYes, wording.stopNo].map((title) => ({ title, value: title }));
  const reply: Reply = { kind: 'request', right, step, text: wording.stopping, buttons };
  return { state: asked.state, replies: [reply] };
}

const STOP =
  /^(?:(?:yes|yeah|yep|yea|y|aye|please|i do|do|just) ?)*(?:stop|cancel|quit|end|delete)?(?: (?:it|this|that|my request|the request|everything))?$/;
const GO_ON =
  /^(?:(?:no|nope|nah|n|please|just|lets|actually|sorry) ?)*(?:(?:go|carry|keep) (?:on|going)|continue|dont(?: stop| cancel)?|not? (?:stop|cancel)|resume|go back|back)?(?: please| with it| then)*$/;

/** What a reply to "do you want to stop?" means; "ok" and "fine" may mean either. */
export function stopOrGoOn(text: string): 'stop' | 'goOn' | undefined {
  const said = plainWords(text.slice(0, 100));
  if (said === '') return undefined;
  if (GO_ON.test(said) || yesOrNo(text) === 'no') return 'goOn';
  return STOP.test(said) || commandOf(text)?.command === 'cancel' ? 'stop' : undefined;
}

export function goOn(running: Running): Turn {
  return stay(withoutDoubts(running));
}

/** Forgets the request. What was asked for besides is offered, not begun: whoever stops may have had enough. */
export function stop({ state, surroundings }: Running): Turn {
  const { request: _gone, next = [], ...others } = state;
  const offered = offerNext(others, next);
  const said: Reply = { kind: 'chat', text: wording.cancelled(surroundings.council) };
  return { state: offered.state, replies: [said, ...offered.replies] };
}

/** Offers the first of what was asked for besides, if there is any. */
export function offerNext(state: ConversationState, [offer, ...later]: readonly Asked[]): Turn {
  if (!offer) return { state, replies: [] };
  const buttons = [wording.offerYes, wording.offerNo].map((title) => ({ title, value: title }));
  return {
    state: { ...state, offer, ...(later.length ? { next: later } : {}) },
    replies: [{ kind: 'request', right: offer.right, step: 'start', text: wording.alsoAsked(offer.right), buttons }],
  };
}

/** As it was before it was asked whether to stop, or whether a message was an answer. */
export function withoutDoubts(running: Running): Running {
  const { stopping: _stopping, deleting: _deleting, unsure: _unsure, ...request } = running.request;
  return withRequest(running, request);
}
