/** The next version of the service, as a deployment meets it: the same code, with one more migration. */
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../tools/crash/server-process.js';

export const NEXT_MIGRATION = '999-next';

/** Takes a second, in which other instances that start have to wait. */
const MIGRATION = `'${NEXT_MIGRATION}': { up: async (db) => {
  await sql\`alter table conversations add column of_the_next_version text\`.execute(db);
  await sql\`select pg_sleep(1)\`.execute(db);
} },`;
const BEFORE = 'getMigrations: async () => ({';

export interface NextVersion {
  /** What to run. */
  readonly main: string;
  dispose(): Promise<void>;
}

export async function buildNextVersion(): Promise<NextVersion> {
  const folder = await mkdtemp(join(tmpdir(), 'next-version-'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const main = join(folder, 'main.js');
  await build({
    entryPoints: [join(ROOT, 'src', 'main.ts')],
    outfile: main,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    plugins: [
      {
        name: 'one-more-migration',
        setup(builder) {
          builder.onLoad({ filter: /[\\/]sql[\\/]migrations\.ts$/ }, async ({ path }) => {
            const source = await readFile(path, 'utf8');
            if (!source.includes(BEFORE)) throw new Error(`${path} lists its migrations in another way`);
            return { loader: 'ts', contents: source.replace(BEFORE, BEFORE + MIGRATION) };
          });
        },
      },
    ],
  });
  return { main, dispose: () => rm(folder, { recursive: true, force: true }) };
}
