/**
 * Builds what is missing or out of date in dist/: the knowledge with its model, the widget, the server. Each part is
 * built again only when one of its own inputs has changed, so a start that needs nothing takes no time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const council = process.env.COUNCIL ?? 'barnet';

const parts = [
  {
    name: `knowledge of ${council} (training its model takes up to half a minute)`,
    key: `knowledge-${council}`,
    inputs: [`knowledge/${council}`, 'knowledge/uk', 'src/answers', 'tools/build-knowledge.ts'],
    output: `dist/knowledge/${council}.model`,
    build: () => run(process.execPath, ['--import', 'tsx', 'tools/build-knowledge.ts', council]),
  },
  {
    name: 'widget',
    key: 'widget',
    inputs: ['widget', 'tools/build-widget.mjs'],
    output: 'dist/widget/widget.js',
    build: async () => (await import('./build-widget.mjs')).buildWidget({ outDir: 'dist/widget', minify: true }),
  },
  {
    name: 'server',
    key: 'server',
    inputs: ['src', 'dialogs', 'widget/content'],
    output: 'dist/main.js',
    build: async () => {
      const { build } = await import('esbuild');
      await build({
        entryPoints: ['src/main.ts'],
        outfile: 'dist/main.js',
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        packages: 'external',
        sourcemap: true,
        logLevel: 'warning',
      });
    },
  },
];

const stampsPath = 'dist/build.json';
const stamps = existsSync(stampsPath) ? JSON.parse(readFileSync(stampsPath, 'utf8')) : {};
for (const { name, key, inputs, output, build } of parts) {
  const stamp = stampOf([...inputs, 'package-lock.json']);
  if (stamps[key] === stamp && existsSync(output)) continue;
  process.stdout.write(`Building the ${name} … `);
  const began = performance.now();
  await build();
  console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`);
  stamps[key] = stamp;
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampsPath, JSON.stringify(stamps));
}

/** A hash of the contents of files and folders. */
function stampOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  };
  for (const path of paths) if (existsSync(path)) add(path);
  return hash.digest('hex');
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}
