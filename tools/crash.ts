/**
 * `npm run crash -- [KILLS] [sqlite|postgres|instances]…`: kills the service under load, so often, over each of these, and
 * checks that nothing was lost. PostgreSQL is the one of TEST_DATABASE_URL. Prints a JSON line each; exits 1 where
 * something was lost, or came twice.
 */
import { ownPostgres, ownSqlite, type RunDatabase } from './crash/databases.js';
import { crash } from './crash/run.js';

const POSTGRES_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
const WAYS: Readonly<Record<string, { readonly instances: number; database(): Promise<RunDatabase> }>> = {
  sqlite: { instances: 1, database: ownSqlite },
  postgres: { instances: 1, database: () => ownPostgres(POSTGRES_URL) },
  instances: { instances: 2, database: () => ownPostgres(POSTGRES_URL) },
};

const [count = '200', ...named] = process.argv.slice(2);
const kills = Number(count);
const ways = named.length > 0 ? named : Object.keys(WAYS);
if (!Number.isInteger(kills) || kills < 1 || !ways.every((way) => way in WAYS)) {
  console.error(`usage: npm run crash -- [KILLS] [${Object.keys(WAYS).join('|')}]…`);
  process.exit(2);
}
for (const way of ways) {
  const { instances, database } = WAYS[way] ?? { instances: 1, database: ownSqlite };
  const own = await database();
  try {
    const report = await crash({ database: own, kills, instances, onKill: showProgress });
    console.log(JSON.stringify(report));
    if (report.violations.length > 0) process.exitCode = 1;
  } finally {
    await own.dispose();
  }
}

function showProgress(kill: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${kill} of ${kills} kills${kill === kills ? '\n' : ''}`);
}
