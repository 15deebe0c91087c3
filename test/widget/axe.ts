/** axe-core on a page, into open shadow roots as well. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
/** What was found in each state, kept beside the screenshots. */
const REPORTS = fileURLToPath(new URL('../../artefacts/axe/', import.meta.url));

/**
 * Every rule up to WCAG 2.2 AA, and axe's best practices besides. What is wrong is said with where it is.
 * @param state under which the counts are kept: rules that passed, that failed, and that a person has to judge.
 */
export async function expectAccessible(page: Page, state?: string): Promise<void> {
  // Not as a script element, which the page's policy would rightly refuse.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const { violations, passes, incomplete } = await page.evaluate(
    (tags) => window.axe.run({ runOnly: tags, resultTypes: ['violations'] }),
    TAGS,
  );
  if (state !== undefined) {
    await mkdir(REPORTS, { recursive: true });
    const counts = { state, passes: passes.length, violations: violations.length };
    const judge = incomplete.map(({ id, nodes }) => `${id} × ${nodes.length}`);
    await writeFile(join(REPORTS, `${state}.json`), JSON.stringify({ ...counts, incomplete: judge }));
  }
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary ?? ''}`),
  );
  expect(found, state).to.deep.equal([]);
  expect(passes.length).to.be.above(15);
}
