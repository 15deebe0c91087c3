/** Steps that most rights share, in the order in which they are asked. */
import { contact, safeToContact } from '../steps/contact.js';
import { emailCode } from '../steps/email-code.js';
import { adjustments, identifiers } from '../steps/extras.js';
import { forWhomSteps } from '../steps/for-whom.js';
import { fullName } from '../steps/name.js';
import { servicesStep } from '../steps/services.js';
import type { StepDefinition } from './definition.js';

/** Whose information it is, who asks, and how to reach them. */
export const people: readonly StepDefinition[] = [...forWhomSteps, fullName, contact, safeToContact, emailCode];

export const services = servicesStep('Which council services is it about? “Not sure” is fine.');

/** What helps to find the records, and the person to use their right. */
export const help: readonly StepDefinition[] = [identifiers, adjustments];
