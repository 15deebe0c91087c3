/** A guided request as data: which steps, in what order, which may be skipped. */
import { z } from 'zod';
import { RIGHTS, type Right } from '../../src/requests/right.js';
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
  /** The email address was shown to work. */
  emailConfirmed: z.boolean().optional(),
  services: z.array(z.string()).optional(),
  /** Reference of the earlier request that this is to be added to. */
  addsTo: z.string().optional(),
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
  /** The code that was last sent to the person's email address, where one was. */
  readonly code?: SentCode;
  /** In this conversation, to whichever address. */
  readonly codesSent: number;
  /** A request of the same right that was sent in this conversation within a day, about the same person for all that is known. */
  readonly earlier?: SentRequest;
}

/** A code that was sent to an email address, to show that it works. */
export const sentCodeSchema = z.object({
  email: z.string(),
  digits: z.string(),
  sentAt: z.iso.datetime(),
  /** Wrong ones that came back. */
  tries: z.int(),
});
export type SentCode = Readonly<z.infer<typeof sentCodeSchema>>;

/** A request that was sent in this conversation. */
export const sentRequestSchema = z.object({
  reference: z.string(),
  right: z.enum(RIGHTS),
  sentAt: z.iso.datetime(),
  dueDate: z.iso.date(),
  /** As in the answers: "Me", "Someone else"; missing where it was passed on before that was said. */
  forWhom: z.string().optional(),
  subjectName: z.string().optional(),
  /** How often something was added to it. */
  additions: z.int(),
});
export type SentRequest = Readonly<z.infer<typeof sentRequestSchema>>;

export type Reading =
  | { readonly answer: StepAnswer; /** Said in the same breath. */ readonly also?: Answers }
  | {
      /** Plain, kind, with a next step. */
      readonly problem: string;
      /** At the email code's step: a code was wrong, or another one is to be sent. */
      readonly code?: 'wrong' | 'resend';
    };

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
  /** Whether a message is plainly an answer to this step: as a whole, or in part, with something else beside it. */
  readonly recognises?: (text: string) => 'whole' | 'part' | undefined;
  /** The answer that the first message gives in the person's own words, without being asked. */
  readonly fromFirstMessage?: (message: string) => StepAnswer | undefined;
  /** What is played back where it was skipped: "Not provided" otherwise. */
  readonly skipped?: string;
  /** Of the person rather than of the request: not asked again for a second request of theirs. */
  readonly carries?: boolean;
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
  /** Said before anything is asked, where the right seldom helps: what the notice says of it, and what to ask for instead. */
  readonly instead?: { readonly entry: string; readonly text: string; readonly right: Right; readonly button: string };
}
