/**
 * Whether an answer helped, and what had no good answer: noted for whoever edits the knowledge. Never who said it, and no
 * word that has not been redacted.
 */
import { redact } from '../src/privacy/redact.js';
import { plainWords } from '../src/requests/plain-words.js';
import type { ConversationState, Surroundings, Turn } from './conversation.js';
import type { Reply } from './reply.js';
import { runningRequest } from './request-dialog.js';
import { askAgain } from './requests/asking.js';
import { wording } from './wording.js';

/** Of fewer words, nobody can tell what was meant; and they may be nothing but a name. */
const FEWEST_WORDS = 3;

/**
 * Takes what a person says of the last answer. Nothing else changes: the step of a request is asked again, an offer and
 * the topic stay.
 * @returns undefined where the message says something else.
 */
export function judge(state: ConversationState, text: string, surroundings: Surroundings): Turn | undefined {
  const verdict = verdictIn(state, text, surroundings);
  if (!verdict) return undefined;
  // One answer is judged once.
  const { answered, ...others } = state;
  const { helpful, entry } = verdict;
  const thanks = helpful ? wording.thanksHelped : wording.thanksNotHelped(surroundings.council);
  const running = runningRequest(others, surroundings);
  return {
    state: others,
    replies: [{ kind: 'chat', text: thanks }, ...(running ? [askAgain(running, wording.backTo)] : [])],
    ...(entry === undefined ? {} : { feedback: { entry, helpful } }),
    ...(entry === undefined || helpful || answered?.words === undefined
      ? {}
      : { unanswered: { words: answered.words, why: 'unhelpful', entry } }),
  };
}

/** Has each answer of a turn ask whether it helped, and notes what the turn could not answer. */
export function withFeedback(turn: Turn, before: ConversationState, text: string, surroundings: Surroundings): Turn {
  const { answered: _before, ...state } = turn.state;
  const entries = turn.replies.flatMap((reply) => (isAnswer(reply) ? [reply.entry] : []));
  const why = turn.replies.map(unansweredIn).find((reason) => reason !== undefined);
  const words = entries.length > 0 || why ? keepable(before, text, surroundings) : undefined;
  return {
    ...turn,
    state: entries.length ? { ...state, answered: { entries, ...(words === undefined ? {} : { words }) } } : state,
    replies: turn.replies.map((reply) =>
      isAnswer(reply) ? { ...reply, feedback: buttonsFor(entries.length > 1, reply.entry, surroundings) } : reply,
    ),
    ...(why === undefined || words === undefined ? {} : { unanswered: { words, why } }),
  };
}

type Answer = Reply & { readonly entry: string };

function isAnswer(reply: Reply): reply is Answer {
  return (reply.kind === 'answer' || reply.kind === 'signpost') && reply.entry !== undefined;
}

function unansweredIn({ kind, entry }: Reply): 'unanswerable' | 'clarify' | undefined {
  if (kind === 'clarify') return kind;
  return kind === 'unanswerable' && entry === undefined ? kind : undefined;
}

/** What was asked, redacted; undefined where nothing of it may be kept, as of all that is said at the steps of a request. */
function keepable(before: ConversationState, text: string, { answerer }: Surroundings): string | undefined {
  if (before.request) return undefined;
  // The button that answers a clarifying question says less of what is missed than the words that led to it.
  const asked = before.clarified && answerer.byTitle(text) ? (before.said ?? text) : text;
  const words = redact(asked);
  const left = words.replace(/\[[a-z]+\]/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return left.length < FEWEST_WORDS ? undefined : words;
}

function verdictIn(
  { answered }: ConversationState,
  text: string,
  surroundings: Surroundings,
): { readonly helpful: boolean; readonly entry?: string } | undefined {
  const said = plainWords(text);
  const entries = answered?.entries ?? [];
  for (const [helpful, words] of [
    [true, wording.helped],
    [false, wording.notHelped],
  ] as const) {
    // Typed without saying which, it is said of what was read last.
    if (said === plainWords(words)) return { helpful, entry: entries.at(-1) };
    const entry = entries.find((one) => said === plainWords(about(words, one, surroundings)));
    if (entry !== undefined) return { helpful, entry };
  }
  return undefined;
}

function buttonsFor(isOneOfMany: boolean, entry: string, surroundings: Surroundings): NonNullable<Reply['feedback']> {
  const { helped: yes, notHelped: no } = wording;
  return isOneOfMany ? { yes: about(yes, entry, surroundings), no: about(no, entry, surroundings) } : { yes, no };
}

const about = (words: string, entry: string, { answerer }: Surroundings): string =>
  `${words}: ${answerer.entry(entry)?.title ?? entry}`;
