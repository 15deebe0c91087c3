import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ownPostgres, ownSqlite, type RunDatabase } from '../../tools/crash/databases.js';
import { crash } from '../../tools/crash/run.js';
import { ROOT } from '../../tools/crash/server-process.js';
import { hasPostgres, POSTGRES_URL } from '../support/databases.js';

interface Way {
  readonly name: string;
  readonly kills: number;
  readonly instances: number;
  readonly needsPostgres: boolean;
  database(): Promise<RunDatabase>;
}

/** Twenty in all; `npm run crash` is the long run. */
const WAYS: readonly Way[] = [
  { name: 'over SQLite', kills: 7, instances: 1, needsPostgres: false, database: ownSqlite },
  { name: 'over PostgreSQL', kills: 6, instances: 1, needsPostgres: true, database: () => ownPostgres(POSTGRES_URL) },
  {
    name: 'one of two instances over PostgreSQL',
    kills: 7,
    instances: 2,
    needsPostgres: true,
    database: () => ownPostgres(POSTGRES_URL),
  },
];

describe('a service that is killed under load', function () {
  this.timeout(180_000);
  before(() => {
    if (!existsSync(join(ROOT, 'dist', 'main.js'))) throw new Error('dist/main.js is missing: npm run build');
  });

  for (const { name, kills, instances, needsPostgres, database } of WAYS) {
    (needsPostgres && !hasPostgres ? it.skip : it)(`${name}, loses nothing and does nothing twice`, async () => {
      const own = await database();
      try {
        const { violations, requests, mails } = await crash({ database: own, kills, instances });
        expect(violations).to.deep.equal([]);
        expect(requests).to.be.greaterThan(0);
        expect(mails).to.be.at.least(requests);
      } finally {
        await own.dispose();
      }
    });
  }
});
