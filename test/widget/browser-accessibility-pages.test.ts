import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/widget-browser.js';
import { expectInOrder } from './in-order.js';
import { ACCESS, describeWithBot } from './with-bot.js';

const say = async (page: Page, text: string): Promise<void> => {
  await page.locator('#message').fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.locator('#new').waitFor();
};

const saying =
  (...texts: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const text of texts) await say(page, text);
  };

const said = ACCESS.map(([text]) => text);

/** Pages and their states; without the widget, which is looked at elsewhere. */
const PAGES: readonly (readonly [state: string, path: string, reach: (page: Page) => Promise<void>])[] = [
  ['chat: start', '/chat?plain=1', async () => undefined],
  ['chat: an answer', '/chat?plain=1', saying('do you sell my details?')],
  ['chat: danger', '/chat?plain=1', saying('my husband hits me and reads my post')],
  ['chat: how to be reached', '/chat?plain=1', saying(...said.slice(0, 1))],
  ['chat: dates', '/chat?plain=1', saying(...said.slice(0, 2))],
  [
    'chat: an error',
    '/chat?plain=1',
    async (page) => {
      await saying(...said.slice(0, 2))(page);
      await page.locator('#fromMonth').fill('14');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('There is a problem').waitFor();
    },
  ],
  ['chat: check answers', '/chat?plain=1', saying(...said)],
  ['chat: sent', '/chat?plain=1', saying(...said, 'send my request')],
  [
    'chat: whether to delete',
    '/chat?plain=1',
    async (page) => {
      await say(page, 'do you sell my details?');
      await page.getByRole('link', { name: 'Delete this chat' }).click();
    },
  ],
  ['chat: the widget as a page', '/chat', async (page) => page.getByText('Hello. I answer').waitFor()],
  ['answers: all', '/answers', async () => undefined],
  ['answers: found', '/answers?q=cookies', async () => undefined],
  ['answers: none found', '/answers?q=zebras', async () => undefined],
  ['accessibility', '/accessibility', async () => undefined],
];

describeWithBot('the accessibility of the pages', (given) => {
  for (const [state, path, reach] of PAGES) {
    it(`is without fault, in the light, in the dark, and at 320 pixels: ${state}`, async function () {
      this.timeout(60_000);
      const visited = await given().visit({ ...DESKTOP, path });
      await reach(visited.page);
      await expectInOrder(visited, `page-${state.replaceAll(/[^a-z]+/g, '-')}`);
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
    await page.locator('#new').waitFor();
    expect(await focused()).to.equal('new');
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
