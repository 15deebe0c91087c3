/** What a request says next: a step's question, or the answers for checking. */
import type { Step } from '../../src/requests/step.js';
import type { Turn } from '../conversation.js';
import type { Button, Progress, Reply } from '../reply.js';
import { wording } from '../wording.js';
import { playBack } from './answers.js';
import { withCodeFor } from './code.js';
import type { StepDefinition } from './definition.js';
import { applicableSteps, contextOf, currentStep, unanswered, withRequest, type Running } from './running.js';

/** Asks the first step that applies and has no answer; when all have one, shows them for checking. */
export function askNext(running: Running, lead?: string): Turn {
  return askStepNamed(running, unanswered(running)?.step ?? 'checkAnswers', lead);
}

/** Moves to a step, or to checking, and asks it. */
export function askStepNamed(running: Running, step: Step, lead?: string): Turn {
  const moved = withRequest(running, { ...running.request, step });
  const { running: asking, code } = step === 'emailCode' ? withCodeFor(moved) : { running: moved };
  return { state: asking.state, replies: [askAgain(asking, lead)], ...(code ? { code } : {}) };
}

/** Asks the step under way again, after something else was said. */
export function askAgain(running: Running, lead?: string): Reply {
  const step = currentStep(running);
  return step ? askStep(running, step, lead) : checkAnswers(running, lead);
}

/** Leaves everything as it is, and asks again. */
export function stay(running: Running, lead?: string): Turn {
  return { state: running.state, replies: [askAgain(running, lead)] };
}

/** @param lead goes before the question. */
export function askStep(running: Running, step: StepDefinition, lead?: string): Reply {
  const { text, buttons = [] } = step.ask(contextOf(running));
  const skip = step.optional && !buttons.some(({ value }) => value === SKIP.value) ? [SKIP] : [];
  const progress = progressAt(running, step);
  return {
    kind: 'request',
    right: running.request.right,
    step: step.step,
    ...(progress ? { progress } : {}),
    text: lead ? `${lead}\n\n${text}` : text,
    buttons: [...buttons, ...skip],
  };
}

/** Counts what the person was asked; what the first message said was not. Undefined where an answer is changed. */
function progressAt(running: Running, { step }: StepDefinition): Progress | undefined {
  const { answers, trail } = running.request;
  if (step in answers) return undefined;
  const asked = trail.filter((earlier) => earlier !== step).length;
  const left = applicableSteps(running).filter((other) => !(other.step in answers)).length;
  return { question: asked + 1, of: asked + left };
}

export const SKIP: Button = { title: 'Skip this question', value: 'Skip' };

/** Shows every answer, to be sent or changed. */
export function checkAnswers(running: Running, lead?: string): Reply {
  const before = [...(lead ? [lead] : []), wording.check];
  const lines = playBack(running, { onlyAnswered: false });
  return {
    kind: 'request',
    right: running.request.right,
    step: 'checkAnswers',
    text: [...before, lines.join('\n'), wording.checkAgain].join('\n\n'),
    plain: [...before, wording.checkButtons].join('\n\n'),
    summary: applicableSteps(running).map((step) => ({
      label: step.label,
      value: running.request.answers[step.step]?.understood || (step.skipped ?? wording.notProvided),
      change: changing(step),
    })),
    buttons: [
      { title: wording.sendIt, value: wording.sendIt },
      ...changeButtons(running),
      { title: 'Cancel', value: 'Cancel' },
    ],
  };
}

/** A button for each answer that can be changed. */
export function changeButtons(running: Running): Button[] {
  return applicableSteps(running)
    .filter(({ step }) => step in running.request.answers)
    .map((step) => ({ title: `Change: ${step.label}`, value: changing(step) }));
}

const changing = ({ names, label }: StepDefinition): string => `Change ${names[0] ?? label}`;
