/**
 * Who listens to which conversation. The hub carries no messages that matter: it only says that there is something new
 * in the log, and the listener reads it there. So a signal that is lost or comes twice does no harm.
 */

/** An open stream. */
export interface Listener {
  /** Something was appended to the log. */
  wake(): void;
  /** Passes on what is not in the log. */
  pass(activity: Readonly<Record<string, unknown>>): void;
  /** Ends the stream. */
  end(reason: EndReason): void;
}

/** Why a stream is ended: another one took its place, or the server stops. */
export type EndReason = 'replaced' | 'stopping';

export interface Hub {
  /** Makes it the conversation's listener; one before it is ended. Returns how to leave. */
  join(conversationId: string, listener: Listener): () => void;
  /** The conversation's log has grown, whoever wrote to it. Says so to its listener, if there is one in this process. */
  wake(conversationId: string): void;
  /** Any log may have grown: for a while it could not be heard what other instances write. */
  wakeAll(): void;
  /** Shows an activity that is not kept, such as `{ type: 'typing', from }`, to whoever listens right now. */
  pass(conversationId: string, activity: Readonly<Record<string, unknown>>): void;
  /** Ends every stream; clients come back to another instance, or to this one once it is up again. */
  endAll(): void;
  /** How many listen. */
  readonly size: number;
}

/** Makes the hub of a process. */
export function createHub(): Hub {
  const listeners = new Map<string, Listener>();
  return {
    join(conversationId, listener) {
      const before = listeners.get(conversationId);
      listeners.set(conversationId, listener);
      before?.end('replaced');
      return () => {
        if (listeners.get(conversationId) === listener) listeners.delete(conversationId);
      };
    },
    wake: (conversationId) => listeners.get(conversationId)?.wake(),
    wakeAll() {
      for (const listener of [...listeners.values()]) listener.wake();
    },
    pass: (conversationId, activity) => listeners.get(conversationId)?.pass(activity),
    endAll() {
      for (const listener of [...listeners.values()]) listener.end('stopping');
    },
    get size() {
      return listeners.size;
    },
  };
}
