/** The addresses that clients and the bot are given. */
import type { IncomingMessage } from 'node:http';

/** Where this service is, without a slash at the end: PUBLIC_URL, or else the host that the request was sent to. */
export function baseUrl(req: IncomingMessage, publicUrl: string | undefined): string {
  return (publicUrl ?? `http://${req.headers.host ?? 'localhost'}`).replace(/\/+$/, '');
}

/** Where a conversation's stream opens. */
export function streamUrl(base: string, conversationId: string, token: string, watermark: number): string {
  const query = new URLSearchParams({ ...(watermark > 0 ? { watermark: String(watermark) } : {}), t: token });
  return `${base.replace(/^http/, 'ws')}/v3/directline/conversations/${conversationId}/stream?${query.toString()}`;
}
