/** What somebody says to steer a request that is under way, rather than to answer its question. */
import { commandOf, type Command } from '../said.js';
import { readContact } from '../steps/contact.js';
import { stepNamed } from './answers.js';
import type { StepDefinition } from './definition.js';
import { currentStep, type Running } from './running.js';

/** "Change my email to sam@example.org": which answer, and what it should be. */
const CHANGE_TO =
  /^(?:please |can (?:you|i) |i (?:want|need) to |i[’']d like to |no,? |actually,? )*(?:change|correct|make) (?:my |the )?(.{2,40}?) to (.{1,500})$/i;
/** "My email is sam@example.org", said once there is one. */
const SHOULD_BE =
  /^(?:no,? |actually,? )*(?:my |the )?(.{2,40}?) (?:is|are|should be)(?: now| actually)?:? (.{1,500})$/i;
/** "Why do you need my name?" */
const WHY =
  /^why (?:do|are|would) you (?:need|want|asking?)(?: for| to know| to have)? (?:my |the |their )?(.{2,40}?)\??$/i;

/** "My name is wrong" says which answer to change, and not to what. */
const NOT_RIGHT = /^(?:not )?(?:wrong|right|incorrect|correct|fine|ok|okay|mistyped|misspelt|out of date)[.!]?$/i;

/** Plainly so, at a step too: "that's fine" may be its answer. */
const SENDING = /^\W*(?:please )?(?:send|submit)\b/i;

/** The command that a message is to a request; undefined where it is an answer or a question. */
export function steeringIn(running: Running, text: string): Command | undefined {
  const step = currentStep(running);
  const why = WHY.exec(text.trim())?.[1];
  if (why !== undefined && step && stepNamed(running, why) === step) return { command: 'help' };
  const command = commandOf(text);
  const names = command?.command === 'change' && command.what !== '' && stepNamed(running, command.what);
  if (!command || (!names && step?.answersBy?.test(text))) return undefined;
  // "Change my address with council tax" at a step is an answer; to change what was said, it must name one of the steps.
  if (command.command === 'change' && step && command.what !== '' && !stepNamed(running, command.what))
    return undefined;
  return command.command === 'send' && step && !SENDING.test(text) ? undefined : command;
}

/** An answer that a message corrects, and its new words. */
export function correctionIn(
  running: Running,
  text: string,
): { readonly step: StepDefinition; readonly answer: string } | undefined {
  const said = text.trim();
  const current = currentStep(running);
  if (current?.answersBy?.test(said)) return undefined;
  if (current?.step === 'emailCode') return otherContactIn(running, current, said);
  const [, what, answer] = CHANGE_TO.exec(said) ?? (current ? undefined : SHOULD_BE.exec(said)) ?? [];
  const step = what === undefined ? undefined : stepNamed(running, what);
  return step && answer !== undefined && !NOT_RIGHT.test(answer) ? { step, answer } : undefined;
}

/** Instead of the code, another way to be reached: "wrong email, it is sam@example.org", "ring me on 07700 900123". */
function otherContactIn(
  running: Running,
  { recognises }: StepDefinition,
  said: string,
): { readonly step: StepDefinition; readonly answer: string } | undefined {
  if (recognises?.(said) === 'whole' || !/\p{L}/u.test(said) || !readContact(said)) return undefined;
  const step = stepNamed(running, 'email');
  return step && { step, answer: CHANGE_TO.exec(said)?.[2] ?? said };
}
