/**
 * The conversation as a Bot Framework dialog. It is the only one, and thin: what is decided stands in `route.ts` and
 * `request-dialog.ts`, which know nothing of any bot framework and can be run by another.
 */
import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder-core';
// By their files: the package's index also loads its prompts, with recognisers that nothing here uses, for a quarter second.
import { Dialog, DialogTurnStatus, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import {
  conversationStateSchema,
  NEW_CONVERSATION,
  type ConversationState,
  type Finished,
  type Notes,
  type Surroundings,
  type Turn,
} from './conversation.js';
import type { Addition } from '../src/requests/addition.js';
import { toActivity } from './reply.js';
import type { SentCode } from './requests/definition.js';
import { greet, route } from './route.js';
import { isPending, passOn, type HandedOn } from './unfinished.js';

/** What a turn brings about besides what is said, for whoever commits it. */
export interface Effects extends Notes {
  readonly finished: readonly Finished[];
  readonly added: readonly Addition[];
  readonly forgets?: true;
  readonly code?: SentCode;
}

const EFFECTS = Symbol('effects');

/** The effects of the turn that was run in a context. */
export function effectsIn(context: TurnContext): Effects {
  return context.turnState.get<Effects | undefined>(EFFECTS) ?? { finished: [], added: [] };
}

/** Answers every activity of a conversation; never ends. */
export class MainDialog extends Dialog {
  constructor(private readonly surroundings: (activity: Activity) => Surroundings) {
    super('main');
  }

  override beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.continueDialog(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const instance = dc.activeDialog;
    const state = stateOf(instance?.state);
    const surroundings = this.surroundings(context.activity);
    const turn = turnOf(context.activity, state, surroundings);
    if (instance) instance.state = turn.state;
    const { finished, added, forgets, code, feedback, unanswered } = turn;
    context.turnState.set(EFFECTS, {
      finished: finished ? [finished] : [],
      added: added ? [added] : [],
      ...(forgets ? { forgets } : {}),
      ...(code ? { code } : {}),
      ...{ feedback, unanswered },
    } satisfies Effects);
    await context.sendActivities(turn.replies.map((reply) => toActivity(reply, surroundings.council.noticeUrl)));
    return { status: DialogTurnStatus.waiting };
  }
}

/** What people say is answered; that they came is greeted; everything else a channel may send is let pass. */
function turnOf(activity: Activity, state: ConversationState, surroundings: Surroundings): Turn {
  switch (activity.type) {
    case ActivityTypes.Message:
      return route(state, activity.text ?? '', surroundings);
    case ActivityTypes.Event:
      return activity.name === 'webchat/join' ? greet(state, surroundings) : { state, replies: [] };
    case ActivityTypes.ConversationUpdate:
      return somebodyCame(activity) ? greet(state, surroundings) : { state, replies: [] };
    default:
      return { state, replies: [] };
  }
}

function somebodyCame({ membersAdded, recipient }: Activity): boolean {
  return (membersAdded ?? []).some(({ id }) => id !== recipient?.id);
}

/** What an older version kept, and this one cannot read, is begun afresh. */
function stateOf(kept: unknown): ConversationState {
  return conversationStateSchema.catch(NEW_CONVERSATION).parse(kept);
}

/** Whether what is kept holds a request that is to be passed on if the person falls silent. */
export function isPendingIn(kept: unknown): boolean {
  return kept !== undefined && isPending(stateOf(kept));
}

/** The turn that nobody speaks in: what a conversation that fell silent had begun is passed on, marked as unfinished. */
export function passOnTurn(
  kept: unknown,
  surroundings: Surroundings,
  silentSince: Date,
): HandedOn & { readonly state: ConversationState; readonly said: Partial<Activity>[] } {
  const before = stateOf(kept);
  if (before.at !== undefined && Date.parse(before.at) >= silentSince.getTime())
    return { state: before, finished: [], added: [], said: [] };
  const { state, replies, finished, added } = passOn(before, surroundings);
  return { state, finished, added, said: replies.map((reply) => toActivity(reply, surroundings.council.noticeUrl)) };
}

/**
 * Runs a turn. @param kept what the last turn returned; undefined at the beginning.
 * @returns what to keep, as plain JSON.
 */
export async function runTurn(dialog: MainDialog, context: TurnContext, kept: unknown): Promise<unknown> {
  const held = {
    dialogStack: kept === undefined ? [] : [{ id: dialog.id, state: kept, version: dialog.getVersion() }],
  };
  const dialogs = new DialogSet({
    get: () => Promise.resolve(held),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  }).add(dialog);
  const dc = await dialogs.createContext(context);
  if (dc.activeDialog) await dc.continueDialog();
  else await dc.beginDialog(dialog.id);
  return dc.activeDialog?.state;
}
