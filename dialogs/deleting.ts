/**
 * Somebody wants this conversation gone: done at once, and asked first only where a request is half-way. To have the
 * council's records deleted is another matter: that is a request.
 */
import { plainWords } from '../src/requests/plain-words.js';
import { NEW_CONVERSATION, type ConversationState, type Surroundings, type Turn } from './conversation.js';
import type { Reply } from './reply.js';
import { stay } from './requests/asking.js';
import { withRequest, type Running } from './requests/running.js';
import { withoutDoubts } from './requests/stopping.js';
import { yesOrNo } from './said.js';
import { wording } from './wording.js';

const BEFORE =
  '(?:(?:hi|hello|ok|okay|right|yes|no|and|so|now|oh|sorry|actually|please|just|thanks|thank you|bye|(?:can|could|will|would) (?:you|u|we|i)|(?:i|we) (?:want|need)(?: you)? to|(?:i|we)d like(?: you)? to|id like to have|lets|you can|i want you to) )*';
const VERB = '(?:delete|erase|wipe(?: out)?|clear|remove|destroy|forget|get rid of|bin|scrub|undo)';
/** What is gone with the conversation: this chat, and what was said in it. */
const CHAT =
  '(?:chat|conversation|convo|convos?ation|talk|discussion|dialogue)(?: (?:history|log|transcript|messages))?';
const TYPED =
  '(?:have |ve )?(?:just )?(?:typed|wrote|written|said|told you|entered|put|posted|sent you|asked(?: you)?|been saying)';
const MESSAGES = '(?:messages?|questions|typing|words)';
const HERE =
  '(?:in here|on here|here|in this chat|in the chat|in this conversation|to you|in this box|on this page|in this window)';
const WHAT = `(?:(?:all |everything |the whole |whole )?(?:of )?(?:(?:this|the|our|my|that) )?(?:whole |entire )?${CHAT}|(?:all )?(?:of )?(?:my|our|the|these|those) ${MESSAGES}(?: ${HERE})|(?:all )?(?:of )?(?:my|our|these|those) messages|(?:all |everything |anything |all of |what |whatever |all the things |the things |stuff )+(?:that )?(?:i|ive|we|weve) ${TYPED})`;
const AFTER = `(?: (?:${HERE}|so far|now|right now|at once|immediately|straight ?away|completely|for ?ever|for good|please|pls|plz|thanks|thank you|and all|with you|for me|up|today|again|then|all of it|just now|earlier|before))*`;

const DELETE = new RegExp(`^${BEFORE}${VERB} ${WHAT}${AFTER}$`);
/** "I want this chat deleted", "wipe it all, this chat". */
const DELETED = new RegExp(
  `^${BEFORE}(?:i|we)?(?: ?want| need|d like|would like)?(?: to have)? ?${WHAT} (?:to be |should be |must be )?(?:deleted|erased|wiped|cleared|removed|gone|forgotten|destroyed)${AFTER}$`,
);
/** How it is done is told by what is said, not done. */
const HOW = new RegExp(
  `^(?:(?:so|and|but|ok|please) )*(?:how|where|what button|which button)\\b.* ${VERB} ${WHAT}${AFTER}$`,
);

/** Longer, it says more than that. Characters. */
const MOST = 140;

/** Whether the whole message asks for the conversation to be deleted, or how that is done. */
export function deletionIn(text: string): 'do' | 'how' | undefined {
  if (text.length > MOST) return undefined;
  const said = plainWords(text);
  if (HOW.test(said)) return 'how';
  return DELETE.test(said) || DELETED.test(said) ? 'do' : undefined;
}

const YES =
  /^(?:(?:yes|yeah|yep|please|just|do) ?)*(?:delete|wipe|erase|forget|clear) (?:it|this|that|everything|all|it all)(?: please| now)?$/;
const NO =
  /^(?:(?:no|nope|please|just|lets|actually|sorry) ?)*(?:keep|go on|carry on|continue|dont(?: delete)?|go back)(?: (?:it|this|that|going|on|with it|please|everything))*$/;

/** What comes of it; undefined where the message is about something else. */
export function deleting(
  state: ConversationState,
  running: Running | undefined,
  text: string,
  surroundings: Surroundings,
): Turn | undefined {
  if (running?.request.deleting) {
    const said = plainWords(text);
    if (YES.test(said) || yesOrNo(text) === 'yes' || deletionIn(text) === 'do') return forget(state, surroundings);
    if (NO.test(said) || yesOrNo(text) === 'no') return stay(withoutDoubts(running), wording.keptGoing);
  }
  switch (deletionIn(text)) {
    case 'do':
      return running ? askFirst(running) : forget(state, surroundings);
    case 'how':
      return running
        ? stay(running, wording.howToDelete)
        : { state, replies: [{ kind: 'chat', text: wording.howToDelete }] };
    case undefined:
      return undefined;
  }
}

function askFirst(running: Running): Turn {
  const { request, state } = running;
  const asked = withRequest(running, { ...request, deleting: true });
  const buttons = [wording.deleteYes, wording.deleteNo].map((title) => ({ title, value: title }));
  const text = wording.deleteFirst((state.sent ?? []).map(({ reference }) => reference));
  return {
    state: asked.state,
    replies: [{ kind: 'request', right: request.right, step: request.step, text, buttons }],
  };
}

/** Nothing of it stays but that codes were sent: else whoever sends them to a stranger would only have to say this. */
function forget({ sent = [], codesSent }: ConversationState, { channel }: Surroundings): Turn {
  const references = sent.map(({ reference }) => reference);
  const said: Reply = { kind: 'chat', text: wording.deleted(references, channel), deleted: true };
  const state = { ...NEW_CONVERSATION, greeted: true, ...(codesSent === undefined ? {} : { codesSent }) };
  return { state, replies: [said], forgets: true };
}
