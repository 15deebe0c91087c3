/** What goes wrong with a layout when there is little room, or much space between letters. */
import type { Page } from 'playwright-core';

/** Everything that is wider than the room it has, in the panel and on the page. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('privacy-assistant')?.shadowRoot;
    const inPanel = [...(root?.querySelectorAll('dialog, dialog *:not(.unseen)') ?? [])];
    const onPage = [...document.querySelectorAll('html, main, main *:not(.unseen)')];
    return [...onPage, ...inPanel]
      .filter((element) => !element.matches('input, textarea') && element.clientWidth > 0)
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
  });

/**
 * WCAG 1.4.12: more space between lines, letters, words and paragraphs, as a person's own style sheet has it.
 * @param isOn false: as it was before.
 */
export const spreadText = (page: Page, isOn = true): Promise<void> =>
  page.evaluate((isOn) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    const root = document.querySelector('privacy-assistant')?.shadowRoot;
    for (const place of root ? [document, root] : [document]) {
      const own = place.adoptedStyleSheets.filter(
        ({ cssRules }) => !cssRules[0]?.cssText.startsWith('* { line-height'),
      );
      place.adoptedStyleSheets = isOn ? [...own, sheet] : own;
    }
  }, isOn);

/** Targets that are smaller than WCAG 2.2, 2.5.8, has them; links within sentences are let off there. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots = [document, document.querySelector('privacy-assistant')?.shadowRoot].filter((root) => !!root);
    return roots
      .flatMap((root) => [...root.querySelectorAll('button, input:not([type=hidden]), textarea, summary')])
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(
        ({ element, box }) =>
          box.width > 0 && Math.min(box.width, box.height) < (element.matches('[type=radio]') ? 20 : 24),
      )
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)}: ${box.width} × ${box.height}`);
  });
