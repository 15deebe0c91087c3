/** Talk outside a request: answers, offers, and beginnings. */
import type { Outcome } from '../src/answers/answer.js';
import { RIGHT_NAMES } from '../src/requests/right.js';
import { sayOutcome } from './answer.js';
import type { Asked, ConversationState, Surroundings, Turn } from './conversation.js';
import type { Reply } from './reply.js';
import { beginRequest } from './request-dialog.js';
import { definitions } from './requests/index.js';
import { commandOf, yesOrNo } from './said.js';
import { wording } from './wording.js';

type RequestOutcome = Extract<Outcome, { family: 'request' }>;

/** What is said to a message, where no request is under way. */
export function openTalk(
  state: ConversationState,
  text: string,
  outcomes: readonly Outcome[],
  surroundings: Surroundings,
): Turn {
  if (state.offer) {
    const said = yesOrNo(text) ?? offerButton(text);
    if (said === 'yes') return begin(state.offer, state, surroundings);
    if (said === 'no')
      return { state: { ...state, offer: undefined }, replies: [{ kind: 'chat', text: wording.offerDeclined }] };
  }
  const open = { ...state, offer: undefined, clarified: false };
  if (text === wording.somethingElse)
    return { state: open, replies: [{ kind: 'chat', text: wording.somethingElseThen }] };
  const steering = outsideCommand(open, text, surroundings);
  if (steering) return { state: open, replies: [steering] };
  return onlyOneRequest(outcomes).reduce<Turn>(
    (turn, outcome) => {
      const next = reply(outcome, turn.state, text, surroundings);
      return { ...next, replies: [...turn.replies, ...next.replies] };
    },
    { state: { ...open, said: isTitle(text, surroundings) ? state.said : text }, replies: [] },
  );
}

/** A second right is not begun over the first: its request is taken after it, when it is asked for again. */
function onlyOneRequest(outcomes: readonly Outcome[]): readonly Outcome[] {
  const first = outcomes.findIndex(({ family }) => family === 'request');
  return outcomes.filter(({ family }, i) => family !== 'request' || i === first);
}

function reply(outcome: Outcome, state: ConversationState, text: string, surroundings: Surroundings): Turn {
  if (outcome.family === 'request') return askedFor(outcome, state, text, surroundings);
  const said = sayOutcome(outcome, surroundings.answerer, surroundings.council);
  const topic = said.entry ?? state.topic;
  return { state: { ...state, topic, clarified: outcome.family === 'clarify' }, replies: [said] };
}

function isTitle(text: string, { answerer }: Surroundings): boolean {
  return answerer.byTitle(text) !== undefined;
}

function offerButton(text: string): 'yes' | 'no' | undefined {
  if (text === wording.offerYes) return 'yes';
  return text === wording.offerNo ? 'no' : undefined;
}

/** Words that steer a request, said where there is none. */
function outsideCommand(
  { topic }: ConversationState,
  text: string,
  { answerer, council }: Surroundings,
): Reply | undefined {
  const entry = { help: 'chat-what-can-you-do', person: 'chat-human' } as const;
  const command = commandOf(text)?.command;
  // "Why?" at a step asks for help; after an answer, it asks about that answer.
  if (command === 'help' && topic !== undefined && /^\W*why\b/i.test(text)) return undefined;
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
  { entry, sure }: RequestOutcome,
  state: ConversationState,
  text: string,
  surroundings: Surroundings,
): Turn {
  const { right } = entry;
  // A button says nothing of the person's own; what they said before it does.
  const own = isTitle(text, surroundings) && state.said !== undefined ? `${state.said}\n${text}` : text;
  const asked = { right, firstMessage: own, receivedAt: surroundings.now.toISOString() };
  const definition = definitions[right];
  if (!definition) {
    const wanted = RIGHT_NAMES[right].toLowerCase();
    return { state, replies: [{ kind: 'request', right, text: wording.notYetGuided(surroundings.council, wanted) }] };
  }
  if (sure) return begin(asked, { ...state, topic: entry.id }, surroundings);
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
