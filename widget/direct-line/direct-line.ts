/** The calls of Direct Line 3.0 that the widget makes. */
import { textIn } from '../content/fields.js';
import { call, type Result } from './http.js';
import { readActivitySet, readSession, type ActivitySet, type Session } from './protocol.js';

/** What came of beginning a conversation or of coming back to one. */
export type Opened =
  /** `streamUrl` is missing where the service offers no stream; then it is polled. */
  | { readonly outcome: 'opened'; readonly session: Session; readonly streamUrl?: string }
  | { readonly outcome: 'later'; readonly afterMs?: number }
  /** The conversation, or the token for it, is no more. */
  | { readonly outcome: 'ended' }
  /** The service takes no conversation from this page. */
  | { readonly outcome: 'refused' };

export type Refreshed =
  { readonly outcome: 'done'; readonly session: Session } | { readonly outcome: 'later' | 'ended' };

export type Posted =
  | { readonly outcome: 'done'; readonly id?: string }
  | { readonly outcome: 'later'; readonly afterMs?: number }
  | { readonly outcome: 'ended' | 'refused' };

export type Polled = ({ readonly outcome: 'done' } & ActivitySet) | { readonly outcome: 'later' | 'ended' };

export interface Addresses {
  /** Answers a POST with a token: "https://privacy.example.gov.uk/api/chat/token". */
  readonly token: string;
  /** "https://privacy.example.gov.uk/v3/directline", or Azure's. */
  readonly directLine: string;
}

/** Milliseconds. Above the 15 s in which a Direct Line service answers, so that it is it that gives up first. */
const TIMEOUT_MS = 20_000;

/** A token, a new conversation, and its stream. */
export async function begin({ token: tokenUrl, directLine }: Addresses, signal: AbortSignal): Promise<Opened> {
  const issued = await call(tokenUrl, { method: 'POST', timeoutMs: TIMEOUT_MS, signal });
  if (issued.outcome !== 'done') return issued.outcome === 'later' ? issued : { outcome: 'refused' };
  // The token may come without the conversation's id, as from Azure before the conversation has begun.
  const token = textIn(issued.body['token']);
  const started = await call(`${directLine}/conversations`, { method: 'POST', token, timeoutMs: TIMEOUT_MS, signal });
  if (started.outcome !== 'done') return started.outcome === 'later' ? started : { outcome: 'refused' };
  return opened({ outcome: 'done', body: { ...issued.body, ...started.body } });
}

/** A new stream for a conversation, from the watermark on; from the beginning where there is none. */
export async function comeBack(
  { directLine }: Addresses,
  session: Session,
  watermark: string,
  signal: AbortSignal,
): Promise<Opened> {
  const { conversationId, token } = session;
  const url = `${directLine}/conversations/${encodeURIComponent(conversationId)}${query(watermark)}`;
  const result = opened(await call(url, { method: 'GET', token, timeoutMs: TIMEOUT_MS, signal }), session);
  // Whatever is wrong with this one, a new one can still be begun.
  return result.outcome === 'refused' ? { outcome: 'ended' } : result;
}

function opened(result: Result, before?: Session): Opened {
  switch (result.outcome) {
    case 'done': {
      const session = readSession(result.body, Date.now(), before);
      if (!session) return { outcome: 'refused' };
      return { outcome: 'opened', session, streamUrl: textIn(result.body['streamUrl']) };
    }
    case 'later':
      return result;
    case 'denied':
      return { outcome: 'ended' };
    case 'refused':
      return result;
  }
}

/** A new token for the same conversation; only while the old one is still good. */
export async function refresh({ directLine }: Addresses, session: Session, signal: AbortSignal): Promise<Refreshed> {
  const { token } = session;
  const result = await call(`${directLine}/tokens/refresh`, { method: 'POST', token, timeoutMs: TIMEOUT_MS, signal });
  if (result.outcome !== 'done') return { outcome: result.outcome === 'denied' ? 'ended' : 'later' };
  const next = readSession(result.body, Date.now(), session);
  return next ? { outcome: 'done', session: next } : { outcome: 'later' };
}

/** Posts an activity. The same one may be posted again with the same `channelData.clientActivityID`. */
export async function post(
  { directLine }: Addresses,
  { conversationId, token, userId }: Session,
  activity: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Posted> {
  const body = { ...activity, from: { id: userId }, locale: 'en-GB' };
  const url = `${directLine}/conversations/${encodeURIComponent(conversationId)}/activities`;
  const result = await call(url, { method: 'POST', token, body, timeoutMs: TIMEOUT_MS, signal });
  switch (result.outcome) {
    case 'done':
      return { outcome: 'done', id: textIn(result.body['id']) };
    case 'denied':
      return { outcome: 'ended' };
    default:
      return result;
  }
}

/** What is new since the watermark. */
export async function poll(
  { directLine }: Addresses,
  { conversationId, token }: Session,
  watermark: string,
  signal: AbortSignal,
): Promise<Polled> {
  const url = `${directLine}/conversations/${encodeURIComponent(conversationId)}/activities${query(watermark)}`;
  const result = await call(url, { method: 'GET', token, timeoutMs: TIMEOUT_MS, signal });
  if (result.outcome === 'denied') return { outcome: 'ended' };
  const set = result.outcome === 'done' ? readActivitySet(result.body) : undefined;
  return set ? { outcome: 'done', ...set } : { outcome: 'later' };
}

/**
 * Deletes the conversation with all that was said in it, which is our own service's addition to Direct Line.
 * @returns whether it is gone; a service that knows no such call says no.
 */
export async function remove({ directLine }: Addresses, { conversationId, token }: Session): Promise<boolean> {
  const url = `${directLine}/conversations/${encodeURIComponent(conversationId)}`;
  const result = await call(url, { method: 'DELETE', token, timeoutMs: TIMEOUT_MS });
  return result.outcome === 'done';
}

function query(watermark: string): string {
  return watermark === '' ? '' : `?watermark=${encodeURIComponent(watermark)}`;
}
