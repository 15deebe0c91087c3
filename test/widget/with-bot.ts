/** Browser suites in which the real bot answers, with the council's knowledge. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describeWithService, type WidgetPage } from '../support/widget-browser.js';
import { startRealService, type RealService } from './real-service.js';

export interface RealPage extends WidgetPage {
  /** Opens the panel, and waits for the greeting. */
  openPanel(): Promise<void>;
  /** Writes into the field, of whichever kind it is, sends, and waits for the reply. */
  tell(text: string, reply: string | RegExp): Promise<void>;
  /** Presses the last button of this name, and waits for the reply. */
  press(name: string | RegExp, reply: string | RegExp): Promise<void>;
}

export interface GivenBot {
  readonly service: RealService;
  /** A fresh browser profile on a page of the service, "/" unless another is named; or on another website. */
  visit(
    options?: BrowserContextOptions & {
      readonly path?: string;
      readonly url?: string;
      prepare?(page: Page): Promise<unknown>;
    },
  ): Promise<RealPage>;
}

/** What is said in a request for one's own records, up to the answers for checking, and what is asked next. */
export const ACCESS: readonly (readonly [said: string, next: RegExp])[] = [
  [
    'Please send me a copy of everything the parking team has on me. My name is Priya Nair.',
    /How should the council reach you/,
  ],
  ['07700 900123', /Which dates is it about/],
  ['since 2021', /help find the records/],
  ['skip', /How would you like to get the answer/],
  ['large print', /make this easier for you/],
  ['skip', /Please check what I will send/],
];

/** A suite that is skipped, in one line, where there is no Chromium. */
export function describeWithBot(title: string, define: (given: () => GivenBot) => void): void {
  describeWithService(
    title,
    ({ folder }) => startRealService({ widgetFolder: folder }),
    (given) => {
      define(() => {
        const { service, visit } = given();
        return {
          service,
          async visit({ path = '/', url, ...options } = {}) {
            return realPage(await visit({ ...options, url: url ?? `${service.url}${path}` }));
          },
        };
      });
    },
  );
}

function realPage(widget: WidgetPage): RealPage {
  const { page, launcher, log } = widget;
  const field = page.locator('#pa-message');
  return {
    ...widget,
    field,
    async openPanel() {
      await launcher.click();
      await log.getByText('Hello. I answer').last().waitFor();
    },
    async tell(text, reply) {
      const before = await log.locator('.assistant').count();
      await field.fill(text);
      await field.press('Enter');
      await log.locator('.assistant').nth(before).waitFor();
      await log.getByText(reply).last().waitFor();
    },
    async press(name, reply) {
      const before = await log.locator('.assistant').count();
      await log.getByRole('button', { name }).last().click();
      await log.locator('.assistant').nth(before).waitFor();
      await log.getByText(reply).last().waitFor();
    },
  };
}
