/** Which websites' pages may use the assistant from a browser. */
import type { RequestHandler } from 'restify';
import { HttpFault } from './faults.js';

/** Whether a page of this origin ("https://www.example.gov.uk") may call. */
export type OriginCheck = (origin: string) => boolean;

export interface OriginOptions {
  readonly allowedOrigins: readonly string[];
  readonly publicUrl?: string;
  /** Also allows this machine's own pages, on any port. */
  readonly development: boolean;
}

const THIS_MACHINE = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

/** @throws {TypeError} if one of the configured addresses is not an address. */
export function createOriginCheck({ allowedOrigins, publicUrl, development }: OriginOptions): OriginCheck {
  const allowed = new Set([...allowedOrigins, ...(publicUrl ? [publicUrl] : [])].map((text) => new URL(text).origin));
  return (origin) => allowed.has(origin) || (development && THIS_MACHINE.test(origin));
}

/**
 * Cross-origin resource sharing: answers preflights and marks the answers that an allowed page may read. Others get
 * their answer unmarked, which the browser keeps from the page; routes that must refuse them do so themselves.
 */
export function shareWith(isAllowed: OriginCheck): RequestHandler {
  return (req, res, next) => {
    const origin = req.headers.origin;
    res.setHeader('Vary', 'Origin');
    const allowed = origin !== undefined && isAllowed(origin);
    if (allowed) {
      res.setHeader('Access-Control-Allow-Origin', origin);
      res.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    const preflight = req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined;
    if (!preflight) return next();
    if (!allowed) return next(new HttpFault('OriginNotAllowed'));
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE');
    // What botframework-directlinejs and Web Chat send.
    res.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Requested-With, x-ms-bot-agent');
    res.setHeader('Access-Control-Max-Age', '600');
    res.send(204);
    return next(false);
  };
}
