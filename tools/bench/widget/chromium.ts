/** The browser that a benchmark runs in. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** @throws where there is none, with the remedy. */
export function launch(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? [], ...USUAL].flat().find(existsSync);
  if (!executablePath) throw new Error('no Chromium found: set CHROMIUM to its path, or install it');
  return chromium.launch({ executablePath, args: FLAGS });
}
