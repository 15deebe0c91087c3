/**
 * Runs any guided request from its definition. Which step comes next follows from the answers alone: the first that
 * applies and has none. So going back, changing an answer and what hangs on it need no rules of their own.
 */
import { commandOf, yesOrNo, type Command } from './said.js';
import type { Asked, ConversationState, RequestState, Surroundings, Turn } from './conversation.js';
import type { Button, Reply } from './reply.js';
import { finish } from './requests/finish.js';
import { definitions } from './requests/index.js';
import { mineFirstMessage, playBack, stepNamed } from './requests/answers.js';
import type { RequestDefinition, StepAnswer, StepDefinition } from './requests/definition.js';
import { applicableSteps, contextOf, currentStep, withRequest, type Running } from './requests/running.js';
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

/** "Change my email to sam@example.org": which answer, and what it should be. */
const CHANGE_TO = /^(?:please |can you |no,? )?(?:change|correct|make) (?:my |the )?(.{2,40}?) to (.{1,500})$/i;

/** What a message means to the request, once it is known not to be a question. */
export function continueRequest(running: Running, text: string): Turn {
  const corrected = correctionIn(running, text);
  if (corrected) return readStep(running, corrected.step, corrected.answer);
  const command = commandOf(text);
  if (command) return obey(running, command, text);
  const step = currentStep(running);
  return step ? readStep(running, step, text) : readCheck(running, text);
}

/** Whether the message is one of the words that steer a request. */
export function steers(running: Running, text: string): boolean {
  if (correctionIn(running, text)) return true;
  const command = commandOf(text);
  if (!command) return false;
  // "Change my address with council tax" at a step is an answer; to change what was said, it must name one of the steps.
  if (command.command === 'change') return command.what === '' || stepNamed(running, command.what) !== undefined;
  return command.command !== 'send' || currentStep(running) === undefined;
}

function correctionIn(
  running: Running,
  text: string,
): { readonly step: StepDefinition; readonly answer: string } | undefined {
  const [, what = '', answer = ''] = CHANGE_TO.exec(text.trim()) ?? [];
  const step = stepNamed(running, what);
  return step && { step, answer };
}

function obey(running: Running, command: Command, text: string): Turn {
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
      return step ? readStep(running, step, text) : send(running);
  }
}

function stay(running: Running, lead?: string): Turn {
  return { state: running.state, replies: [askAgain(running, lead)] };
}

function readStep(running: Running, step: StepDefinition, text: string): Turn {
  const reading = step.read(text, contextOf(running));
  return 'problem' in reading ? stay(running, reading.problem) : take(running, step, reading.answer, reading.also);
}

function take(running: Running, step: StepDefinition, answer: StepAnswer, also: RequestState['answers'] = {}): Turn {
  const { request } = running;
  return askNext(
    withRequest(running, {
      ...request,
      answers: { ...request.answers, ...also, [step.step]: answer },
      trail: [...request.trail.filter((earlier) => earlier !== step.step), step.step],
    }),
  );
}

function goBack(running: Running): Turn {
  const { request } = running;
  const trail = request.trail.filter((step) => step !== request.step);
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
  const { [step.step]: _dropped, ...answers } = running.request.answers;
  const changed = withRequest(running, { ...running.request, answers, step: step.step });
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

/** Asks the first step that applies and has no answer; when all have one, shows them for checking. */
function askNext(running: Running, lead?: string): Turn {
  const next = applicableSteps(running).find(({ step }) => !(step in running.request.answers));
  const moved = withRequest(running, { ...running.request, step: next?.step ?? 'checkAnswers' });
  return { state: moved.state, replies: [next ? askStep(moved, next, lead) : checkAnswers(moved, lead)] };
}

function askStep(running: Running, step: StepDefinition, lead?: string): Reply {
  const { text, buttons = [] } = step.ask(contextOf(running));
  const skip = step.optional && !buttons.length ? [{ title: 'Skip this question', value: 'Skip' }] : [];
  return {
    kind: 'request',
    right: running.request.right,
    step: step.step,
    text: lead ? `${lead}\n\n${text}` : text,
    buttons: [...buttons, ...skip],
  };
}

function checkAnswers(running: Running, lead?: string): Reply {
  const lines = playBack(running, { onlyAnswered: false });
  return {
    kind: 'request',
    right: running.request.right,
    step: 'checkAnswers',
    text: [...(lead ? [lead] : []), wording.check, lines.join('\n'), wording.checkAgain].join('\n\n'),
    buttons: [
      { title: wording.sendIt, value: wording.sendIt },
      { title: wording.changeSomething, value: wording.changeSomething },
      { title: 'Cancel', value: 'Cancel' },
    ],
  };
}

function changeButtons(running: Running): Button[] {
  return applicableSteps(running)
    .filter(({ step }) => step in running.request.answers)
    .map(({ label, names }) => ({ title: label, value: `Change ${names[0] ?? label}` }));
}
