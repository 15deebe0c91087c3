/** One HTTP call, and what to make of its answer. */
import { isFields, type Fields } from '../content/fields.js';

/** How a call ended. */
export type Result =
  | { readonly outcome: 'done'; readonly body: Fields }
  /** The network, or the server for a moment: the same call may well succeed later. */
  | { readonly outcome: 'later'; readonly afterMs?: number }
  /** The token or what it opens is no more, or this page may not call at all. */
  | { readonly outcome: 'denied' }
  /** This call as it stands never succeeds. */
  | { readonly outcome: 'refused' };

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly token?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly timeoutMs: number;
  /** Ends the call early, as `later`. */
  readonly signal?: AbortSignal;
}

/** Calls. Never rejects. No cookies go with it. */
export async function call(url: string, { method, token, body, timeoutMs, signal }: Call): Promise<Result> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort);
  try {
    const answer = await fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      cache: 'no-store',
      signal: controller.signal,
    });
    return await read(answer);
  } catch {
    return { outcome: 'later' };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function read(answer: Response): Promise<Result> {
  if (answer.status === 204) return { outcome: 'done', body: {} };
  if (answer.ok) {
    const body: unknown = await answer.json();
    // A page where JSON should be comes from whatever stands between, such as a hotel's log-in page.
    return isFields(body) ? { outcome: 'done', body } : { outcome: 'later' };
  }
  if (answer.status === 429) return { outcome: 'later', afterMs: secondsIn(answer.headers.get('Retry-After')) };
  if (answer.status >= 500 || answer.status === 408) return { outcome: 'later' };
  return { outcome: [401, 403, 404, 410].includes(answer.status) ? 'denied' : 'refused' };
}

/** `Retry-After` in seconds; as a date it is rare, and then a minute is waited. */
function secondsIn(header: string | null): number {
  const seconds = Number(header ?? '5');
  return (Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 120) : 60) * 1000;
}
