/** Giving a request up: asked once, because "cancel" may be said of a step; then everything of it is gone. */
import type { Turn } from '../conversation.js';
import type { Reply } from '../reply.js';
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

export function goOn(running: Running): Turn {
  return stay(withoutDoubts(running));
}

/** Forgets the request. What was asked for besides is offered, not begun: whoever stops may have had enough. */
export function stop({ state, surroundings }: Running): Turn {
  const { request: _gone, next = [], ...others } = state;
  const [offer, ...later] = next;
  const said: Reply = { kind: 'chat', text: wording.cancelled(surroundings.council) };
  if (!offer) return { state: others, replies: [said] };
  const buttons = [wording.offerYes, wording.offerNo].map((title) => ({ title, value: title }));
  return {
    state: { ...others, offer, ...(later.length ? { next: later } : {}) },
    replies: [
      said,
      { kind: 'request', right: offer.right, step: 'start', text: wording.alsoAsked(offer.right), buttons },
    ],
  };
}

/** As it was before it was asked whether to stop, or whether a message was an answer. */
export function withoutDoubts(running: Running): Running {
  const { stopping: _stopping, unsure: _unsure, ...request } = running.request;
  return withRequest(running, request);
}
