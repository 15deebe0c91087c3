/**
 * The bot between a channel and the dialogs: one turn at a time in a conversation, committed whole before anything is
 * said. What it says is part of the commit, and so is a finished request with its mails: "sent" is never said before it
 * is true, and never lost after.
 */
import { randomUUID } from 'node:crypto';
import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder-core';
import type { Finished, Notes } from '../dialogs/conversation.js';
import { finishedIn, notesIn, runTurn, type MainDialog } from '../dialogs/main-dialog.js';
import { toActivity } from '../dialogs/reply.js';
import { describeError, type Log } from './log.js';
import type { Metrics } from './metrics.js';
import { createQueue } from './queue.js';
import {
  AlreadyAnsweredError,
  StaleStateError,
  type ConversationStore,
  type HandedOver,
  type LoggedActivity,
} from './stores/store.js';

export interface BotOptions {
  readonly conversations: ConversationStore;
  readonly dialog: MainDialog;
  /** Makes the mails of a finished request. */
  readonly handOver: (finished: Finished) => HandedOver;
  /** Called after the commit of a turn that handed a request over. */
  readonly onHandedOver: () => void;
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

  return { respond: (conversationId, incoming) => queue(conversationId, () => turn(conversationId, incoming)) };
}

interface Outcome extends Notes {
  readonly state: unknown;
  readonly replies: readonly { readonly id: string; readonly activity: Readonly<Record<string, unknown>> }[];
  readonly handedOver: readonly HandedOver[];
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
    const finished = finishedIn(context);
    const handedOver = finished ? [options.handOver(finished)] : [];
    return { state: kept, replies: adapter.collected, handedOver, ...notesIn(context) };
  } catch (error) {
    options.log.error('dialog-fault', { conversation: conversationId, ...describeError(error) });
    const sorry = new CollectingAdapter(options.now);
    await new TurnContext(sorry, asActivity(incoming)).sendActivity(
      toActivity({ kind: 'chat', text: options.apology }, ''),
    );
    return { state, replies: sorry.collected, handedOver: [] };
  }
}

/** The channel vouches for these fields; see `stamp` in the Direct Line folder. */
function asActivity({ activity }: LoggedActivity): Activity {
  return structuredClone(activity) as unknown as Activity;
}

function report(
  { metrics, log, onHandedOver }: BotOptions,
  conversation: string,
  { replies, handedOver }: Outcome,
): void {
  for (const { activity } of replies) metrics.turns.inc({ kind: kindOf(activity) });
  for (const { request } of handedOver) {
    log.info('request-handed-over', { conversation, reference: request.reference, right: request.right });
  }
  if (handedOver.length) onHandedOver();
}

function kindOf({ channelData }: Readonly<Record<string, unknown>>): string {
  const data = (channelData as { privacyAssistant?: { kind?: unknown } } | undefined)?.privacyAssistant;
  return typeof data?.kind === 'string' ? data.kind : 'none';
}

/** Keeps what the dialogs send, until the turn is committed. */
class CollectingAdapter extends BotAdapter {
  readonly collected: { id: string; activity: Readonly<Record<string, unknown>> }[] = [];

  constructor(private readonly now: () => Date) {
    super();
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const answersMessage = context.activity.type === 'message';
    const sent = activities.map((activity) => {
      const id = randomUUID();
      // A greeting answers no message.
      const { replyToId, ...rest } = activity;
      const stamped = { ...rest, ...(answersMessage ? { replyToId } : {}), timestamp: this.now().toISOString() };
      this.collected.push({ id, activity: { ...stamped } });
      return { id };
    });
    return Promise.resolve(sent);
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('what was said is in the log and is not changed'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('what was said is in the log and is not changed'));
  }

  override continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error('the bot speaks only when it is spoken to'));
  }
}
