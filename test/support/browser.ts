/** Chromium for browser tests, where there is one. */
import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where it usually is, on Linux, macOS and Windows. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser's path: `CHROMIUM` where that is set, or else one of the usual ones. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  return (named ? [named] : USUAL).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Starts it, without a window and with a profile of its own.
 * @returns undefined where there is none; the reason is printed in one line.
 * @throws where there is none but `REQUIRE_BROWSER=1`.
 */
export async function launchBrowser(): Promise<Browser | undefined> {
  const executablePath = findChromium();
  if (executablePath) return chromium.launch({ executablePath, args: FLAGS });
  const reason = 'no Chromium found: set CHROMIUM to its path, or install it (Debian: apt-get install chromium)';
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(reason);
  console.log(`    skipped, ${reason}`);
  return undefined;
}
