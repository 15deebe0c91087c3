/** Who is calling, as far as the network knows: only for counting, never logged or kept. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * A key for the client's network address.
 * @param trustProxy whether a proxy of ours stands in front. Then it is the last entry of X-Forwarded-For, the one that
 *   this proxy wrote; those before it are whatever the client claims.
 */
export function clientAddress(req: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? [req.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() : '';
  const address = withoutPort(forwarded ?? '') || req.socket.remoteAddress || 'unknown';
  return isIPv6(address) ? network(address) : address;
}

// Some proxies write the port with it, which is another one for each connection.
function withoutPort(text: string): string {
  return /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? /^\[([^\]]+)\]/.exec(text)?.[1] ?? text;
}

// One customer usually holds a whole /64 of IPv6 and could otherwise count as 2^64 clients.
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':');
}
