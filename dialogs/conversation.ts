/** What is remembered of a conversation from one turn to the next, and what one turn brings about. */
import { z } from 'zod';
import type { Answerer } from '../src/answers/answer.js';
import type { Council } from '../src/answers/knowledge/schema.js';
import type { Addition } from '../src/requests/addition.js';
import type { BankHolidays } from '../src/requests/bank-holidays.js';
import type { Deadline } from '../src/requests/deadline.js';
import type { PrivacyRequest } from '../src/requests/request.js';
import { RIGHTS } from '../src/requests/right.js';
import { STEPS } from '../src/requests/step.js';
import type { Reply } from './reply.js';
import { sentCodeSchema, sentRequestSchema, stepAnswerSchema, type SentCode } from './requests/definition.js';

/** A right that a message asked to exercise: its words and its moment stay with it, because the law's clock starts there. */
const askedSchema = z.object({ right: z.enum(RIGHTS), firstMessage: z.string(), receivedAt: z.iso.datetime() });
export type Asked = Readonly<z.infer<typeof askedSchema>>;

const requestStateSchema = askedSchema.extend({
  answers: z.partialRecord(z.enum(STEPS), stepAnswerSchema),
  /** The step that was asked last, which the next message answers. */
  step: z.enum(STEPS),
  /** Steps that were asked and answered before it, for the way back. */
  trail: z.array(z.enum(STEPS)),
  code: sentCodeSchema.optional(),
  /** It was asked whether to stop here. */
  stopping: z.boolean().optional(),
  /** It was asked whether to delete the conversation, this request and all. */
  deleting: z.boolean().optional(),
  /** The message that was last taken for an answer: the same again is a slip of the finger. */
  taken: z.string().optional(),
  /** A message that was taken for something else than an answer, and may have been one after all. */
  unsure: z.string().optional(),
});
/** A guided request that is under way. */
export type RequestState = Readonly<z.infer<typeof requestStateSchema>>;

export const conversationStateSchema = z.object({
  greeted: z.boolean(),
  /** Somebody spoke of danger: contact details are then asked about with care. */
  danger: z.boolean(),
  /** The entry that was talked about last. */
  topic: z.string().optional(),
  /** What the person last said in words of their own, outside a request. */
  said: z.string().optional(),
  /** The entries that answered the last message, which may be said to have helped or not; and its words, redacted. */
  answered: z.object({ entries: z.array(z.string()), words: z.string().optional() }).optional(),
  /** The last reply was a clarifying question. */
  clarified: z.boolean().optional(),
  /** An offer to start a request that waits for yes or no. */
  offer: askedSchema.optional(),
  request: requestStateSchema.optional(),
  /** What was asked for besides, to be taken after the request under way. */
  next: z.array(askedSchema).optional(),
  /** What was sent to the Data Protection Officer, the newest last. */
  sent: z.array(sentRequestSchema).optional(),
  /** Codes that were mailed: nobody is to be sent a stream of them by a stranger. */
  codesSent: z.int().optional(),
  /** When the person last said something. */
  at: z.iso.datetime().optional(),
});
export type ConversationState = Readonly<z.infer<typeof conversationStateSchema>>;

export const NEW_CONVERSATION: ConversationState = { greeted: false, danger: false };

/** What a turn may look at besides the state and the message. */
export interface Surroundings {
  readonly answerer: Answerer;
  readonly council: Council;
  readonly holidays: BankHolidays;
  /** As the DPO's mail names it: "Web chat". */
  readonly channel: string;
  readonly now: Date;
  readonly newReference: () => string;
  /** Six digits. */
  readonly newCode: () => string;
  /** How long after the last word an unfinished request is passed on, in hours. */
  readonly unfinishedAfterHours: number;
}

/** A finished request, for the turn's commit. */
export interface Finished {
  readonly request: PrivacyRequest;
  readonly deadline: Deadline;
}

/** What is to be learnt from a turn, for its commit: by the editors of the knowledge, who are not to learn whose it was. */
export interface Notes {
  readonly feedback?: { readonly entry: string; readonly helpful: boolean };
  /** Redacted words that had no good answer, and why; `entry` is what did not help. */
  readonly unanswered?: {
    readonly words: string;
    readonly why: 'unanswerable' | 'clarify' | 'unhelpful';
    readonly entry?: string;
  };
}

/** What a turn changes and says. */
export interface Turn extends Notes {
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly finished?: Finished;
  /** Something more for a request that was sent before. */
  readonly added?: Addition;
  /** All that was said before this turn's replies is to be deleted. */
  readonly forgets?: true;
  /** A code that is to go to an email address. */
  readonly code?: SentCode;
}
