/** The widget on a slow phone with a slow network, beside both bundles of Web Chat on the same server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import type { Bench } from './bench.js';
import { compared, limited, type Figure } from './figure.js';
import { medianOf } from './timing.js';
import { launch } from './widget/chromium.js';
import { OURS, webChat, type Contender } from './widget/contender.js';
import { visit, type Visit } from './widget/visit.js';
import { startWebsite } from './widget/website.js';

/** Of each figure the median of so many visits, each with an empty cache. */
const VISITS = 20;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUNDLES = join(ROOT, 'node_modules', 'botframework-webchat', 'dist');
const WEB_CHATS = [
  webChat('Web Chat', join(BUNDLES, 'webchat.js')),
  webChat('Web Chat minimal', join(BUNDLES, 'webchat-minimal.js')),
];

type Unit = 'KB' | 'ms' | 'CLS';

const FIGURES: readonly (readonly [keyof Visit, name: string, unit: Unit, limit?: number])[] = [
  ['bytesOnLoad', 'bytes on load', 'KB', 5],
  ['bytesOnOpen', 'bytes on open', 'KB', 40],
  ['toField', 'click to field', 'ms'],
  ['toReady', 'click to greeting', 'ms'],
  ['toAnswer', 'Enter to answer', 'ms'],
  ['longestTask', 'longest task on load', 'ms', 50],
  ['layoutShift', 'layout shift', 'CLS', 0],
];

export const widget: Bench = async (report) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, AZURE_BOT_SERVICE: 'off' });
  const logTo = new Writable({ write: (_chunk, _encoding, done) => done() });
  const app = await createApp({ config, root: ROOT, now: () => new Date(), logTo });
  const browser = await launch();
  try {
    const own = await measure(browser, app.url, OURS);
    for (const figure of figuresOf(OURS.name, own)) report(figure);
    for (const other of WEB_CHATS) {
      const theirs = await measure(browser, app.url, other);
      for (const figure of comparison(other.name, theirs, own)) report(figure);
    }
  } finally {
    await browser.close();
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  return NOTES;
};

async function measure(browser: Browser, service: string, contender: Contender): Promise<readonly Visit[]> {
  const website = await startWebsite(contender.page(service), contender.files);
  const visits: Visit[] = [];
  for (let count = 0; count < VISITS; count += 1) visits.push(await visit(browser, website.url, contender));
  await website.close();
  return visits;
}

function figuresOf(name: string, visits: readonly Visit[]): Figure[] {
  return FIGURES.map(([key, what, unit, limit]) => {
    const value = middle(visits, key, unit);
    return limit === undefined
      ? { name: `${name}: ${what}`, value, unit }
      : limited(`${name}: ${what}`, value, unit, limit);
  });
}

function comparison(name: string, visits: readonly Visit[], own: readonly Visit[]): Figure[] {
  return FIGURES.map(([key, what, unit]) => {
    const [value, ours] = [middle(visits, key, unit), middle(own, key, unit)];
    if (ours === 0) return { name: `${name}: ${what}`, value, unit };
    return compared({ name: `${name}: ${what}`, value, unit, to: 'ours' }, ours);
  });
}

const middle = (visits: readonly Visit[], key: keyof Visit, unit: Unit): number =>
  medianOf(visits.map((visit) => visit[key])) / (unit === 'KB' ? 1024 : 1);

const NOTES = [
  '',
  `Median of ${VISITS} visits with an empty cache, Chromium slowed down 4 times, network as "Slow 4G" (1.44 Mbit/s, 562 ms).`,
  'Bytes as they went over the network, with headers, without the page itself. Messages over an open WebSocket are not slowed down.',
];
