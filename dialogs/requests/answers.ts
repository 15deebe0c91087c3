/** The answers of a request: what the first message already gives, how they are played back, and which one is meant. */
import type { Surroundings } from '../conversation.js';
import { escapeMarkdown } from '../reply.js';
import { servicesIn } from '../steps/services.js';
import { wording } from '../wording.js';
import type { Answers, RequestDefinition, StepDefinition } from './definition.js';
import { applicableSteps, type Running } from './running.js';

/** What the first message already says, so that it need not be asked. Played back, and open to change, like any answer. */
export function mineFirstMessage(definition: RequestDefinition, message: string, { council }: Surroundings): Answers {
  const asks = (step: string): boolean => definition.steps.some((known) => known.step === step);
  const services = servicesIn(message, council.services);
  return {
    ...(asks('services') && services.length
      ? { services: { words: services.join('; '), understood: services.join('; '), services } }
      : {}),
  };
}

/** A line for each answer, as Markdown: "- **Your name**: Sarah Khan". */
export function playBack(running: Running, { onlyAnswered }: { readonly onlyAnswered: boolean }): string[] {
  return applicableSteps(running).flatMap(({ step, label }) => {
    const answer = running.request.answers[step];
    if (!answer && onlyAnswered) return [];
    return [`- **${label}**: ${answer?.understood ? escapeMarkdown(answer.understood) : wording.notProvided}`];
  });
}

/** The step that somebody means by "my name" or "the dates"; only one that applies now and was answered. */
export function stepNamed(running: Running, what: string): StepDefinition | undefined {
  const said = what
    .toLowerCase()
    .trim()
    .replace(/^(?:my|the) /, '');
  return applicableSteps(running).find(
    ({ step, names, label }) =>
      (step in running.request.answers || step === running.request.step) &&
      [...names, label.toLowerCase()].some((name) => name.replace(/^(?:my|the) /, '') === said),
  );
}
