/** axe-core on a page, into open shadow roots as well. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: { run(options: object): Promise<AxeResults> };
  }
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every rule up to WCAG 2.2 AA, and axe's best practices besides. What is wrong is said with where it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // Not as a script element, which the page's policy would rightly refuse.
  await page.evaluate(SOURCE);
  const { violations, passes } = await page.evaluate(
    (tags) => window.axe.run({ runOnly: tags, resultTypes: ['violations'] }),
    TAGS,
  );
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary ?? ''}`),
  );
  expect(found).to.deep.equal([]);
  expect(passes.length).to.be.above(15);
}
