/** A question in the middle of a request: it is answered, and then the step is asked again. */
import type { Outcome } from '../src/answers/answer.js';
import { sayOutcome } from './answer.js';
import type { Asked, Turn } from './conversation.js';
import type { Reply } from './reply.js';
import { continueRequest } from './request-dialog.js';
import { askAgain } from './requests/asking.js';
import { currentStep, type Running } from './requests/running.js';
import { withoutDoubts } from './requests/stopping.js';
import { askUnsure } from './requests/taking.js';
import { isAsking } from './said.js';
import { wording } from './wording.js';

/** Below, the answer engine is too unsure to take an answer for a question. */
const SURE_ASIDE = 0.5;
/** Names and addresses seldom have more words; questions seldom have fewer. */
const FEWEST_WORDS = 4;
/** In more words than this, a question mark may end a story. */
const MOST_WORDS = 25;

/** What is replied to a message that is about something else; undefined where it answers the step. */
export function aside(running: Running, text: string, outcomes: readonly Outcome[]): Turn | undefined {
  const outcome = outcomes.find(({ family }) => family !== 'request') ?? outcomes[0];
  if (!outcome || !isAside(running, text, outcome)) return undefined;
  if (outcome.family === 'request') return another(running, text, outcome);
  const { answerer, council } = running.surroundings;
  const { buttons: followUps = [], ...reply } = sayOutcome(outcome, answerer, council);
  // Follow-ups would lead away from the request; a clarifying question is nothing without its options.
  const options = outcome.family === 'clarify' ? followUps : [];
  const topic = reply.entry ?? running.state.topic;
  const after = withoutDoubts({ ...running, state: { ...running.state, topic, clarified: options.length > 0 } });
  const asked: Turn = currentStep(running)?.ownWords
    ? askUnsure(after, text, wording.backTo)
    : { state: after.state, replies: [askAgain(after, wording.backTo)] };
  const said = options.length ? { ...reply, buttons: options } : reply;
  return { ...asked, replies: [said, ...asked.replies.map((again) => withButtons(again, options))] };
}

function withButtons(reply: Reply, buttons: NonNullable<Reply['buttons']>): Reply {
  return { ...reply, buttons: [...buttons, ...(reply.buttons ?? [])] };
}

/** Another right is not begun over the one under way. Plainly asked for, it is noted; otherwise it can be asked for after. */
function another(running: Running, text: string, { entry, sure }: Extract<Outcome, { family: 'request' }>): Turn {
  const { state, surroundings } = running;
  if (currentStep(running)?.ownWords) return askUnsure(withoutDoubts(running), text, wording.questionOrAnswer);
  if (!sure || isAsking(text)) {
    const same = withoutDoubts(running);
    return { state: same.state, replies: [askAgain(same, wording.anotherAfter(entry.right))] };
  }
  const before = (state.next ?? []).find(({ right }) => right === entry.right);
  // The clock of what was asked for twice runs from the first time.
  const asked: Asked = {
    right: entry.right,
    firstMessage: before ? `${before.firstMessage}\n${text.trim()}` : text.trim(),
    receivedAt: before?.receivedAt ?? surroundings.now.toISOString(),
  };
  const others = (state.next ?? []).filter(({ right }) => right !== entry.right);
  const noted = withoutDoubts({ ...running, state: { ...state, next: [...others, asked] } });
  return { state: noted.state, replies: [askAgain(noted, wording.notedNext(entry.right))] };
}

function isAside(running: Running, text: string, outcome: Outcome): boolean {
  const step = currentStep(running);
  const recognised = step?.recognises?.(text);
  if (recognised === 'whole' || (step?.step === 'contact' && recognised)) return false;
  const asking = isAsking(text);
  // Said again in other words, it is still what the request is about; but not what a step beside that asks for.
  if (outcome.family === 'request' && outcome.entry.right === running.request.right)
    return asking && step?.ownWords === true && !step.fromFirstMessage;
  if (step?.ownWords) return asking && isAsideAmongWords(text, outcome);
  if (asking) return true;
  return (
    isKnown(outcome) &&
    outcome.family !== 'chat' &&
    wordsIn(text) >= FEWEST_WORDS &&
    (isMeddling(outcome) || readsBadly(running, text))
  );
}

/** Where any words are an answer, a question is one only if it is short, or plainly known. */
function isAsideAmongWords(text: string, outcome: Outcome): boolean {
  if (outcome.family === 'chat') return false;
  return (outcome.family !== 'request' && isKnown(outcome)) || (/\?\s*$/.test(text) && wordsIn(text) <= MOST_WORDS);
}

function isKnown(outcome: Outcome): boolean {
  if (outcome.family === 'clarify') return false;
  return outcome.score >= SURE_ASIDE && (outcome.family !== 'unanswerable' || outcome.entry !== undefined);
}

/** Instructions to the assistant, or a demand for somebody else's information: known, and never an answer. */
function isMeddling(outcome: Outcome): boolean {
  return outcome.family === 'unanswerable' && outcome.entry !== undefined;
}

const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

/** What the step cannot make sense of may be about something else; a name can be anything, so it never settles that. */
function readsBadly(running: Running, text: string): boolean {
  const replies = continueRequest(running, text).replies;
  return replies.at(-1)?.step === running.request.step || currentStep(running)?.step === 'fullName';
}
