/**
 * The bot between a channel and the dialogs: one turn at a time in a conversation, committed whole before anything is
 * said. What it says is part of the commit, and so is a finished request with its mails: "sent" is never said before it
 * is true, and never lost after.
 */
import { randomUUID } from 'node:crypto';
import { TurnContext, type Activity } from 'botbuilder-core';
import type { Finished, Notes, Surroundings } from '../dialogs/conversation.js';
import type { SentCode } from '../dialogs/requests/definition.js';
import { effectsIn, isPendingIn, passOnTurn, runTurn, type Effects, type MainDialog } from '../dialogs/main-dialog.js';
import { toActivity } from '../dialogs/reply.js';
import { CollectingAdapter } from './collecting-adapter.js';
import { describeError, type Log } from './log.js';
import type { Metrics } from './metrics.js';
import { createQueue } from './queue.js';
import {
  AlreadyAnsweredError,
  StaleStateError,
  type AddedMail,
  type ConversationStore,
  type HandedOver,
  type LoggedActivity,
  type PassingMail,
} from './stores/store.js';

export interface BotOptions {
  readonly conversations: ConversationStore;
  readonly dialog: MainDialog;
  /** Makes the mails of a finished request. */
  readonly handOver: (finished: Finished) => HandedOver;
  /** Makes the mail of what is added to a request. */
  readonly add: (addition: Effects['added'][number]) => AddedMail;
  /** Makes the mail that brings a code. */
  readonly mailCode: (code: SentCode) => PassingMail;
  /** What surrounds a turn in which nobody speaks. @param channel the conversation's Bot Framework channel id. */
  readonly surroundings: (channel: string) => Surroundings;
  /** Called after the commit of a turn that queued mail. */
  readonly onMail: () => void;
  /** What is said when a turn fails. */
  readonly apology: string;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly now: () => Date;
}

export interface Bot {
  /**
   * Answers an activity that is in the log, and commits the turn. Called concurrently; turns of one conversation queue.
   * @returns the replies as they went into the log; none where it was answered before.
   * @throws what the store throws: the activity then stays unanswered in the log, to be taken up again.
   */
  respond(conversationId: string, incoming: LoggedActivity): Promise<readonly LoggedActivity[]>;
  /**
   * Passes on what a conversation that fell silent had begun; does nothing where somebody spoke meanwhile.
   * @param silentSince nobody spoke since. @returns how many requests were passed on.
   */
  passOn(conversationId: string, silentSince: Date): Promise<number>;
}

/** Another instance may commit a turn of the same conversation in between; more often than this is a fault. */
const MOST_TRIES = 8;

export function createBot(options: BotOptions): Bot {
  const queue = createQueue();
  const { conversations, log } = options;

  const turn = async (conversationId: string, incoming: LoggedActivity): Promise<readonly LoggedActivity[]> => {
    for (let tries = 1; ; tries += 1) {
      const { state, version } = await conversations.loadState(conversationId);
      const outcome = await think(options, conversationId, incoming, state);
      try {
        const replies = await conversations.commitTurn({
          conversationId,
          expectedVersion: version,
          answered: incoming.id,
          at: options.now(),
          ...outcome,
        });
        report(options, conversationId, outcome);
        return replies;
      } catch (error) {
        if (error instanceof AlreadyAnsweredError) return [];
        if (!(error instanceof StaleStateError) || tries >= MOST_TRIES) throw error;
        log.debug('turn-repeated', { conversation: conversationId, count: tries });
      }
    }
  };

  return {
    respond: (conversationId, incoming) => queue(conversationId, () => turn(conversationId, incoming)),
    passOn: (conversationId, silentSince) => queue(conversationId, () => passOn(options, conversationId, silentSince)),
  };
}

/** A turn in which nobody speaks. Where somebody does meanwhile, the state is stale and nothing is committed. */
async function passOn(options: BotOptions, conversationId: string, silentSince: Date): Promise<number> {
  const { conversations } = options;
  const { state: kept, version } = await conversations.loadState(conversationId);
  const conversation = await conversations.find(conversationId);
  if (!conversation) return 0;
  const { state, finished, added, said } = passOnTurn(kept, options.surroundings(conversation.channel), silentSince);
  const passedOn = finished.length + added.length;
  if (passedOn === 0) return 0;
  const outcome: Outcome = {
    state,
    replies: said.map((activity) => ({
      id: randomUUID(),
      activity: { ...activity, timestamp: options.now().toISOString() },
    })),
    handedOver: finished.map((one) => options.handOver(one)),
    added: added.map((one) => options.add(one)),
    pending: isPendingIn(state),
  };
  await conversations.commitTurn({ conversationId, expectedVersion: version, at: options.now(), ...outcome });
  report(options, conversationId, outcome);
  return passedOn;
}

interface Outcome extends Notes {
  readonly state: unknown;
  readonly replies: readonly { readonly id: string; readonly activity: Readonly<Record<string, unknown>> }[];
  readonly handedOver: readonly HandedOver[];
  readonly added?: readonly AddedMail[];
  readonly forgets?: true;
  readonly passing?: readonly PassingMail[];
  readonly pending: boolean;
}

/** Runs the dialogs. A fault in them ends in an apology, and leaves the state as it was. */
async function think(
  options: BotOptions,
  conversationId: string,
  incoming: LoggedActivity,
  state: unknown,
): Promise<Outcome> {
  const adapter = new CollectingAdapter(options.now);
  const context = new TurnContext(adapter, asActivity(incoming));
  try {
    const kept = await runTurn(options.dialog, context, state);
    const { finished, added, code, ...effects } = effectsIn(context);
    return {
      state: kept,
      pending: isPendingIn(kept),
      replies: adapter.collected,
      handedOver: finished.map((one) => options.handOver(one)),
      added: added.map((one) => options.add(one)),
      ...(code ? { passing: [options.mailCode(code)] } : {}),
      ...effects,
    };
  } catch (error) {
    options.log.error('dialog-fault', { conversation: conversationId, ...describeError(error) });
    const sorry = new CollectingAdapter(options.now);
    await new TurnContext(sorry, asActivity(incoming)).sendActivity(
      toActivity({ kind: 'chat', text: options.apology }, ''),
    );
    return { state, pending: isPendingIn(state), replies: sorry.collected, handedOver: [] };
  }
}

/** The channel vouches for these fields; see `stamp` in the Direct Line folder. */
function asActivity({ activity }: LoggedActivity): Activity {
  return structuredClone(activity) as unknown as Activity;
}

function report(
  { metrics, log, onMail }: BotOptions,
  conversation: string,
  { replies, handedOver, added = [], passing = [] }: Outcome,
): void {
  for (const { activity } of replies) metrics.turns.inc({ kind: kindOf(activity) });
  for (const { request } of handedOver) {
    log.info('request-handed-over', { conversation, reference: request.reference, right: request.right });
  }
  for (const { reference } of added) log.info('request-added-to', { conversation, reference });
  if (handedOver.length || added.length || passing.length) onMail();
}

function kindOf({ channelData }: Readonly<Record<string, unknown>>): string {
  const data = (channelData as { privacyAssistant?: { kind?: unknown } } | undefined)?.privacyAssistant;
  return typeof data?.kind === 'string' ? data.kind : 'none';
}
