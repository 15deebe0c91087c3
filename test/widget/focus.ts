/** Where the focus is; effects move it a moment after what they follow. */
import type { Page } from 'playwright-core';

/** Resolves once it is, within the panel, on what has this id or exactly these words. */
export async function focusOn(
  page: Page,
  expected: { readonly id: string } | { readonly text: string },
): Promise<void> {
  await page.waitForFunction((expected) => {
    const inside = document.activeElement?.shadowRoot?.activeElement;
    return 'id' in expected ? inside?.id === expected.id : inside?.textContent?.trim() === expected.text;
  }, expected);
}
