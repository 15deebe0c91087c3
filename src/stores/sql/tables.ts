/** The tables, as Kysely types. Moments are milliseconds since 1970; everything that may say something of a person is in `body`. */
import type { ColumnType, Generated, Kysely } from 'kysely';
import type { MailPurpose, RequestEvent } from '../store.js';
import type { PrivacyRequest } from '../../requests/request.js';

type Bytes = Uint8Array | ArrayBuffer;

/** An encrypted row: see `Sealed` in `encrypt.ts`. */
interface SealedRow {
  key_id: string;
  body: ColumnType<Bytes, Buffer, Buffer>;
}

/** An encrypted row whose content can be forgotten while the row stays: both columns are then null. */
interface ForgettableRow {
  key_id: string | null;
  body: ColumnType<Bytes | null, Buffer, Buffer | null>;
}

interface ConversationRow extends SealedRow {
  id: string;
  channel: string;
  created_at: number;
  /** Moved on by whatever is written to the log. */
  last_activity_at: number;
  /** Of its newest activity; 0 where there is none. */
  last_sequence: number;
  /** Whether its state holds a request to be passed on. SQLite has no truth values. */
  pending: Generated<0 | 1>;
}

interface ConversationStateRow extends SealedRow {
  conversation_id: string;
  version: number;
}

interface ActivityRow extends SealedRow {
  conversation_id: string;
  sequence: number;
  id: string;
  client_id: string | null;
  status: 'unanswered' | 'answered' | 'reply';
  logged_at: number;
}

interface RequestRow extends ForgettableRow {
  reference: string;
  right: PrivacyRequest['right'];
  received_at: number;
  /** yyyy-mm-dd */
  due_date: string;
  channel: string;
  handed_over_at: number;
  /** How many events its history has. */
  history_length: Generated<number>;
  /** The hash of the last of them. */
  history_head: Generated<string>;
}

interface RequestEventRow {
  /** Counts up over all requests. */
  id: Generated<number>;
  reference: string;
  /** 1, 2, 3 … within the request. */
  sequence: number;
  at: number;
  event: RequestEvent['event'];
  detail: string;
  /** An account of the council's; null where the service did it by itself. */
  who: string | null;
  /** Of this event and the one before it: see `chain.ts`. */
  hash: string;
}

interface OutboxRow extends ForgettableRow {
  /** Reference and purpose: "PR-7K3M-Q2X9.dpo"; of a passing mail, its purpose and something random. */
  id: string;
  /** Null for a passing mail. */
  reference: string | null;
  purpose: MailPurpose | 'code' | 'alert';
  status: 'waiting' | 'accepted' | 'refused';
  attempts: number;
  created_at: number;
  /** Not to be sent before. */
  due_at: number;
  /** Until then it belongs to the worker that claimed it. */
  leased_until: number | null;
  /** Of a passing mail: not to be sent after. */
  expires_at: number | null;
}

/** How often an entry's answer was judged so on a day. */
interface FeedbackRow {
  entry: string;
  /** yyyy-mm-dd */
  day: string;
  /** SQLite has no truth values. */
  helpful: 0 | 1;
  count: number;
}

interface GapRow extends SealedRow {
  /** Random. */
  id: string;
  /** yyyy-mm-dd: a moment would lead back to the conversation. */
  day: string;
}

/** A known text under each key that was ever used here: it shows at start-up whether the keys are still the same. */
interface EncryptionKeyRow extends SealedRow {
  id: string;
  since: number;
}

export interface Tables {
  conversations: ConversationRow;
  conversation_states: ConversationStateRow;
  activities: ActivityRow;
  requests: RequestRow;
  request_events: RequestEventRow;
  outbox: OutboxRow;
  feedback: FeedbackRow;
  gaps: GapRow;
  encryption_keys: EncryptionKeyRow;
}

/** A database that was opened, whichever it is. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly dialect: 'sqlite' | 'postgres';
  /** Says what a fault means, where it is one of the database itself; any other comes back as it is. */
  explain(error: unknown): unknown;
  /** What the driver alone can tell of its health. @throws {StoreUnavailableError} */
  check(): Promise<void>;
  /** Takes what was deleted out of its files. @param thoroughly writes them anew, which takes time. */
  forget(thoroughly: boolean): Promise<void>;
}
