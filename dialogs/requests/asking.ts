/** What a request says next: a step's question, or the answers for checking. */
import type { Turn } from '../conversation.js';
import type { Button, Reply } from '../reply.js';
import { wording } from '../wording.js';
import { playBack } from './answers.js';
import type { StepDefinition } from './definition.js';
import { applicableSteps, contextOf, unanswered, withRequest, type Running } from './running.js';

/** Asks the first step that applies and has no answer; when all have one, shows them for checking. */
export function askNext(running: Running, lead?: string): Turn {
  const next = unanswered(running);
  const moved = withRequest(running, { ...running.request, step: next?.step ?? 'checkAnswers' });
  return { state: moved.state, replies: [next ? askStep(moved, next, lead) : checkAnswers(moved, lead)] };
}

/** @param lead goes before the question. */
export function askStep(running: Running, step: StepDefinition, lead?: string): Reply {
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

/** Shows every answer, to be sent or changed. */
export function checkAnswers(running: Running, lead?: string): Reply {
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

/** A button for each answer that can be changed. */
export function changeButtons(running: Running): Button[] {
  return applicableSteps(running)
    .filter(({ step }) => step in running.request.answers)
    .map(({ label, names }) => ({ title: label, value: `Change ${names[0] ?? label}` }));
}
