/** What is recorded of a request from its handing over on. */

/** A line of a history. */
export interface RequestEvent {
  readonly at: Date;
  readonly event:
    'created' | 'queued' | 'added' | 'accepted' | 'failed' | 'alerted' | 'resent' | 'viewed' | 'exported' | 'purged';
  /** "dpo: 250 2.0.0 Ok: queued as 4F2B1", "dpo, by j.bloggs"; never anything of the resident. */
  readonly detail: string;
}

/** A line of a history, as it is chained to the one before. */
export interface ChainedLine {
  /** 1, 2, 3 … within the request. */
  readonly sequence: number;
  readonly at: Date;
  readonly event: RequestEvent['event'];
  readonly detail: string;
  /** The council's account that did it; missing where the service did it by itself. */
  readonly who?: string;
  /** SHA-256 in hexadecimal, over the hash before it and this line. */
  readonly hash: string;
}

/** A history, and whether it is as it was written. */
export interface ChainedHistory {
  readonly handedOverAt: Date;
  /** The hash that the first line is chained to: of the request's right, dates and channel. */
  readonly start: string;
  /** The hash of the last line, as the request's own row has it. */
  readonly head: string;
  readonly lines: readonly ChainedLine[];
  /** The first that is not as it was written, in words. */
  readonly fault?: string;
}

/** What came of checking histories. */
export interface Verification {
  readonly requests: number;
  readonly events: number;
  readonly faults: readonly { readonly reference: string; readonly fault: string }[];
}
