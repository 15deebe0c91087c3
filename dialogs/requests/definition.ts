/** A guided request as data: which steps, in what order, which may be skipped. */
import { z } from 'zod';
import type { Right } from '../../src/requests/right.js';
import type { Step } from '../../src/requests/step.js';
import type { Button } from '../reply.js';

/** An answer as kept in the request's state. */
export const stepAnswerSchema = z.object({
  /** The person's own words. */
  words: z.string(),
  /** What was understood, as played back and handed over; '' where the step was skipped. */
  understood: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  post: z.string().optional(),
  services: z.array(z.string()).optional(),
  /** First and last day of a period, yyyy-mm-dd. */
  from: z.string().optional(),
  to: z.string().optional(),
});
export type StepAnswer = Readonly<z.infer<typeof stepAnswerSchema>>;

export type Answers = Readonly<Partial<Record<Step, StepAnswer>>>;

/** What a step may look at to ask and to understand. */
export interface StepContext {
  readonly answers: Answers;
  readonly now: Date;
  /** The council's services, for matching. */
  readonly services: readonly { readonly name: string; readonly also: readonly string[] }[];
  readonly dpoMailbox: string;
  /** What was said suggests that somebody may be in danger. */
  readonly danger: boolean;
}

export type Reading =
  | { readonly answer: StepAnswer; /** Said in the same breath. */ readonly also?: Answers }
  /** Plain, kind, with a next step. */
  | { readonly problem: string };

/** One step: prompt, parser and error text together. */
export interface StepDefinition {
  readonly step: Step;
  /** Its line on the check-answers message: "Your name". */
  readonly label: string;
  /** Words by which somebody may ask to change it: "name", "email". */
  readonly names: readonly string[];
  readonly ask: (context: StepContext) => { readonly text: string; readonly buttons?: readonly Button[] };
  /** Why it is asked, for `help`. */
  readonly why: string;
  readonly optional: boolean;
  /** The answer may be long and in any words, so a question in it may be part of it. */
  readonly ownWords: boolean;
  readonly applies?: (context: StepContext) => boolean;
  /** Steps that hang on this answer, and are asked anew when it changes. */
  readonly settles?: readonly Step[];
  /** Words that answer this step, though they would steer the request anywhere else. */
  readonly answersBy?: RegExp;
  readonly read: (text: string, context: StepContext) => Reading;
}

export interface RequestDefinition {
  readonly right: Right;
  /** What the resident is told when it begins: what it does, that it is free. */
  readonly opening: string;
  /** The offer, where it is not certain that a request is meant. */
  readonly offer: string;
  readonly steps: readonly StepDefinition[];
  /** The scope of the request in words, from the answers: `request.json`'s `scope.details`. */
  readonly details: (answers: Answers) => string;
  /** What happens after it is sent. */
  readonly next: string;
}
