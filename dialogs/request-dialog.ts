/**
 * Runs any guided request from its definition. Which step comes next follows from the answers alone: the first that
 * applies and has none. So going back, changing an answer and what hangs on it need no rules of their own.
 */
import { plainWords } from '../src/requests/plain-words.js';
import type { ConversationState, Surroundings, Turn } from './conversation.js';
import { stepNamed } from './requests/answers.js';
import { askNext, askStepNamed, changeButtons, stay } from './requests/asking.js';
import { definitions } from './requests/index.js';
import { applicableSteps, currentStep, runningOf, withRequest, type Running } from './requests/running.js';
import { send } from './requests/sending.js';
import { correctionIn, steeringIn } from './requests/steering.js';
import { askToStop, goOn, stop, stopOrGoOn, withoutDoubts } from './requests/stopping.js';
import { NEW_CODE } from './steps/email-code.js';
import { readStep, take } from './requests/taking.js';
import { yesOrNo, type Command } from './said.js';
import { wording } from './wording.js';

/** Takes up a request that is under way; undefined where there is none. */
export function runningRequest(state: ConversationState, surroundings: Surroundings): Running | undefined {
  return state.request && runningOf(state.request, state, surroundings);
}

/** What a message means to the request, once it is known not to be a question. */
export function continueRequest(running: Running, text: string): Turn {
  const corrected = correctionIn(running, text);
  if (corrected) return readStep(running, corrected.step, corrected.answer);
  const command = steeringIn(running, text);
  if (command) return obey(running, command);
  const step = currentStep(running);
  return step ? readStep(running, step, text) : readCheck(running, text);
}

/** Whether the message is one of the words that steer a request, or a reply to what was asked about it. */
export function steers(running: Running, text: string): boolean {
  return (
    correctionIn(running, text) !== undefined ||
    steeringIn(running, text) !== undefined ||
    settled(running, text) !== undefined
  );
}

/** Buttons that only make sense straight after they were shown. */
const BUTTONS: ReadonlySet<string> = new Set(
  [
    wording.wasMyAnswer,
    wording.stopYes,
    wording.stopNo,
    wording.deleteYes,
    wording.deleteNo,
    wording.makeNew,
    wording.offerYes,
    wording.offerNo,
    wording.offerGoOn,
    wording.somethingElse,
    NEW_CODE,
    ...Object.values(definitions).flatMap(({ instead }) => (instead ? [instead.button] : [])),
  ].map(plainWords),
);

/** What comes of a message that settles a doubt: whether to stop, or whether the last message was an answer. */
export function settled(running: Running, text: string): Turn | undefined {
  const { stopping, unsure } = running.request;
  const step = currentStep(running);
  const said = plainWords(text);
  if (unsure !== undefined && step && said === plainWords(wording.wasMyAnswer))
    return readStep(running, step, unsure, { certain: true });
  if (stopping) {
    const meant = stopOrGoOn(text);
    if (meant) return meant === 'stop' ? stop(running) : goOn(running);
    // "Ok" may mean either: it is asked again.
    if (yesOrNo(text)) return askToStop(running);
  }
  // A button that was pressed twice, or late, means nothing any more.
  const at = said === plainWords(NEW_CODE) ? 'emailCode' : said === plainWords(wording.makeNew) ? 'start' : undefined;
  const isLate = BUTTONS.has(said) && !(at !== undefined && step?.step === at);
  return isLate ? stay(withoutDoubts(running)) : undefined;
}

function obey(running: Running, command: Command): Turn {
  const step = currentStep(running);
  switch (command.command) {
    case 'help':
      return stay(running, step?.why ?? wording.checkAgain);
    case 'repeat':
      return stay(running);
    case 'back':
      return goBack(running);
    case 'skip':
      if (!step?.optional) return stay(running, wording.notOptional);
      return take(running, step, { words: '', understood: '' });
    case 'cancel':
      return askToStop(running);
    case 'person':
      return stay(running, wording.person(running.surroundings.council));
    case 'change':
      return change(running, command.what);
    case 'send':
      return step ? stay(running, step.optional ? wording.notYetOptional : wording.notYet) : send(running);
  }
}

function goBack(running: Running): Turn {
  const { taken: _taken, ...request } = running.request;
  // An answer that was to be changed stays as it is.
  if (request.step in request.answers) return askNext(running);
  const applies = applicableSteps(running).map(({ step }) => step);
  const trail = request.trail.filter((step) => step !== request.step && applies.includes(step));
  const previous = trail.at(-1);
  if (previous === undefined) return stay(running, wording.backToStart);
  const hanging = running.definition.steps.find(({ step }) => step === previous)?.settles ?? [];
  const answers = Object.fromEntries(
    Object.entries(request.answers).filter(([step]) => step !== previous && !hanging.some((it) => it === step)),
  );
  return askStepNamed(withRequest(running, { ...request, answers, trail: trail.slice(0, -1) }), previous);
}

function change(running: Running, what: string): Turn {
  const step = what === '' ? undefined : stepNamed(running, what);
  if (!step) {
    const text = what === '' ? wording.whatToChange : wording.cannotFind;
    const { right, step: at } = running.request;
    return {
      state: running.state,
      replies: [{ kind: 'request', right, step: at, text, buttons: changeButtons(running) }],
    };
  }
  return askStepNamed(running, step.step);
}

/** Said of what was read; to send it is more than that. */
const STRAY = /^(?:ok|okay|k|fine|right|sure|please)(?: (?:then|thanks|thank you|ta|mate))?$/;

function readCheck(running: Running, text: string): Turn {
  const said = yesOrNo(text);
  if (said === 'yes' && !STRAY.test(plainWords(text))) return send(running);
  if (said === 'no') return change(running, '');
  if (stepNamed(running, text)) return change(running, text);
  return stay(running, wording.checkAgain);
}
