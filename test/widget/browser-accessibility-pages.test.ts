import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/widget-browser.js';
import { expectInOrder, slugOf } from './in-order.js';
import { ACCESS, describeWithBot } from './with-bot.js';

const say = async (page: Page, text: string): Promise<void> => {
  await page.locator('#message').fill(text);
  // The page before has a new reply as well.
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await loaded;
  await page.locator('#new').waitFor();
};

const saying =
  (...texts: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const text of texts) await say(page, text);
  };

const said = ACCESS.map(([text]) => text);

type State = readonly [state: string, reach: (page: Page) => Promise<unknown>];

const goTo =
  (path: string) =>
  (page: Page): Promise<unknown> =>
    page.goto(new URL(path, page.url()).href);

/** Pages and their states, in the order in which one is come by; without the widget, which is looked at elsewhere. */
const VISITS: readonly (readonly [path: string, ...states: State[]])[] = [
  [
    '/chat?plain=1',
    ['chat: start', async () => undefined],
    ['chat: an answer', saying('do you sell my details?')],
    ['chat: whether to delete', (page) => page.getByRole('link', { name: 'Delete this chat' }).click()],
  ],
  ['/chat?plain=1', ['chat: danger', saying('my husband hits me and reads my post')]],
  [
    '/chat?plain=1',
    ['chat: how to be reached', saying(...said.slice(0, 1))],
    ['chat: dates', saying(...said.slice(1, 2))],
    [
      'chat: an error',
      async (page) => {
        await page.locator('#fromMonth').fill('14');
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.getByText('There is a problem').waitFor();
      },
    ],
  ],
  ['/chat?plain=1', ['chat: check answers', saying(...said)], ['chat: sent', saying('send my request')]],
  ['/chat', ['chat: the widget as a page', (page) => page.getByText('Hello. I answer').waitFor()]],
  [
    '/answers',
    ['answers: all', async () => undefined],
    ['answers: found', goTo('/answers?q=cookies')],
    ['answers: none found', goTo('/answers?q=zebras')],
    ['accessibility', goTo('/accessibility')],
  ],
];

describeWithBot('the accessibility of the pages', (given) => {
  for (const [path, ...states] of VISITS) {
    const names = states.map(([state]) => state).join('; ');
    it(`is without fault, in the light, in the dark, and at 320 pixels: ${names}`, async () => {
      const visited = await given().visit({ ...DESKTOP, path });
      for (const [state, reach] of states) {
        await reach(visited.page);
        await expectInOrder(visited, `page-${slugOf(state)}`, state === 'answers: all');
      }
    });
  }

  it('is used by keyboard alone: from the skip link to the reply', async () => {
    const { page } = await given().visit({ path: '/chat?plain=1' });
    const focused = (): Promise<string> =>
      page.evaluate(() => (document.activeElement?.id || document.activeElement?.textContent?.trim()) ?? '');
    await page.keyboard.press('Tab');
    expect(await focused()).to.equal('Skip to main content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).to.equal('message');
    await page.keyboard.type('do you sell my details?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'new');
    // From the reply on, and not from the top of the page.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => !!document.activeElement?.closest('#new'))).to.equal(true);
  });

  it('can be made out in forced colours', async () => {
    const { page, screenshot } = await given().visit({ ...PHONE, forcedColors: 'active', path: '/chat?plain=1' });
    await saying(...said)(page);
    await screenshot('page-forced-colours');
    for (const part of ['.you .bubble', '.assistant .bubble', '.summary-row', '.choice', '.exit', '#message']) {
      const border = await page
        .locator(part)
        .last()
        .evaluate((element) => getComputedStyle(element).borderTopWidth);
      expect(parseFloat(border), part).to.be.at.least(1);
    }
  });
});
