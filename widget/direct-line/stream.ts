/** A conversation's WebSocket, from opening to its end. */
import { readActivitySet, type ActivitySet } from './protocol.js';

/** What happens on a WebSocket. */
export interface SocketHandlers {
  opened(): void;
  frame(data: unknown): void;
  /** Also where it never opened. @param reason what the service said, if anything. */
  closed(reason?: string): void;
}

/** Opens a WebSocket. May throw, as a browser does for an insecure address on a secure page. */
export type OpenSocket = (url: string, handlers: SocketHandlers) => { close(): void };

/** How the stream ended. */
export interface StreamEnd {
  /** How long it was open, in milliseconds; 0: it never opened. */
  readonly livedMs: number;
  /** Another stream of the same conversation has taken its place, as of a second tab. */
  readonly isReplaced: boolean;
}

/** How our own service names that. */
const REPLACED = 'replaced';

export interface StreamOptions {
  readonly url: string;
  readonly openSocket: OpenSocket;
  receive(set: ActivitySet): void;
  /** Without a frame for so long, not even an empty one, the connection is taken for dead. */
  readonly silenceMs: number;
  /** Closes it. */
  readonly signal: AbortSignal;
}

/** Listens until the stream ends, for whatever reason. Never rejects. */
export function listen({ url, openSocket, receive, silenceMs, signal }: StreamOptions): Promise<StreamEnd> {
  return new Promise((resolve) => {
    let openedAt: number | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let socket: { close(): void } | undefined;
    let isOver = false;
    // A dead connection may take minutes to say that it is closed, so its own event is not waited for.
    const end = (isReplaced = false): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(silence);
      signal.removeEventListener('abort', abort);
      socket?.close();
      resolve({ livedMs: openedAt === undefined ? 0 : Date.now() - openedAt, isReplaced });
    };
    const abort = (): void => end();
    const heard = (): void => {
      clearTimeout(silence);
      if (!isOver) silence = setTimeout(abort, silenceMs);
    };
    if (signal.aborted) return end();
    signal.addEventListener('abort', abort);
    heard();
    try {
      socket = openSocket(url, {
        opened() {
          openedAt = Date.now();
        },
        frame(data) {
          heard();
          const set = isOver || typeof data !== 'string' ? undefined : parse(data);
          if (set) receive(set);
        },
        closed: (reason) => end(reason === REPLACED),
      });
    } catch {
      end();
    }
  });
}

/** Empty frames only keep the connection alive. */
function parse(frame: string): ActivitySet | undefined {
  if (frame === '') return undefined;
  try {
    return readActivitySet(JSON.parse(frame));
  } catch {
    return undefined;
  }
}
