/** The widget in Chromium, on a page of the real server. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { buildForTests, startWidgetService, type BuiltWidget, type WidgetService } from './widget-service.js';

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** Screenshots are kept, to be looked at. */
const SCREENSHOTS = fileURLToPath(new URL('../../artefacts/widget/', import.meta.url));

/** A page with the widget, as a person finds their way on it. */
export interface WidgetPage {
  readonly page: Page;
  /** Errors of scripts, and what the console has complained about. */
  readonly complaints: readonly string[];
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly log: Locator;
  readonly field: Locator;
  /** Opens the panel, and waits until the assistant has greeted. */
  open(): Promise<void>;
  /** Says something, and waits for what the assistant answers. */
  say(text: string, reply: string | RegExp): Promise<void>;
  /** Texts of the messages, each with its speaker. */
  messages(): Promise<readonly string[]>;
  screenshot(name: string): Promise<void>;
}

export interface Given<Service = WidgetService> {
  readonly service: Service;
  readonly widget: BuiltWidget;
  /** A fresh browser profile on the demonstration page, or on another one. */
  visit(
    options?: BrowserContextOptions & { readonly url?: string; prepare?(page: Page): Promise<unknown> },
  ): Promise<WidgetPage>;
}

/** What every test may be served by: it has an address, and is closed after the test. */
interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** A busy machine is given its time; a step that hangs is named before the test as a whole is given up. Milliseconds. */
const MOST_OF_TEST = 60_000;
const MOST_OF_STEP = 20_000;

/** A suite with the scripted bot; skipped, in one line, where there is no Chromium. */
export function describeInBrowser(title: string, define: (given: () => Given) => void): void {
  describeWithService(title, startWidgetService, define);
}

/** The same with another service, a fresh one for each test. */
export function describeWithService<Service extends Served>(
  title: string,
  start: (widget: BuiltWidget) => Promise<Service>,
  define: (given: () => Given<Service>) => void,
): void {
  describe(title, function () {
    this.timeout(MOST_OF_TEST);
    let shared: Shared | undefined;
    let given: Given<Service> | undefined;

    before(async function () {
      shared = await browserAndWidget();
      if (!shared) this.skip();
    });
    beforeEach(async () => {
      if (shared) given = givenIn(shared, await start(shared.widget));
    });
    afterEach(async () => {
      // First the pages, which would ask again and again for what is gone.
      for (const context of shared?.browser.contexts() ?? []) await context.close();
      await given?.service.close();
      given = undefined;
    });
    define(() => {
      if (!given) throw new Error('only within a test');
      return given;
    });
  });
}

interface Shared {
  readonly browser: Browser;
  readonly widget: BuiltWidget;
}

let shared: Promise<Shared | undefined> | undefined;

/** One browser and one build of the widget for all suites: profiles keep the tests apart. */
function browserAndWidget(): Promise<Shared | undefined> {
  shared ??= launchBrowser().then(
    async (browser) => browser && Object.freeze({ browser, widget: await buildForTests() }),
  );
  return shared;
}

// Outside of any suite: after all of them.
after(async () => {
  const { browser, widget } = (await shared) ?? {};
  await browser?.close();
  await widget?.remove();
});

function givenIn<Service extends Served>({ browser, widget }: Shared, service: Service): Given<Service> {
  return {
    service,
    widget,
    async visit({ url = service.url, prepare, ...options } = {}) {
      const context = await browser.newContext({ ...DESKTOP, ...options });
      context.setDefaultTimeout(MOST_OF_STEP);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      await prepare?.(page);
      await page.goto(url);
      return widgetPage(page, complaints);
    },
  };
}

function widgetPage(page: Page, complaints: readonly string[]): WidgetPage {
  const launcher = page.locator('privacy-assistant section > button');
  const panel = page.getByRole('dialog');
  const log = page.getByRole('log');
  const field = page.getByLabel('Your message');
  return {
    page,
    complaints,
    launcher,
    panel,
    log,
    field,
    async open() {
      await launcher.click();
      await log.getByText('Hello. Ask me').last().waitFor();
    },
    async say(text, reply) {
      await field.fill(text);
      await field.press('Enter');
      await log.getByText(reply).last().waitFor();
    },
    messages: () => log.locator('.message').evaluateAll((all) => all.map((one) => one.textContent)),
    async screenshot(name) {
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
  };
}
