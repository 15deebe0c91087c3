/** A right that seldom helps: what the notice says of it is said first, and another way is offered beside it. */
import { quoted } from '../answer.js';
import { plainWords } from '../../src/requests/plain-words.js';
import type { Asked, ConversationState, Surroundings, Turn } from '../conversation.js';
import type { Reply } from '../reply.js';
import { wording } from '../wording.js';
import type { RequestDefinition } from './definition.js';
import { definitions } from './index.js';

/** Offers both: the right that was asked for, and the one that may serve better. */
export function offerInstead(
  asked: Asked,
  instead: NonNullable<RequestDefinition['instead']>,
  state: ConversationState,
  { answerer }: Surroundings,
): Turn {
  const entry = answerer.entry(instead.entry);
  const buttons = [instead.button, wording.offerGoOn, wording.offerNo].map((title) => ({ title, value: title }));
  const offer: Reply = {
    kind: 'request',
    right: asked.right,
    step: 'start',
    ...(entry?.act === 'answer'
      ? { plain: instead.text, ...quoted(instead.text, entry.quotes) }
      : { text: instead.text }),
    buttons,
  };
  return { state: { ...state, offer: asked }, replies: [offer] };
}

/** The request that is begun in place of the one on offer, where a message chooses that. */
export function takesInstead(offer: Asked, text: string): Asked | undefined {
  const { instead } = definitions[offer.right];
  return instead && plainWords(text) === plainWords(instead.button) ? { ...offer, right: instead.right } : undefined;
}
