/** Two instances of the app that ships on one database of their own, and a clock that both go by. */
import { randomBytes } from 'node:crypto';
import { startApp, type RunningApp } from '../support/app.js';
import { freshPostgres } from '../support/databases.js';
import type { FreshDatabase } from '../support/fresh-database.js';
import { fixedClock, type Clock } from '../support/http-service.js';

export interface TwoApps {
  readonly one: RunningApp;
  readonly other: RunningApp;
  readonly clock: Clock;
  readonly database: FreshDatabase;
  /** What their connections to the database are called, all of them. */
  readonly name: string;
  end(): Promise<void>;
}

/** What has to be the same on every instance. */
export const SHARED = {
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  DIRECT_LINE_SECRET: 'a-secret-for-tests-of-32-characters-or-more',
};

/** @param env besides the database and the secrets. */
export async function startTwo(env: Readonly<Record<string, string>> = {}): Promise<TwoApps> {
  const database = await freshPostgres();
  const clock = fixedClock();
  const name = `two-apps-${randomBytes(6).toString('hex')}`;
  const named = new URL(database.location.databaseUrl ?? '');
  named.searchParams.set('application_name', name);
  const start = (): Promise<RunningApp> => startApp({ clock, env: { ...SHARED, DATABASE_URL: named.href, ...env } });
  const [one, other] = await Promise.all([start(), start()]);
  return {
    one,
    other,
    clock,
    database,
    name,
    async end() {
      await Promise.all([one.end(), other.end()]);
      await database.dispose();
    },
  };
}
