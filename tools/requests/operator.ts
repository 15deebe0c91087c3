/** Whoever runs a command on requests, and what they work with. */
import { userInfo } from 'node:os';
import type { Stores } from '../../src/stores/store.js';

export interface Operator {
  readonly stores: Stores;
  /** The council's folder under `knowledge/`. */
  readonly council: string;
  /** For the history. */
  readonly who: string;
  readonly now: () => Date;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** The account of this machine; in a container that knows no name for it, its number. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** Says that there is no such request. Returns the exit code. */
export function notThere({ complain }: Operator, reference: string): number {
  complain(`there is no request ${reference}; see: npm run requests -- list`);
  return 1;
}
