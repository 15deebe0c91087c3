/** The beginning of a request: what its first message already says, and the first question. */
import type { Asked, ConversationState, RequestState, Surroundings, Turn } from '../conversation.js';
import { wording } from '../wording.js';
import { playBack } from './answers.js';
import { askNext } from './asking.js';
import type { Answers } from './definition.js';
import { firstAnswers } from './first-message.js';
import { definitions } from './index.js';
import type { Running } from './running.js';

/**
 * Begins a request with what its first message already says.
 * @param carried answers that the person gave to an earlier request, and that hold for this one too.
 */
export function beginRequest(
  asked: Asked,
  state: ConversationState,
  surroundings: Surroundings,
  carried: Answers = {},
): Turn {
  const definition = definitions[asked.right];
  const answers = { ...carried, ...firstAnswers(definition, asked.firstMessage, surroundings) };
  const request: RequestState = { ...asked, answers, step: 'start', trail: [], taken: asked.firstMessage.trim() };
  const running = { definition, request, state: { ...state, offer: undefined, request }, surroundings };
  return askNext(running, openingOf(running));
}

function openingOf(running: Running): string {
  const { definition, state, surroundings } = running;
  const noted = playBack(running, { onlyAnswered: true, except: running.request.firstMessage });
  return [
    definition.opening,
    ...(state.next?.length ? [wording.thenNext(state.next.map(({ right }) => right))] : []),
    ...(noted.length ? [wording.understoodSoFar(noted)] : []),
    wording.started(surroundings.unfinishedAfterHours),
  ].join('\n\n');
}
