/** The knowledge that ships, as the running service reads it, and conversations with it. */
import { NEW_CONVERSATION, type ConversationState } from '../../dialogs/conversation.js';
import { readCompiled } from '../../src/answers/compiled.js';
import { SURROUNDINGS, Talk } from '../dialogs/a-talk.js';

export const BARNET = readCompiled('dist/knowledge', 'barnet');

/** A conversation of somebody with the assistant of Barnet. */
export function talkInBarnet(state: ConversationState = NEW_CONVERSATION): Talk {
  return new Talk(state, { ...SURROUNDINGS, answerer: BARNET.answerer, council: BARNET.council });
}
