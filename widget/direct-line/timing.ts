/** How patient a client is. */

/** In milliseconds, but for the share. */
export interface Timing {
  readonly retryMs: number;
  readonly retryCapMs: number;
  readonly pollMs: number;
  /** Without even an empty frame for so long, a stream is dead. */
  readonly silenceMs: number;
  /** A stream that does not bring what was just accepted within this time is dead, too. */
  readonly echoMs: number;
  /** A stream that ends before this did not work. */
  readonly shortMs: number;
  /** Share of a token's life after which it is refreshed: half, so that there is time for more attempts. */
  readonly tokenShare: number;
}

/** For residents; tests are in more of a hurry. */
export const TIMING: Timing = {
  retryMs: 1_000,
  retryCapMs: 30_000,
  pollMs: 2_000,
  silenceMs: 75_000,
  echoMs: 6_000,
  shortMs: 5_000,
  tokenShare: 0.5,
};
