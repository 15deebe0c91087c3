/** The beginning of a request: what its first message already says, and the first question. */
import type { Asked, ConversationState, RequestState, Surroundings, Turn } from '../conversation.js';
import { wording } from '../wording.js';
import { playBack } from './answers.js';
import { askNext } from './asking.js';
import type { Answers } from './definition.js';
import { firstAnswers } from './first-message.js';
import { definitions } from './index.js';
import { contextOf, runningOf, type Running } from './running.js';

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
  const answers = { ...carried, ...firstAnswers(definitions[asked.right], asked.firstMessage, surroundings) };
  const request: RequestState = { ...asked, answers, step: 'start', trail: [], taken: asked.firstMessage.trim() };
  const running = runningOf(request, { ...state, offer: undefined }, surroundings);
  return askNext(running, openingOf(running));
}

/** Whoever may have asked for the same before knows how it goes, and is to read of that first. */
function openingOf(running: Running): string {
  const { definition, state, surroundings } = running;
  const coming = state.next?.length ? [wording.thenNext(state.next.map(({ right }) => right))] : [];
  if (contextOf(running).earlier) return coming.join();
  const noted = playBack(running, { onlyAnswered: true, except: running.request.firstMessage });
  return [
    definition.opening,
    ...coming,
    ...(noted.length ? [wording.understoodSoFar(noted)] : []),
    wording.started(surroundings.unfinishedAfterHours),
  ].join('\n\n');
}
