/** Somebody comes back to a request after a silence: they are told that it is still there. */
import type { ConversationState, Surroundings, Turn } from './conversation.js';
import { wording } from './wording.js';

/** A pause after which people may wonder, in milliseconds: half an hour. */
const LONG_PAUSE = 30 * 60_000;

/** Notes when the person last spoke, and greets those who come back to a request under way. */
export function withWelcome(turn: Turn, before: ConversationState, { now }: Surroundings): Turn {
  const state = { ...turn.state, at: now.toISOString() };
  const isBack = before.at !== undefined && now.getTime() - Date.parse(before.at) > LONG_PAUSE;
  if (!isBack || !before.request || !turn.state.request) return { ...turn, state };
  const first = turn.replies.findIndex(({ kind }) => kind === 'request');
  if (turn.replies[first]?.step === 'sent') return { ...turn, state };
  const replies = turn.replies.map((reply, i) =>
    i === first ? { ...reply, text: `${wording.welcomeBack}\n\n${reply.text}` } : reply,
  );
  return { ...turn, state, replies };
}
