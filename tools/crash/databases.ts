/** A database of a run's own, which goes when the run is over. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

export interface RunDatabase {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly dataDir: string;
  readonly databaseUrl?: string;
  dispose(): Promise<void>;
}

async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'crash-'));
}

export async function ownSqlite(): Promise<RunDatabase> {
  const dataDir = await emptyFolder();
  return { name: 'SQLite', dataDir, dispose: () => rm(dataDir, { recursive: true, force: true }) };
}

/** A schema of the database that is named. */
export async function ownPostgres(url: string): Promise<RunDatabase> {
  const dataDir = await emptyFolder();
  const schema = `crash_${randomBytes(6).toString('hex')}`;
  const inSchema = new URL(url);
  inSchema.searchParams.set('options', `-csearch_path=${schema}`);
  await execute(url, `create schema ${schema}`);
  return {
    name: 'PostgreSQL',
    dataDir,
    databaseUrl: inSchema.href,
    async dispose() {
      await execute(url, `drop schema ${schema} cascade`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
