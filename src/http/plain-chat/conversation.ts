/** A conversation as the plain pages show it: who said what, and what can still be answered. */
import { readBotMessage, type BotMessage } from '../../../widget/content/bot-message.js';
import { fieldsIn, textIn } from '../../../widget/content/fields.js';
import type { ConversationStore, LoggedActivity } from '../../stores/store.js';

export type Said = BotMessage | { readonly by: 'you'; readonly text: string };

export interface Conversation {
  readonly said: readonly Said[];
  /** Sequence of the last entry in the log; 0: none. */
  readonly last: number;
}

export const NEW: Conversation = { said: [], last: 0 };

/** Entries read at once. */
const PAGE = 200;

export async function readConversation(store: ConversationStore, id: string): Promise<Conversation> {
  const log: LoggedActivity[] = [];
  for (let isMore = true; isMore;) {
    const page = await store.activitiesAfter(id, log.at(-1)?.sequence ?? 0, PAGE);
    log.push(...page);
    isMore = page.length === PAGE;
  }
  return { said: log.flatMap(readSaid), last: log.at(-1)?.sequence ?? 0 };
}

function readSaid({ id, activity }: LoggedActivity): Said[] {
  const type = textIn(activity['type']);
  if (type !== 'message') return [];
  if (fieldsIn(activity['from'])['role'] !== 'user') return [readBotMessage({ ...activity, type }, id) ?? []].flat();
  const text = textIn(activity['text'])?.trim() ?? '';
  return text === '' ? [] : [{ by: 'you', text }];
}

/** Index of what the person said last; -1: nothing yet. */
export const lastOwn = (said: readonly Said[]): number => said.findLastIndex(({ by }) => by === 'you');

/**
 * Whether the buttons under a message still mean something.
 * @returns `judged`: it may be said whether the answer helped; `choices`: any other button.
 */
export function openButtons(
  said: readonly Said[],
  index: number,
): { readonly judged: boolean; readonly choices: boolean } {
  const after = said.slice(index + 1).filter(({ by }) => by === 'you');
  // To say whether an answer helped answers nothing else.
  const verdicts = new Set(said.flatMap((one) => (one.by === 'assistant' ? Object.values(one.feedback ?? {}) : [])));
  return { judged: after.length === 0, choices: after.every(({ text }) => verdicts.has(text)) };
}

/** The step whose question was asked last; undefined: none was. */
export function stepIn(said: readonly Said[]): string | undefined {
  const last = said.findLast((one) => one.by === 'assistant');
  return last?.by === 'assistant' ? last.step : undefined;
}
