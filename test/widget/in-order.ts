/** One state of a page, looked at in the light, in the dark on a phone, and where there is hardly any room. */
import { expect } from 'chai';
import { DESKTOP, type WidgetPage } from '../support/widget-browser.js';
import { expectAccessible } from './axe.js';
import { spreadText, tooSmall, tooWide } from './layout.js';

/**
 * Leaves the page as it was, so that it can go on to the next state.
 * @param name of the screenshots and of the report.
 * @param isLong axe takes seconds: it looks once, and another state of the same page shows the dark.
 */
export async function expectInOrder({ page, screenshot }: WidgetPage, name: string, isLong = false): Promise<void> {
  for (const [device, width, height, colorScheme] of [
    ['desktop', 1280, 900, 'light'],
    ['phone-dark', 390, 844, 'dark'],
    ['320', 320, 568, 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await screenshot(`${name}-${device}`);
    expect(await tooWide(page), `${name}, ${device}`).to.deep.equal([]);
    expect(await tooSmall(page), `${name}, ${device}`).to.deep.equal([]);
    if (device === 'desktop' || (device === 'phone-dark' && !isLong)) await expectAccessible(page, `${name}-${device}`);
  }
  await spreadText(page);
  expect(await tooWide(page), `${name}, with more space between letters`).to.deep.equal([]);
  await spreadText(page, false);
  if (DESKTOP.viewport) await page.setViewportSize(DESKTOP.viewport);
}

/** A state's part of the names of its files: "an-answer". */
export const slugOf = (state: string): string => state.replaceAll(/[^a-z]+/g, '-');
