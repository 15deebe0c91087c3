/** A question in the middle of a request: it is answered, and then the step is asked again. */
import type { Outcome } from '../src/answers/answer.js';
import { sayOutcome } from './answer.js';
import type { Turn } from './conversation.js';
import { askAgain, continueRequest } from './request-dialog.js';
import { currentStep, type Running } from './requests/running.js';
import { isAsking } from './said.js';
import { wording } from './wording.js';

/** Below, the answer engine is too unsure to take an answer for a question. */
const SURE_ASIDE = 0.5;
/** Names and addresses seldom have more words; questions seldom have fewer. */
const FEWEST_WORDS = 4;

/** What is replied to a message that is about something else; undefined where it answers the step. */
export function aside(running: Running, text: string, outcomes: readonly Outcome[]): Turn | undefined {
  const outcome = outcomes.find(({ family }) => family !== 'request') ?? outcomes[0];
  if (!outcome || !isAside(running, text, outcome)) return undefined;
  const { state, surroundings } = running;
  if (outcome.family === 'request') return { state, replies: [askAgain(running, wording.finishFirst)] };
  // Its follow-ups would lead away from the request: only the step's own buttons are shown.
  const { buttons: _followUps, ...reply } = sayOutcome(outcome, surroundings.answerer, surroundings.council);
  const topic = reply.entry ?? state.topic;
  return { state: { ...state, topic }, replies: [reply, askAgain(running, wording.backTo)] };
}

function isAside(running: Running, text: string, outcome: Outcome): boolean {
  const step = currentStep(running);
  if (step?.step === 'contact' && /@|\d{6}/.test(text.replace(/[\s().-]/g, ''))) return false;
  // Said again in other words, it is still what the request is about.
  if (outcome.family === 'request' && outcome.entry.right === running.request.right) return false;
  const asking = isAsking(text);
  const known = outcome.family !== 'unanswerable' && outcome.family !== 'clarify' && outcome.score >= SURE_ASIDE;
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
