/** One state of a page, looked at in the light, in the dark on a phone, and where there is hardly any room. */
import { expect } from 'chai';
import type { WidgetPage } from '../support/widget-browser.js';
import { expectAccessible } from './axe.js';
import { spreadText, tooSmall, tooWide } from './layout.js';

/** @param name of the screenshots and of the report. */
export async function expectInOrder({ page, screenshot }: WidgetPage, name: string): Promise<void> {
  for (const [device, width, height, colorScheme] of [
    ['desktop', 1280, 900, 'light'],
    ['phone-dark', 390, 844, 'dark'],
    ['320', 320, 568, 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await screenshot(`${name}-${device}`);
    expect(await tooWide(page), device).to.deep.equal([]);
    expect(await tooSmall(page), device).to.deep.equal([]);
    if (device !== '320') await expectAccessible(page, `${name}-${device}`);
  }
  await spreadText(page);
  expect(await tooWide(page), 'with more space between letters').to.deep.equal([]);
}
