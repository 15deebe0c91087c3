/** One visit of somebody with a slow phone and a slow network: opens the chat, asks, and reads the answer. */
import type { Browser, CDPSession, ElementHandle, Page } from 'playwright-core';
import type { Contender } from './contender.js';

/** Times in milliseconds, sizes in bytes as they went over the network. */
export interface Visit {
  readonly bytesOnLoad: number;
  readonly bytesOnOpen: number;
  /** From the click to a field that can be written into. */
  readonly toField: number;
  /** From the click to the greeting: there is a conversation. */
  readonly toReady: number;
  /** From Enter to the answer on the screen. */
  readonly toAnswer: number;
  /** The longest that the page kept the browser busy at a stretch before the click; 0: never as long as 50 ms. */
  readonly longestTask: number;
  /** How much of what stood on the page moved by itself, as "Cumulative Layout Shift" counts it; 0: nothing. */
  readonly layoutShift: number;
}

/** "Slow 4G", as Chromium's own tools have it. The emulation does not reach into an open WebSocket. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const CPU_SLOWDOWN = 4;
/** After which a page is taken to have loaded all that it loads by itself. */
const REST_MS = 1_500;

const QUESTION = 'Do you sell my details to anyone?';
const ANSWER = 'does not sell your personal information';

export async function visit(browser: Browser, url: string, contender: Contender): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const network = await slowDown(page);
    await page.addInitScript(WATCH);
    await page.goto(url);
    await page.waitForFunction(contender.launcher);
    await page.waitForTimeout(REST_MS);
    const bytesOnLoad = network.bytes();
    const longestTask = await page.evaluate<number>('Math.max(0, ...tasks)');

    const atField = timed(page, 'click', `!!(${contender.field})`);
    const ready = timed(page, 'click', contender.ready);
    await (await elementAt(page, contender.launcher)).click();
    const [toField, toReady] = await Promise.all([atField, ready]);
    await page.waitForTimeout(REST_MS);
    const bytesOnOpen = network.bytes() - bytesOnLoad;

    const field = await elementAt(page, contender.field);
    await field.click();
    await page.keyboard.type(QUESTION);
    const answered = timed(
      page,
      'keydown',
      `(${contender.bubbles}).some((bubble) => bubble.textContent.includes('${ANSWER}'))`,
    );
    await field.press('Enter');
    const toAnswer = await answered;
    const layoutShift = await page.evaluate<number>('shift');
    return { bytesOnLoad, bytesOnOpen, toField, toReady, toAnswer, longestTask, layoutShift };
  } finally {
    await context.close();
  }
}

/** @param found JavaScript that finds it, once it is there. */
async function elementAt(page: Page, found: string): Promise<ElementHandle<Element>> {
  const handle: ElementHandle | null = (await page.waitForFunction<Element>(found)).asElement();
  if (!handle) throw new Error(`${found} found no element`);
  return handle as ElementHandle<Element>;
}

/** What follows within half a second of a press was asked for, and is no shift. */
const WATCH = `
  window.tasks = [];
  window.shift = 0;
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.tasks.push(duration); })
    .observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/** Resolves with the time from the next such event until the condition holds and was drawn. */
function timed(page: Page, event: 'click' | 'keydown', condition: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    addEventListener('${event}', () => {
      const began = performance.now();
      const look = () => requestAnimationFrame(() => {
        if (${condition}) requestAnimationFrame(() => resolve(performance.now() - began));
        else look();
      });
      look();
    }, { capture: true, once: true });
  })`);
}

async function slowDown(page: Page): Promise<{ bytes(): number }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let bytes = 0;
  // The page itself is there whoever is on it.
  const pages = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Document') pages.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!pages.has(requestId)) bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return { bytes: () => bytes };
}
