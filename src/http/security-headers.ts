/** Headers that keep a browser from doing more with an answer than it is for. */
import type { Response } from 'restify';

/** What every answer carries; pages then loosen the policy as far as they need. */
const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

/** Sets them. Answers are not kept by caches unless a route says so: most hold what somebody said. */
export function setSecurityHeaders(res: Response): void {
  for (const [name, value] of Object.entries(ALWAYS)) res.setHeader(name, value);
}

export interface PagePolicy {
  /** Where the chat connects to, if residents reach the service by another address than the page's. */
  readonly publicUrl?: string;
  /** Where forms may go, as the policy names it: "'self'". Unset: the page has none. */
  readonly forms?: string;
}

/** The policy of a page of ours: scripts, styles and connections from here only, and nothing inline. */
export function pagePolicy({ publicUrl, forms = "'none'" }: PagePolicy = {}): string {
  const own = publicUrl ? new URL(publicUrl).origin : undefined;
  const connect = ["'self'", ...(own ? [own, own.replace(/^http/, 'ws')] : [])].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    `form-action ${forms}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The policy of a page that brings its styles with it, and has no script. */
export const STYLED_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
