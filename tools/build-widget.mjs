/**
 * Builds what runs in the resident's browser: widget.js, and beside it assets/ with the panel that it fetches and with
 * what the pages of the service need.
 */
import { build, transform } from 'esbuild';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const SOURCE = fileURLToPath(new URL('../widget/', import.meta.url));
/** Browsers since 2022: those with the dialog element, without which there is no widget. */
const TARGET = ['es2021', 'chrome98', 'firefox98', 'safari15.4'];
/** A panel of an earlier build. */
const PANEL = /^panel-[A-Z0-9]{8}\.js$/;

/** Style sheets become text, for the shadow root to adopt. */
function stylesAsText(minify) {
  return {
    name: 'styles-as-text',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify, target: TARGET });
        return { contents: code, loader: 'text' };
      });
    },
  };
}

function common(minify) {
  return {
    bundle: true,
    minify,
    target: TARGET,
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [stylesAsText(minify)],
  };
}

/**
 * Builds the widget into a folder, which is made if it is missing.
 * @returns the size of each file in bytes, as it is and gzipped, by its path in the folder.
 */
export async function buildWidget({ outDir, minify = true }) {
  const assets = join(outDir, 'assets');
  const panel = await bundled('panel.tsx', { format: 'esm', outdir: assets, entryNames: '[name]-[hash]' }, minify);
  const panelName = basename(panel.path);
  const define = {
    PANEL_FILE: JSON.stringify(`assets/${panelName}`),
    PANEL_FALLBACK: JSON.stringify('assets/panel.js'),
  };
  const launcher = await bundled('launcher.ts', { format: 'iife', outdir: assets, define }, minify);
  const answers = await bundled('answers-page.ts', { format: 'iife', outdir: assets }, minify);
  const files = {
    [`assets/${panelName}`]: panel.contents,
    'assets/panel.js': panel.contents,
    'assets/answers-page.js': answers.contents,
    'assets/demo-page.css': await style('demo-page.css', minify),
    'assets/public-pages.css': await style('public-pages.css', minify),
    'widget.js': launcher.contents,
  };

  await mkdir(assets, { recursive: true });
  for (const [path, contents] of Object.entries(files)) await writeFile(join(outDir, path), contents);
  for (const old of await readdir(assets)) {
    if (PANEL.test(old) && old !== panelName) await rm(join(assets, old));
  }
  return Object.fromEntries(
    Object.entries(files).map(([path, contents]) => [
      path,
      { bytes: contents.byteLength, gzipped: gzipSync(contents, { level: 9 }).byteLength },
    ]),
  );
}

/** A file of the widget with all that it imports, as esbuild gives it. */
async function bundled(entry, options, minify) {
  const { outputFiles } = await build({ ...common(minify), entryPoints: [join(SOURCE, entry)], ...options });
  return outputFiles[0];
}

/** A style sheet of a page. */
async function style(name, minify) {
  const { code } = await transform(await readFile(join(SOURCE, name), 'utf8'), { loader: 'css', minify });
  return Buffer.from(code);
}
