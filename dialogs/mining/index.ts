/** Everything that the first message of a request already says, so that only the rest is asked. It is all played back. */
import type { Answers, StepContext } from '../requests/definition.js';
import { mineAdjustments } from './adjustments.js';
import { mineContact } from './contact.js';
import { mineFormat } from './format.js';
import { mineFullName } from './full-name.js';
import { minePeriod } from './period.js';
import { mineServices } from './services.js';
import { mineWho } from './who.js';

/**
 * What is taken wrongly annoys and, in a legal request, misleads; what is missed is simply asked. So in doubt nothing is taken.
 * @param context.today yyyy-mm-dd.
 * @returns an answer for each step of which the message speaks.
 */
export function mineMessage(
  text: string,
  { services, today }: { readonly services: StepContext['services']; readonly today: string },
): Answers {
  const found: Answers = {
    ...mineWho(text),
    fullName: mineFullName(text),
    contact: mineContact(text),
    services: mineServices(text, services),
    period: minePeriod(text, today),
    format: mineFormat(text),
    adjustments: mineAdjustments(text),
  };
  return Object.fromEntries(Object.entries(found).filter(([, answer]) => answer !== undefined));
}
