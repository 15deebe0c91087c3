/**
 * Runs any guided request from its definition. Which step comes next follows from the answers alone: the first that
 * applies and has none. So going back, changing an answer and what hangs on it need no rules of their own.
 */
import type { Asked, ConversationState, RequestState, Surroundings, Turn } from './conversation.js';
import type { Reply } from './reply.js';
import { mineFirstMessage, playBack, stepNamed } from './requests/answers.js';
import { askNext, askStep, changeButtons, checkAnswers } from './requests/asking.js';
import type { RequestDefinition, StepAnswer, StepDefinition } from './requests/definition.js';
import { finish } from './requests/finish.js';
import { definitions } from './requests/index.js';
import { applicableSteps, contextOf, currentStep, unanswered, withRequest, type Running } from './requests/running.js';
import { correctionIn, steeringIn } from './requests/steering.js';
import { yesOrNo, type Command } from './said.js';
import { wording } from './wording.js';

/** Takes up a request that is under way; undefined where there is none. */
export function runningRequest(state: ConversationState, surroundings: Surroundings): Running | undefined {
  const definition = state.request && definitions[state.request.right];
  return state.request && definition ? { definition, request: state.request, state, surroundings } : undefined;
}

/** Begins a request with what its first message already says. Only for a right that has a definition. */
export function beginRequest(
  asked: Asked,
  definition: RequestDefinition,
  state: ConversationState,
  surroundings: Surroundings,
): Turn {
  const answers = mineFirstMessage(definition, asked.firstMessage, surroundings);
  const request: RequestState = { ...asked, answers, step: 'start', trail: [] };
  const running = { definition, request, state: { ...state, offer: undefined, request }, surroundings };
  const noted = playBack(running, { onlyAnswered: true });
  const lead = [definition.opening, ...(noted.length ? [wording.understoodSoFar(noted)] : []), wording.started].join(
    '\n\n',
  );
  return askNext(running, lead);
}

/** Asks the step under way again, after something else was said. */
export function askAgain(running: Running, lead?: string): Reply {
  const step = currentStep(running);
  return step ? askStep(running, step, lead) : checkAnswers(running, lead);
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

/** Whether the message is one of the words that steer a request. */
export function steers(running: Running, text: string): boolean {
  return correctionIn(running, text) !== undefined || steeringIn(running, text) !== undefined;
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
      return cancel(running);
    case 'person':
      return stay(running, wording.cancelledEarlier(running.surroundings.council));
    case 'change':
      return change(running, command.what);
    case 'send':
      return send(running);
  }
}

function stay(running: Running, lead?: string): Turn {
  return { state: running.state, replies: [askAgain(running, lead)] };
}

function readStep(running: Running, step: StepDefinition, text: string): Turn {
  const reading = step.read(text, contextOf(running));
  if (!('problem' in reading)) return take(running, step, reading.answer, reading.also);
  // Where the correction of an earlier answer cannot be read, that is what is asked again.
  return stay(withRequest(running, { ...running.request, step: step.step }), reading.problem);
}

function take(running: Running, step: StepDefinition, answer: StepAnswer, also: RequestState['answers'] = {}): Turn {
  const { request } = running;
  const before = request.answers[step.step];
  const changed = before !== undefined && before.words !== answer.words;
  const kept = Object.entries(request.answers).filter(
    ([other]) => !changed || !step.settles?.some((it) => it === other),
  );
  return askNext(
    withRequest(running, {
      ...request,
      answers: { ...Object.fromEntries(kept), ...also, [step.step]: answer },
      trail: [...request.trail.filter((earlier) => earlier !== step.step), step.step],
    }),
  );
}

function goBack(running: Running): Turn {
  const { request } = running;
  // An answer that was to be changed stays as it is.
  if (request.step in request.answers) return askNext(running);
  const applies = applicableSteps(running).map(({ step }) => step);
  const trail = request.trail.filter((step) => step !== request.step && applies.includes(step));
  const previous = trail.at(-1);
  if (previous === undefined) return stay(running, wording.backToStart);
  const { [previous]: _dropped, ...answers } = request.answers;
  return askNext(withRequest(running, { ...request, answers, trail: trail.slice(0, -1) }));
}

function cancel({ state, surroundings }: Running): Turn {
  const text = `${wording.cancelled}\n\n${wording.cancelledEarlier(surroundings.council)}`;
  return { state: { ...state, request: undefined }, replies: [{ kind: 'chat', text }] };
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
  const changed = withRequest(running, { ...running.request, step: step.step });
  return { state: changed.state, replies: [askStep(changed, step)] };
}

function readCheck(running: Running, text: string): Turn {
  const said = yesOrNo(text);
  if (said === 'yes') return send(running);
  if (said === 'no') return change(running, '');
  if (stepNamed(running, text)) return change(running, text);
  return stay(running, wording.checkAgain);
}

function send(running: Running): Turn {
  // Something may have come to be asked while the answers were being checked: whether it is safe to write.
  if (unanswered(running)) return askNext(running);
  const finished = finish(running);
  const { state, surroundings, definition } = running;
  const { reference } = finished.request;
  const reply: Reply = {
    kind: 'request',
    right: finished.request.right,
    step: 'sent',
    reference,
    text: wording.sent(surroundings.council, {
      reference,
      due: finished.due,
      next: definition.next,
      acknowledged: finished.acknowledged,
    }),
  };
  return { state: { ...state, request: undefined }, replies: [reply], finished };
}
