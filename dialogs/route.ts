/** Decides what a message is: a fault, danger, a word that steers, an answer to what was asked, or a question. */
import type { Outcome } from '../src/answers/answer.js';
import { sayOutcome } from './answer.js';
import { aside } from './aside.js';
import type { ConversationState, Surroundings, Turn } from './conversation.js';
import { deleting } from './deleting.js';
import { judge, withFeedback } from './feedback.js';
import { openTalk } from './open-talk.js';
import { continueRequest, runningRequest, settled, steers } from './request-dialog.js';
import { askAgain } from './requests/asking.js';
import { currentStep } from './requests/running.js';
import { withoutDoubts } from './requests/stopping.js';
import { askUnsure } from './requests/taking.js';
import { isAsking } from './said.js';
import { withWelcome } from './welcome.js';
import { MOST_CHARACTERS, wording } from './wording.js';

/** Greets, once in a conversation however often a client says that it is there. */
export function greet(state: ConversationState, { council }: Surroundings): Turn {
  if (state.greeted) return { state, replies: [] };
  const buttons = wording.examples.map((title) => ({ title, value: title }));
  return { state: { ...state, greeted: true }, replies: [{ kind: 'chat', text: wording.greeting(council), buttons }] };
}

/** One message of a person → what is said, and what is remembered. Pure. */
export function route(before: ConversationState, text: string, surroundings: Surroundings): Turn {
  const state = { ...before, greeted: true };
  const fault = faultOf(text);
  if (fault) {
    const running = runningRequest(state, surroundings);
    return { state, replies: [{ kind: 'chat', text: fault }, ...(running ? [askAgain(running)] : [])] };
  }
  const turn =
    deleting(state, runningRequest(state, surroundings), text, surroundings) ??
    judge(state, text, surroundings) ??
    withFeedback(replyTo(state, text, surroundings), state, text, surroundings);
  return withWelcome(turn, before, surroundings);
}

function replyTo(state: ConversationState, text: string, surroundings: Surroundings): Turn {
  const running = runningRequest(state, surroundings);
  if (running && steers(running, text)) return settled(running, text) ?? continueRequest(withoutDoubts(running), text);
  const outcomes = outcomesOf(state, text, surroundings);
  const [first] = outcomes;
  // "My boyfriend" alone may be a choice at hand.
  const isChoice = running !== undefined && currentStep(running)?.recognises?.(text) === 'whole';
  if (first?.family === 'safety' && !isChoice) return inDanger(state, text, first, surroundings);
  if (!running) return openTalk(state, text, outcomes, surroundings);
  return aside(running, text, outcomes) ?? continueRequest(withoutDoubts(running), text);
}

function faultOf(text: string): string | undefined {
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}?]/u.test(text)) return wording.empty;
  return text.length > MOST_CHARACTERS ? wording.tooLong : undefined;
}

/** A button sends a title, which is known for certain; all else is read, after what was just talked about. */
function outcomesOf(
  { topic, clarified }: ConversationState,
  text: string,
  { answerer }: Surroundings,
): readonly Outcome[] {
  const known = answerer.byTitle(text);
  return known ? [known] : answerer.answer(text, { topic, clarified });
}

/** Says where help is, and never drops what was under way: words told in fear are the answer all the same. */
function inDanger(
  before: ConversationState,
  text: string,
  outcome: Extract<Outcome, { family: 'safety' }>,
  { answerer, council, ...others }: Surroundings,
): Turn {
  const state = { ...before, danger: true };
  const help = sayOutcome(outcome, answerer, council);
  const running = runningRequest(state, { answerer, council, ...others });
  if (!running) return { state, replies: [help] };
  const step = currentStep(running);
  if (!step?.ownWords && !step?.recognises?.(text))
    return { state, replies: [help, askAgain(running, wording.backTo)] };
  // A question may be part of the story, or be one.
  const turn =
    step?.ownWords && isAsking(text) ? askUnsure(running, text, wording.backTo) : continueRequest(running, text);
  return { ...turn, replies: [help, ...turn.replies] };
}
