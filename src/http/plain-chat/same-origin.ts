/** Whether a form was sent from a page of our own, and not from somebody else's in the resident's name. */
import type { IncomingMessage } from 'node:http';

/**
 * By what browsers vouch for: `Sec-Fetch-Site` (Fetch Metadata), or else `Origin`. Every browser since 2020 sends one of
 * the two with a form; what sends neither is refused.
 * @param base where the service is reached: "https://privacy.example.gov.uk".
 */
export function isSameOrigin({ headers }: IncomingMessage, base: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin !== undefined && headers.origin === new URL(base).origin;
}
