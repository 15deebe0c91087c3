/** How often somebody may do something: a token bucket for each key, in memory. */

import { HttpFault } from './faults.js';

/** Whether it may be done now. */
export type Allowance = { readonly ok: true } | { readonly ok: false; readonly retryAfterSeconds: number };

/** What a client is told that has used up its allowance. */
export function tooMany({ retryAfterSeconds }: Extract<Allowance, { ok: false }>): HttpFault {
  return new HttpFault('TooManyRequests', undefined, { 'Retry-After': String(retryAfterSeconds) });
}

export interface RateLimit {
  /** Counts one use by `key`. */
  take(key: string): Allowance;
  /** How many keys are remembered. */
  readonly size: number;
}

export interface RateLimitOptions {
  /** Uses per minute, which may also come at once. 0: no limit. */
  readonly perMinute: number;
  readonly now: () => Date;
  /** The least recently seen keys beyond this are forgotten, so that memory stays bounded whoever calls. */
  readonly maxKeys?: number;
}

interface Bucket {
  readonly left: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const MINUTE_MS = 60_000;

/**
 * Makes a limiter. It is the process's own: behind a load balancer each instance counts for itself, which keeps the
 * limit of the right size without a shared store.
 */
export function createRateLimit({ perMinute, now, maxKeys = 10_000 }: RateLimitOptions): RateLimit {
  // In the order in which they were last used, so that the first is always the one to forget.
  const buckets = new Map<string, Bucket>();

  const forgetIdle = (at: number): void => {
    for (const [key, bucket] of buckets) {
      // A bucket that was left alone for a minute is full again, as is one that is not there.
      if (at - bucket.at < MINUTE_MS && buckets.size < maxKeys) return;
      buckets.delete(key);
    }
  };

  return {
    take(key) {
      if (perMinute === 0) return { ok: true };
      const at = now().getTime();
      const before = buckets.get(key) ?? { left: perMinute, at };
      const refilled = (Math.max(0, at - before.at) / MINUTE_MS) * perMinute;
      const available = Math.min(perMinute, before.left + refilled);
      const ok = available >= 1;
      buckets.delete(key);
      forgetIdle(at);
      buckets.set(key, { left: ok ? available - 1 : available, at });
      return ok ? { ok } : { ok, retryAfterSeconds: Math.ceil((((1 - available) / perMinute) * MINUTE_MS) / 1000) };
    },
    get size() {
      return buckets.size;
    },
  };
}
