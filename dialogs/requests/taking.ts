/** A message is read as the answer to a step, and taken. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { RequestState, Turn } from '../conversation.js';
import { wording } from '../wording.js';
import { askNext, stay } from './asking.js';
import { afterProblem } from './code.js';
import type { StepAnswer, StepDefinition } from './definition.js';
import { contextOf, withRequest, type Running } from './running.js';

/** What may well answer two questions in a row. */
const ANSWERS_MANY =
  /^(?:skip|yes|yeah|no|nope|none|nothing|n ?a|(?:im )?not sure|(?:i )?dont (?:know|mind)|no idea|any ?time|all of (?:it|them)|everything|me)$/;

/**
 * Reads a message as the answer to a step; where it is none, says why and asks again.
 * @param options.certain the person said that it is the answer to this step.
 */
export function readStep(
  running: Running,
  step: StepDefinition,
  text: string,
  { certain = false }: { readonly certain?: boolean } = {},
): Turn {
  if (!certain && isRepeat(running, step, text)) return askUnsure(running, text, wording.saidBefore);
  const reading = step.read(text, contextOf(running));
  if (!('problem' in reading)) return take(running, step, reading.answer, { also: reading.also, text });
  // Where the correction of an earlier answer cannot be read, that is what is asked again.
  const at = withRequest(running, { ...running.request, step: step.step });
  const { running: after, code } = afterProblem(at, reading);
  return { ...stay(after, reading.problem), ...(code ? { code } : {}) };
}

/** Asks the step again, and leaves it to the person to say that the message was its answer. */
export function askUnsure(running: Running, text: string, lead: string): Turn {
  const asked = withRequest(running, { ...running.request, unsure: text });
  const turn = stay(asked, lead);
  const button = { title: wording.wasMyAnswer, value: wording.wasMyAnswer };
  return { ...turn, replies: turn.replies.map((reply) => ({ ...reply, buttons: [button, ...(reply.buttons ?? [])] })) };
}

/** Sent twice by a slip of the finger or a bad line: it answered the question before, not this one. */
function isRepeat({ request }: Running, step: StepDefinition, text: string): boolean {
  return request.taken === text.trim() && !(step.step in request.answers) && !ANSWERS_MANY.test(plainWords(text));
}

/** Keeps an answer, drops what hung on the one before it, and goes on. */
export function take(
  running: Running,
  step: StepDefinition,
  answer: StepAnswer,
  { also = {}, text }: { readonly also?: RequestState['answers'] | undefined; readonly text?: string } = {},
): Turn {
  const { stopping: _stopping, deleting: _deleting, unsure: _unsure, ...request } = running.request;
  const before = request.answers[step.step];
  const changed = before !== undefined && before.words !== answer.words;
  const kept = Object.entries(request.answers).filter(
    ([other]) =>
      !changed ||
      !step.settles?.some((it) => it === other) ||
      // An address that was confirmed stays so where only a phone number was added.
      (other === 'emailCode' && before.email === answer.email),
  );
  return askNext(
    withRequest(running, {
      ...request,
      answers: { ...Object.fromEntries(kept), ...also, [step.step]: answer },
      trail: [...request.trail.filter((earlier) => earlier !== step.step), step.step],
      ...(text === undefined ? {} : { taken: text.trim() }),
    }),
  );
}
