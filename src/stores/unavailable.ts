/** Faults of where data is kept, told to the operator. */

/** The store cannot be used. The message says what is wrong, where, and what to do; it holds no password. */
export class StoreUnavailableError extends Error {
  constructor(what: string, where: string, remedy: string, cause?: unknown) {
    super(`${what} (${where}). ${remedy}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreUnavailableError';
  }
}

/** The code of a fault of Node, SQLite or PostgreSQL: "EACCES", "SQLITE_FULL", "28P01". */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
