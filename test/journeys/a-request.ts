/** A whole request in the chat, whatever its steps are: each question is answered as it comes. */
import type { Step } from '../../src/requests/step.js';
import type { Heard, Resident } from '../support/resident.js';

/** What somebody says at each step; what is not here is skipped. */
export type Answers = Readonly<Partial<Record<Step, string>>>;

export const SARAH: Answers = { forWhom: 'my own', fullName: 'Sarah Khan', contact: 'sarah@example.org' };

/** No request has more steps. */
const MOST = 20;

/**
 * Begins a request and answers it up to the point where all that is missing is "send".
 * @returns the steps that were asked, in order, and the message that shows the answers.
 */
export async function upToChecking(
  resident: Pick<Resident, 'says'>,
  first: string,
  answers: Answers,
): Promise<{ readonly asked: readonly string[]; readonly checked: Heard }> {
  const asked: string[] = [];
  let last = (await resident.says(first)).at(-1);
  while (last?.step !== 'checkAnswers') {
    if (last?.step === undefined) throw new Error(`no step is asked: ${String(last?.text)}`);
    if (asked.length > MOST) throw new Error(`it does not end: ${asked.join()}`);
    asked.push(last.step);
    last = (await resident.says(answers[last.step as Step] ?? 'skip')).at(-1);
  }
  return { asked, checked: last };
}
