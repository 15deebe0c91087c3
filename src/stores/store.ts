/**
 * What the rest of the house needs of a database, in its own words. One implementation in SQL (`sql/`) serves SQLite
 * and PostgreSQL; a contract suite runs over both.
 *
 * Bodies (activities, state, request payloads, mails) rest encrypted; what is searched by (ids, dates, statuses,
 * references, rights) does not hold personal data.
 */
import type { PrivacyRequest } from '../requests/request.js';
import type { Mail } from '../handoff/mail.js';

/** An activity in a conversation's log. Its `sequence` (1, 2, 3 … within the conversation) is the Direct Line watermark. */
export interface LoggedActivity {
  readonly sequence: number;
  readonly id: string;
  /** Bot Framework activity JSON, as a client gets it. */
  readonly activity: Readonly<Record<string, unknown>>;
}

export interface Conversation {
  readonly id: string;
  /** Bot Framework channel id: "directline", "msteams" … */
  readonly channel: string;
  readonly userId: string;
  readonly createdAt: Date;
}

/** Everything that one turn of the conversation changes. */
export interface TurnCommit {
  readonly conversationId: string;
  /** Version of the state that the turn began with, from {@link ConversationStore.loadState}. */
  readonly expectedVersion: number;
  /** Any JSON. */
  readonly state: unknown;
  /** Id of the incoming activity that is answered by this turn. */
  readonly answered: string;
  /** The bot's activities, each with its id, appended to the log in this order. */
  readonly replies: readonly { readonly id: string; readonly activity: Readonly<Record<string, unknown>> }[];
  readonly handedOver: readonly HandedOver[];
  readonly feedback?: Verdict;
  readonly unanswered?: Gap;
  readonly at: Date;
}

/** Whether an answer helped; of whom, and in which conversation, is not kept. */
export interface Verdict {
  /** Id of the entry of the knowledge that was the answer. */
  readonly entry: string;
  readonly helpful: boolean;
}

/** Something that the knowledge has no good answer to. */
export interface Gap {
  /** What was asked, redacted before it comes here. */
  readonly words: string;
  /** No entry fitted; two or three did; or the answer did not help. */
  readonly why: 'unanswerable' | 'clarify' | 'unhelpful';
  /** Id of the entry that did not help. */
  readonly entry?: string;
}

/** A request and the mails that go with it. */
export interface HandedOver {
  readonly request: PrivacyRequest;
  readonly mails: readonly { readonly purpose: MailPurpose; readonly mail: Mail }[];
}

export type MailPurpose = 'dpo' | 'acknowledgement';

/** The state was changed by another turn since it was loaded; load it again and repeat the turn. */
export class StaleStateError extends Error {
  constructor(conversationId: string) {
    super(`the state of conversation ${conversationId} was changed by another turn`);
    this.name = 'StaleStateError';
  }
}

/** There is no such conversation: it was never created, or was deleted, by its resident or for being idle. */
export class UnknownConversationError extends Error {
  constructor(conversationId: string) {
    super(`there is no conversation ${conversationId}; create it before anything is written to it`);
    this.name = 'UnknownConversationError';
  }
}

/**
 * The activity was answered by a turn that was committed before: this turn must not be repeated. Happens where two
 * instances take up what a crash left behind, and where a commit succeeded whose answer was lost on its way back.
 */
export class AlreadyAnsweredError extends Error {
  constructor(conversationId: string, activityId: string) {
    super(`activity ${activityId} of conversation ${conversationId} is answered already; nothing was changed`);
    this.name = 'AlreadyAnsweredError';
  }
}

export interface ConversationStore {
  /** Creates it; does nothing where the id exists. */
  create(conversation: Conversation): Promise<void>;
  find(id: string): Promise<Conversation | undefined>;
  /**
   * Appends an incoming activity to the log, not yet answered: from here on it survives a crash.
   * @param clientId the client's own id of the message; one that came before is not appended again, and the first one's
   *   entry comes back with `repeated`. So it does where `id` itself came before.
   * @throws {UnknownConversationError}
   */
  accept(
    conversationId: string,
    incoming: {
      readonly id: string;
      readonly clientId?: string;
      readonly activity: Readonly<Record<string, unknown>>;
      readonly at: Date;
    },
  ): Promise<LoggedActivity & { readonly repeated: boolean }>;
  /** Incoming activities that no turn has answered, oldest first: what a crash left behind. */
  unanswered(): Promise<readonly { readonly conversationId: string; readonly activity: LoggedActivity }[]>;
  /** `{ state: undefined, version: 0 }` where no turn was committed yet. */
  loadState(conversationId: string): Promise<{ readonly state: unknown; readonly version: number }>;
  /**
   * Commits a turn whole or not at all: state, replies, requests with their mails as outbox rows, each request's history,
   * and what is to be learnt from it.
   * @throws {StaleStateError} {AlreadyAnsweredError} {UnknownConversationError}
   */
  commitTurn(turn: TurnCommit): Promise<readonly LoggedActivity[]>;
  /** Activities with a sequence above `watermark`, at most `limit`, in order. */
  activitiesAfter(conversationId: string, watermark: number, limit?: number): Promise<readonly LoggedActivity[]>;
  /** Deletes conversations, with all that hangs on them but requests, whose last activity is before `before`; returns how many. */
  deleteIdle(before: Date): Promise<number>;
  /** Deletes one conversation at once, as its resident may ask; requests that were sent stay. */
  delete(id: string): Promise<void>;
}

/** A mail that waits to be sent, or was. */
export interface OutboxItem {
  readonly id: string;
  readonly reference: string;
  readonly purpose: MailPurpose;
  readonly mail: Mail;
  readonly attempts: number;
  readonly createdAt: Date;
}

export interface OutboxStore {
  /** Takes up to `limit` due mails for this worker until `leaseUntil`; nobody else gets them before. */
  claim(now: Date, leaseUntil: Date, limit: number): Promise<readonly OutboxItem[]>;
  /** The server said yes. Recorded in the request's history with the server's answer. */
  accepted(id: string, answer: string, now: Date): Promise<void>;
  /** It did not go out. Tried again at `retryAt`; undefined: refused for good, waits for an operator. */
  failed(id: string, answer: string, now: Date, retryAt: Date | undefined): Promise<void>;
  /** Puts a request's mails back into the queue, due now, whatever their status. Returns how many; 0: no such request, or it was purged. */
  resend(reference: string, now: Date): Promise<number>;
  /** How many wait, how many were refused for good, and when the oldest of those that wait was written. */
  backlog(): Promise<{ readonly waiting: number; readonly refused: number; readonly oldest?: Date }>;
  /** The newest mails, sent or not, for /dev/mail and the operator. */
  recent(limit: number): Promise<readonly (OutboxItem & { readonly status: 'waiting' | 'accepted' | 'refused' })[]>;
}

/** A line in a request's history: created, queued, accepted, failed, resent, viewed, purged. */
export interface RequestEvent {
  readonly at: Date;
  readonly event: 'created' | 'queued' | 'accepted' | 'failed' | 'resent' | 'viewed' | 'purged';
  /** "dpo: 250 2.0.0 Ok: queued as 4F2B1"; never personal data. */
  readonly detail: string;
}

/** What is kept of a request without opening its payload. */
export interface RequestSummary {
  readonly reference: string;
  readonly right: PrivacyRequest['right'];
  readonly receivedAt: Date;
  /** yyyy-mm-dd */
  readonly dueDate: string;
  readonly channel: string;
  readonly delivery: 'waiting' | 'accepted' | 'refused';
}

export interface RequestStore {
  list(limit: number): Promise<readonly RequestSummary[]>;
  /** `request` is missing once its payload was purged. */
  find(
    reference: string,
  ): Promise<
    | { readonly summary: RequestSummary; readonly request?: PrivacyRequest; readonly history: readonly RequestEvent[] }
    | undefined
  >;
  /**
   * Records who looked at the payload.
   * @param who an account of the council's, for the history; never a resident.
   */
  viewed(reference: string, who: string, now: Date): Promise<void>;
  /** Forgets the payload and the mails, sent or not; the reference, right, dates and history stay. False: no such request. */
  purge(reference: string, now: Date): Promise<boolean>;
}

/** How an entry's answer was judged. */
export interface Tally {
  readonly entry: string;
  readonly helpful: number;
  readonly unhelpful: number;
}

/**
 * What the editors of the knowledge learn from. Both come in by {@link ConversationStore.commitTurn}, and are kept by the
 * day (London's), without anything that leads back to a conversation or a person.
 */
export interface FeedbackStore {
  /** Each entry that was judged, by its id. */
  tallies(): Promise<readonly Tally[]>;
  /** The gaps, those of the newest day first, at most `limit`. */
  gaps(limit: number): Promise<readonly (Gap & { /** yyyy-mm-dd */ readonly day: string })[]>;
  /** Deletes the gaps of days that began before `before`; returns how many. */
  deleteGaps(before: Date): Promise<number>;
  /** Deletes the verdicts of days that began before `before`; returns of how many entries and days. */
  deleteVerdicts(before: Date): Promise<number>;
}

export interface Stores {
  readonly conversations: ConversationStore;
  readonly outbox: OutboxStore;
  readonly requests: RequestStore;
  readonly feedback: FeedbackStore;
  /** Resolves when the database answers; rejects with what is wrong and what to do. */
  check(): Promise<void>;
  close(): Promise<void>;
}
