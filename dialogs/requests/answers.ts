/** The answers of a request: how they are played back, and which one is meant. */
import { escapeMarkdown } from '../reply.js';
import { wording } from '../wording.js';
import type { StepDefinition } from './definition.js';
import { applicableSteps, type Running } from './running.js';

/**
 * A line for each answer, as Markdown: "- **Your name**: Sarah Khan".
 * @param except words that the person has just said and need not read again.
 */
export function playBack(
  running: Running,
  { onlyAnswered, except }: { readonly onlyAnswered: boolean; readonly except?: string },
): string[] {
  return applicableSteps(running).flatMap(({ step, label, skipped }) => {
    const answer = running.request.answers[step];
    if ((!answer && onlyAnswered) || (answer && answer.understood === except)) return [];
    return [
      `- **${label}**: ${answer?.understood ? escapeMarkdown(answer.understood) : (skipped ?? wording.notProvided)}`,
    ];
  });
}

/** The step that somebody means by "my name" or "the dates"; only one that applies now and was answered. */
export function stepNamed(running: Running, what: string): StepDefinition | undefined {
  const said = what
    .toLowerCase()
    .trim()
    .replace(/^(?:my|the|an?) /, '');
  return applicableSteps(running).find(
    ({ step, names, label }) =>
      (step in running.request.answers || step === running.request.step) &&
      [...names, label.toLowerCase()].some((name) => name.replace(/^(?:my|the) /, '') === said),
  );
}
