/** Talk outside a request: answers, offers, and beginnings. */
import type { Outcome } from '../src/answers/answer.js';
import { sayOutcome } from './answer.js';
import type { Asked, ConversationState, Surroundings, Turn } from './conversation.js';
import type { Reply } from './reply.js';
import { beginRequest } from './requests/beginning.js';
import { definitions } from './requests/index.js';
import { offerNext } from './requests/stopping.js';
import { offerInstead, takesInstead } from './requests/instead.js';
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
    const instead = takesInstead(state.offer, text);
    if (instead) return beginRequest(instead, state, surroundings);
    const said = yesOrNo(text) ?? offerButton(text);
    if (said === 'yes') return beginRequest(state.offer, state, surroundings);
    if (said === 'no') return declined(state);
  }
  // Whoever passes an offer over wants what was to follow it no more than that.
  const { offer: _offer, next: _next, ...others } = state;
  const open = { ...others, clarified: false };
  if (text === wording.somethingElse)
    return { state: open, replies: [{ kind: 'chat', text: wording.somethingElseThen }] };
  const steering = outsideCommand(open, text, surroundings);
  if (steering) return { state: open, replies: [steering] };
  const [main, ...besides] = requestsIn(outcomes);
  const asked = main && askedBy(main, open, text, surroundings);
  const next = besides.filter(({ sure }) => sure).map((outcome) => askedBy(outcome, open, text, surroundings));
  return outcomes
    .filter((outcome) => outcome.family !== 'request' || outcome === main)
    .reduce<Turn>(
      (turn, outcome) => {
        const said =
          outcome.family === 'request' && asked
            ? askedFor(asked, outcome, withNext(turn.state, next), surroundings)
            : reply(outcome, turn.state, surroundings);
        return { ...said, replies: [...turn.replies, ...said.replies] };
      },
      { state: { ...open, said: isTitle(text, surroundings) ? state.said : text }, replies: [] },
    );
}

/** What else was asked for is offered in its turn. */
function declined(state: ConversationState): Turn {
  const { offer: _declined, next = [], ...others } = state;
  const said: Reply = { kind: 'chat', text: wording.offerDeclined };
  const turn = offerNext(others, next);
  return { state: turn.state, replies: turn.replies.length ? turn.replies : [said] };
}

/** Those that are plainly meant first: the first is begun, and the others are taken after it. */
function requestsIn(outcomes: readonly Outcome[]): readonly RequestOutcome[] {
  return outcomes.filter((outcome) => outcome.family === 'request').sort((a, b) => Number(b.sure) - Number(a.sure));
}

function withNext(state: ConversationState, next: readonly Asked[]): ConversationState {
  return next.length ? { ...state, next: [...next] } : state;
}

function reply(outcome: Outcome, state: ConversationState, surroundings: Surroundings): Turn {
  if (outcome.family === 'request') return { state, replies: [] };
  const said = sayOutcome(outcome, surroundings.answerer, surroundings.council);
  const topic = said.entry ?? state.topic;
  return { state: { ...state, topic, clarified: outcome.family === 'clarify' }, replies: [said] };
}

function isTitle(text: string, { answerer }: Surroundings): boolean {
  return answerer.byTitle(text) !== undefined;
}

function offerButton(text: string): 'yes' | 'no' | undefined {
  if (text === wording.offerYes || text === wording.offerGoOn) return 'yes';
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

function askedBy(
  { entry: { right } }: RequestOutcome,
  state: ConversationState,
  text: string,
  surroundings: Surroundings,
): Asked {
  // A button says nothing of the person's own; what they said before it does.
  const own = isTitle(text, surroundings) && state.said !== undefined ? `${state.said}\n${text}` : text;
  return { right, firstMessage: own, receivedAt: surroundings.now.toISOString() };
}

/** Starts where that is plainly wanted, offers where it may be, or where something else may serve better. */
function askedFor(
  asked: Asked,
  { entry, sure }: RequestOutcome,
  state: ConversationState,
  surroundings: Surroundings,
): Turn {
  const { instead, offer } = definitions[asked.right];
  const talked = { ...state, topic: entry.id };
  if (instead) return offerInstead(asked, instead, talked, surroundings);
  if (sure) return beginRequest(asked, talked, surroundings);
  const buttons = [wording.offerYes, wording.offerNo].map((title) => ({ title, value: title }));
  return {
    state: { ...talked, offer: asked },
    replies: [{ kind: 'request', right: asked.right, step: 'start', text: offer, buttons }],
  };
}
