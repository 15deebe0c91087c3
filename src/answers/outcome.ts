/** What a message can come to: a closed set, each naming reviewed entries, and never a sentence of its own. */
import type { AnswerEntry, BeyondEntry, Entry, RequestEntry, TalkEntry } from './knowledge/schema.js';

export type Outcome =
  /** The notice says so. `sure`: it is plainly what was asked. */
  | {
      readonly family: 'answer';
      readonly entry: AnswerEntry;
      readonly sure: boolean;
      /** It comes after another that may as well be meant. */
      readonly other?: boolean;
      readonly score: number;
    }
  /** The notice does not say; the entry says where to ask. */
  | { readonly family: 'signpost'; readonly entry: BeyondEntry; readonly score: number }
  /** Nothing fits well enough, or it is known that nobody can be named. */
  | { readonly family: 'unanswerable'; readonly entry?: BeyondEntry; readonly score: number }
  /** The person exercises a right. `sure`: no need to ask whether they do. */
  | { readonly family: 'request'; readonly entry: RequestEntry; readonly sure: boolean; readonly score: number }
  /** Two or three things are about as likely: which is meant? */
  | { readonly family: 'clarify'; readonly entries: readonly Entry[]; readonly score: number }
  /** Danger or distress. */
  | { readonly family: 'safety'; readonly entry: TalkEntry; readonly score: number }
  | { readonly family: 'chat'; readonly entry: TalkEntry; readonly score: number };

/** For what is known for certain, such as a button. */
export const CERTAIN = { sureAnswer: 0, sureRequest: 0 } as const;

/**
 * What an entry leads to when it is meant.
 * @param sure least scores for giving an answer without a remark, and for beginning a request without asking first.
 */
export function outcomeOf(
  entry: Entry,
  score: number,
  sure: { readonly sureAnswer: number; readonly sureRequest: number },
): Outcome {
  switch (entry.act) {
    case 'answer':
      return { family: 'answer', entry, sure: score >= sure.sureAnswer, score };
    case 'beyond':
      return { family: entry.kind, entry, score };
    case 'request':
      return { family: 'request', entry, sure: score >= sure.sureRequest, score };
    case 'safety':
      return { family: 'safety', entry, score };
    case 'chat':
      return { family: 'chat', entry, score };
  }
}
