/** Builds what runs in the resident's browser: widget.js, and beside it assets/ with the panel that it fetches. */
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
  const panel = await build({
    ...common(minify),
    entryPoints: [join(SOURCE, 'panel.tsx')],
    format: 'esm',
    outdir: assets,
    entryNames: '[name]-[hash]',
  });
  const [panelFile] = panel.outputFiles;
  const panelName = basename(panelFile.path);
  const launcher = await build({
    ...common(minify),
    entryPoints: [join(SOURCE, 'launcher.ts')],
    format: 'iife',
    outfile: join(outDir, 'widget.js'),
    define: {
      PANEL_FILE: JSON.stringify(`assets/${panelName}`),
      PANEL_FALLBACK: JSON.stringify('assets/panel.js'),
    },
  });
  const demo = await transform(await readFile(join(SOURCE, 'demo-page.css'), 'utf8'), { loader: 'css', minify });
  const files = {
    [`assets/${panelName}`]: panelFile.contents,
    'assets/panel.js': panelFile.contents,
    'assets/demo-page.css': Buffer.from(demo.code),
    'widget.js': launcher.outputFiles[0].contents,
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
