import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/widget-browser.js';
import { describeWithBot } from './with-bot.js';

const isFormShown = (page: Page): Promise<boolean> => page.locator('#plain-chat').isVisible();

describeWithBot('the chat as a page of its own', (given) => {
  for (const [device, options] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    it(`is the widget where scripts run, on a ${device}`, async () => {
      const { page, log, panel, tell, screenshot, complaints } = await given().visit({ ...options, path: '/chat' });
      await log.getByText('Hello. I answer').waitFor();
      expect(await isFormShown(page)).to.equal(false);
      expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).to.deep.equal(['Ask about your privacy']);
      expect(await panel.getByRole('button', { name: 'Close' }).count()).to.equal(0);
      expect(await page.getByText('Exit this page quickly').filter({ visible: true }).count()).to.equal(1);
      await tell('do you sell my details?', /does not sell/);
      await page.keyboard.press('Escape');
      expect(await panel.isVisible()).to.equal(true);
      await screenshot(`page-${device}`);
      // All of it is in view: nobody has to scroll two things.
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).to.be.below(2);
      expect(await page.context().cookies()).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('takes over what was written before it was there, and the focus', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, field } = await given().visit({
      path: '/chat',
      prepare: (page) =>
        page.route('**/assets/panel-*.js', async (route) => {
          await held;
          await route.continue();
        }),
    });
    await page.locator('textarea#message').fill('What about my');
    release();
    await field.waitFor();
    expect(await field.inputValue()).to.equal('What about my');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.id === 'pa-message');
  });

  it('takes a question that a link brings along, and does not send it by itself', async () => {
    const { field, log } = await given().visit({ path: '/chat?message=Do%20you%20sell%20it%3F' });
    await log.getByText('Hello. I answer').waitFor();
    expect(await field.inputValue()).to.equal('Do you sell it?');
    expect(await log.locator('.you').count()).to.equal(0);
  });

  it('leaves the forms where its parts cannot be had', async () => {
    const { page } = await given().visit({
      path: '/chat',
      prepare: (page) => page.route('**/assets/panel*.js*', (route) => route.abort()),
    });
    await page.locator('textarea#message').fill('do you sell my details?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('does not sell').first().waitFor();
    // What was begun with forms goes on with them.
    await page.reload();
    await page.getByText('does not sell').first().waitFor();
    expect(await page.locator('privacy-assistant').count()).to.equal(0);
  });

  it('stays plain for who asks for it', async () => {
    const { page } = await given().visit({ path: '/chat?plain=1' });
    await page.waitForTimeout(300);
    expect([await isFormShown(page), await page.locator('script').count()]).to.deep.equal([true, 0]);
  });
});
