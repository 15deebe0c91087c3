/**
 * What the rest of the house needs of a database, in its own words. One implementation in SQL (`sql/`) serves SQLite
 * and PostgreSQL; a contract suite runs over both.
 *
 * Bodies (activities, state, request payloads, mails) rest encrypted; what is searched by (ids, dates, statuses,
 * references, rights) does not hold personal data.
 */
import type { ChainedHistory, RequestEvent, Verification } from '../requests/history.js';
import type { PrivacyRequest } from '../requests/request.js';
import type { Mail } from '../handoff/mail.js';

export type { RequestEvent };

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
  /**
   * Id of the incoming activity that is answered by this turn; without it nobody said anything, and the conversation
   * stays as long idle as it was.
   */
  readonly answered?: string;
  /** The bot's activities, each with its id, appended to the log in this order. */
  readonly replies: readonly { readonly id: string; readonly activity: Readonly<Record<string, unknown>> }[];
  readonly handedOver: readonly HandedOver[];
  readonly added?: readonly AddedMail[];
  /** The log up to here is deleted: of the conversation, this turn's replies are left, and what nobody answered yet. */
  readonly forgets?: true;
  /** The state holds a request that is to be passed on if the person falls silent. */
  readonly pending?: boolean;
  /** Mails that belong to no request and are of no use after a while: codes. */
  readonly passing?: readonly PassingMail[];
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

/** What a request's mail is for. */
export type MailPurpose = 'dpo' | 'acknowledgement' | 'addition';

/** The mail to the Data Protection Officer by which something is added to a request that was handed over before. */
export interface AddedMail {
  readonly reference: string;
  /** 1 for the first to this request, then 2, 3 … */
  readonly number: number;
  readonly mail: Mail;
}

/** A mail that is not sent after `expiresAt`, and forgotten then. */
export interface PassingMail {
  readonly mail: Mail;
  readonly expiresAt: Date;
}

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
  /** Ids of conversations with a pending request and no activity since `before`, longest idle first. */
  pending(before: Date): Promise<readonly string[]>;
  /**
   * Deletes conversations, with all that hangs on them but requests, whose last activity is before `before`; returns how
   * many. One with a pending request stays until that is passed on.
   */
  deleteIdle(before: Date): Promise<number>;
  /** Deletes one conversation at once, as its resident may ask; requests that were sent stay. */
  delete(id: string): Promise<void>;
}

/** A mail that waits to be sent, or was. */
export interface OutboxItem {
  readonly id: string;
  /** Undefined for a mail that belongs to no request. */
  readonly reference?: string;
  readonly purpose: MailPurpose | 'code' | 'alert';
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
  /**
   * Puts a request's mails back into the queue, due now, whatever their status. Returns how many; 0: no such request, or it
   * was purged.
   * @param who an account of the council's, for the history.
   */
  resend(reference: string, now: Date, who?: string): Promise<number>;
  /** Forgets the passing mails whose time is over; returns how many. */
  deleteExpired(now: Date): Promise<number>;
  /** Of the mails of requests: how many wait, how many were refused for good, and when the oldest of those that wait was written. */
  backlog(): Promise<{ readonly waiting: number; readonly refused: number; readonly oldest?: Date }>;
  /** The newest mails, sent or not, for /dev/mail and the operator. */
  recent(limit: number): Promise<readonly (OutboxItem & { readonly status: 'waiting' | 'accepted' | 'refused' })[]>;
}

/** A request's mail that somebody has to look at. */
export interface StuckMail {
  readonly reference: string;
  readonly purpose: MailPurpose;
  /** The server refused it for good, and it waits for an operator; or it has been on its way for long, and is still tried. */
  readonly why: 'refused' | 'late';
  /** An alert of this was mailed since it was last sent again by an operator. */
  readonly told: boolean;
}

/** A mail to the operators about what is wrong. It belongs to no request, and waits in the outbox like any other. */
export interface Alert {
  readonly kind: StuckMail['why'];
  readonly mail: Mail;
  /** What it tells of; stands in the histories of these requests from then on. */
  readonly about: readonly StuckMail[];
  /** It is not queued where one of its kind was after this. */
  readonly noneSince: Date;
  /** It is not sent after this. */
  readonly expiresAt: Date;
  readonly at: Date;
}

export interface AlertStore {
  /** Mails of requests that were refused for good, or were written before `lateBefore` and did not go out; oldest first. */
  stuck(lateBefore: Date): Promise<readonly StuckMail[]>;
  /** Queues the alert. False where there was one of its kind lately: of several instances that ask at once, one is told true. */
  queue(alert: Alert): Promise<boolean>;
}

/** Whoever has to know that a conversation's log has grown, whichever instance wrote to it. */
export interface LogListener {
  grown(conversationId: string): void;
  /** Nothing could be heard for a while: any log may have grown. */
  missed(): void;
}

/** An ear on what other instances write. */
export interface Listening {
  /** False while nothing can be heard. It comes back by itself, and {@link LogListener.missed} is called then. */
  readonly connected: boolean;
  stop(): Promise<void>;
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
  /**
   * Forgets the payload and the mails, sent or not; the reference, right, dates and history stay. False: no such request.
   * @param who an account of the council's, for the history.
   */
  purge(reference: string, now: Date, who?: string): Promise<boolean>;
  /**
   * Purges the requests all of whose mails were accepted, the last before `before`; returns how many. Where a mail waits or
   * was refused, an operator has to resolve it first.
   */
  purgeDelivered(before: Date, now: Date): Promise<number>;
  /** Deletes what is left of purged requests that were handed over before `before`, history and all; returns how many. */
  deletePurged(before: Date): Promise<number>;
  /** How many requests that were handed over before `before` are kept because a mail of theirs did not go out. */
  countUndelivered(before: Date): Promise<number>;
}

/** The histories as proof. */
export interface AuditStore {
  /** Undefined: no such request. */
  history(reference: string): Promise<ChainedHistory | undefined>;
  /** Checks the history of one request, or of all. */
  verify(reference?: string): Promise<Verification>;
  /**
   * Records who took a copy of the request out.
   * @param who an account of the council's.
   * @throws {Error} where there is no such request.
   */
  exported(reference: string, who: string, now: Date): Promise<void>;
}

/** What came of encrypting old rows under the first key. */
export interface Rotation {
  readonly rotated: number;
  /** Rows that no key opens, each with what to do about it. */
  readonly unreadable: readonly string[];
  /** Rows that can be opened and are under another key still: others were writing under it meanwhile. */
  readonly left: number;
}

export interface KeyStore {
  /**
   * Encrypts under the first key what is under another, while others read and write.
   * @param onBatch is told of each few rows that are done.
   */
  rotate(onBatch?: (table: string, rotated: number) => void): Promise<Rotation>;
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
  readonly alerts: AlertStore;
  readonly audit: AuditStore;
  readonly keys: KeyStore;
  /**
   * Takes what was deleted out of the database's files, where they keep it (SQLite).
   * @param thoroughly writes the file anew: nothing else is done meanwhile, some 10 ms a megabyte.
   */
  forget(thoroughly: boolean): Promise<void>;
  /** Begins to listen to the other instances. Missing on SQLite, which is one process's own. */
  readonly listen?: (listener: LogListener) => Listening;
  /** Resolves when the database answers; rejects with what is wrong and what to do. */
  check(): Promise<void>;
  close(): Promise<void>;
}
