/** Decides what a message is: a fault, danger, a word that steers, an answer to what was asked, or a question. */
import type { Outcome } from '../src/answers/answer.js';
import type { RequestEntry } from '../src/answers/knowledge/schema.js';
import { RIGHT_NAMES } from '../src/requests/right.js';
import { sayOutcome } from './answer.js';
import type { Asked, ConversationState, Surroundings, Turn } from './conversation.js';
import type { Reply } from './reply.js';
import { askAgain, beginRequest, continueRequest, runningRequest, steers } from './request-dialog.js';
import { definitions } from './requests/index.js';
import { currentStep, type Running } from './requests/running.js';
import { commandOf, isAsking, yesOrNo } from './said.js';
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
  const running = runningRequest(state, surroundings);
  const fault = faultOf(text);
  if (fault) return { state, replies: [{ kind: 'chat', text: fault }, ...(running ? [askAgain(running)] : [])] };
  if (running && steers(running, text)) return continueRequest(running, text);
  const outcome = outcomeOf(text, surroundings);
  if (outcome.family === 'safety') return inDanger(state, text, outcome, surroundings);
  return running ? inRequest(running, text, outcome) : outsideRequest(state, text, outcome, surroundings);
}

function faultOf(text: string): string | undefined {
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}?]/u.test(text)) return wording.empty;
  return text.length > MOST_CHARACTERS ? wording.tooLong : undefined;
}

/** A button sends a title, which is known for certain; all else is read. */
function outcomeOf(text: string, { answerer }: Surroundings): Outcome {
  return answerer.byTitle(text) ?? answerer.answer(text);
}

/** Says where help is, and never drops what was under way: words told in fear are the answer all the same. */
function inDanger(
  before: ConversationState,
  text: string,
  outcome: Extract<Outcome, { family: 'safety' }>,
  surroundings: Surroundings,
): Turn {
  const state = { ...before, danger: true };
  const help = sayOutcome(outcome, surroundings.answerer, surroundings.council);
  const running = runningRequest(state, surroundings);
  if (!running) return { state, replies: [help] };
  if (!currentStep(running)?.ownWords) return { state, replies: [help, askAgain(running, wording.backTo)] };
  const turn = continueRequest(running, text);
  return { ...turn, replies: [help, ...turn.replies] };
}

function inRequest(running: Running, text: string, outcome: Exclude<Outcome, { family: 'safety' }>): Turn {
  const { state, surroundings } = running;
  if (!isAside(running, text, outcome)) return continueRequest(running, text);
  if (outcome.family === 'request') {
    return { state, replies: [askAgain(running, wording.finishFirst)] };
  }
  // Its follow-ups would lead away from the request: only the step's own buttons are shown.
  const { buttons: _followUps, ...reply } = sayOutcome(outcome, surroundings.answerer, surroundings.council);
  return { state: remember(state, reply), replies: [reply, askAgain(running, wording.backTo)] };
}

/** Below, the classifier is too unsure to take an answer for a question. */
const SURE_ASIDE = 0.5;
/** Names and addresses seldom have more words; questions seldom have fewer. */
const FEWEST_WORDS = 4;

/** Whether a message in the middle of a request is about something else, rather than the answer to its step. */
function isAside(running: Running, text: string, outcome: Outcome): boolean {
  const step = currentStep(running);
  if (step?.step === 'contact' && /@|\d{6}/.test(text.replace(/[\s().-]/g, ''))) return false;
  // Said again in other words, it is still what the request is about.
  if (outcome.family === 'request' && outcome.entry.right === running.request.right) return false;
  const asking = isAsking(text);
  const known = outcome.family !== 'unanswerable' && outcome.score >= SURE_ASIDE;
  if (step?.ownWords) return asking && known && outcome.family !== 'request' && outcome.family !== 'chat';
  if (asking) return true;
  return (
    known && outcome.family !== 'chat' && text.trim().split(/\s+/).length >= FEWEST_WORDS && readsBadly(running, text)
  );
}

/** What the step cannot make sense of may be about something else; a name can be anything, so it never settles that. */
function readsBadly(running: Running, text: string): boolean {
  const replies = continueRequest(running, text).replies;
  return replies.at(-1)?.step === running.request.step || currentStep(running)?.step === 'fullName';
}

function outsideRequest(
  state: ConversationState,
  text: string,
  outcome: Exclude<Outcome, { family: 'safety' }>,
  surroundings: Surroundings,
): Turn {
  if (state.offer) {
    const said = yesOrNo(text) ?? offerButton(text);
    if (said === 'yes') return begin(state.offer, state, surroundings);
    if (said === 'no')
      return { state: { ...state, offer: undefined }, replies: [{ kind: 'chat', text: wording.offerDeclined }] };
  }
  const open = { ...state, offer: undefined };
  const steering = outsideCommand(text, surroundings);
  if (steering) return { state: open, replies: [steering] };
  if (outcome.family === 'request') return askedFor(outcome, open, text, surroundings);
  const reply = sayOutcome(outcome, surroundings.answerer, surroundings.council);
  return { state: remember(open, reply), replies: [reply] };
}

function offerButton(text: string): 'yes' | 'no' | undefined {
  if (text === wording.offerYes) return 'yes';
  return text === wording.offerNo ? 'no' : undefined;
}

/** Words that steer a request, said where there is none. */
function outsideCommand(text: string, { answerer, council }: Surroundings): Reply | undefined {
  const entry = { help: 'chat-what-can-you-do', person: 'chat-human' } as const;
  const command = commandOf(text)?.command;
  switch (command) {
    case 'help':
    case 'person': {
      const known = answerer.entry(entry[command]);
      return known?.act === 'chat'
        ? sayOutcome({ family: 'chat', entry: known, score: 1 }, answerer, council)
        : undefined;
    }
    case 'cancel':
    case 'back':
    case 'skip':
    case 'send':
      return { kind: 'chat', text: wording.nothingToChange };
    case 'change':
    case 'repeat':
    case undefined:
      return undefined;
  }
}

/** Starts where that is plainly wanted, offers where it may be. */
function askedFor(
  outcome: { readonly entry: RequestEntry; readonly sure: boolean },
  state: ConversationState,
  text: string,
  surroundings: Surroundings,
): Turn {
  const { right } = outcome.entry;
  const asked = { right, firstMessage: text, receivedAt: surroundings.now.toISOString() };
  const definition = definitions[right];
  if (!definition) {
    const wanted = RIGHT_NAMES[right].toLowerCase();
    return { state, replies: [{ kind: 'request', right, text: wording.notYetGuided(surroundings.council, wanted) }] };
  }
  if (outcome.sure) return begin(asked, state, surroundings);
  const buttons = [wording.offerYes, wording.offerNo].map((title) => ({ title, value: title }));
  return {
    state: { ...state, offer: asked },
    replies: [{ kind: 'request', right, step: 'start', text: definition.offer, buttons }],
  };
}

function begin(asked: Asked, state: ConversationState, surroundings: Surroundings): Turn {
  const definition = definitions[asked.right];
  if (!definition) throw new Error(`no definition for ${asked.right}`);
  return beginRequest(asked, definition, state, surroundings);
}

function remember(state: ConversationState, { entry }: Reply): ConversationState {
  return entry === undefined ? state : { ...state, topic: entry };
}
