/** What a person adds to a request that they sent before. It goes to the Data Protection Officer under its reference. */
import type { Right } from './right.js';
import type { Step } from './step.js';

export interface Addition {
  /** Of the request that it is added to, like the right and the date. */
  readonly reference: string;
  readonly right: Right;
  /** yyyy-mm-dd; it stays as it was. */
  readonly dueDate: string;
  /** 1 for the first that is added to this request, then 2, 3 … */
  readonly number: number;
  /** When the message came in that it began with, ISO 8601. */
  readonly receivedAt: string;
  /** That message: the person's own words. */
  readonly firstMessage: string;
  /** What was said besides, by step, in the person's own words. */
  readonly answers: Readonly<Partial<Record<Step, string>>>;
  /** The person fell silent before they checked and sent it. */
  readonly unfinished?: true;
}
