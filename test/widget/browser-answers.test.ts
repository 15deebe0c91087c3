import { expect } from 'chai';
import { DESKTOP, PHONE } from '../support/widget-browser.js';
import { describeWithBot } from './with-bot.js';

describeWithBot('the page with all answers in a browser', (given) => {
  for (const [how, options] of [
    ['while one types', DESKTOP],
    ['by its form, without JavaScript', { ...PHONE, javaScriptEnabled: false }],
  ] as const) {
    it(`finds words ${how}`, async () => {
      const { page, screenshot, complaints } = await given().visit({ ...options, path: '/answers' });
      const slug = how.startsWith('while') ? 'desktop' : 'phone';
      await screenshot(`answers-${slug}-1-all`);
      const shown = page.locator('article').filter({ visible: true });
      expect(await shown.count()).to.be.above(300);
      await page.getByLabel('Search the answers').fill('trade union');
      if (slug === 'phone') await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText(/^\d answers?$/).waitFor();
      const found = await shown.allInnerTexts();
      expect(found.length).to.be.within(1, 9);
      for (const text of found) expect(text).to.match(/trade union/i);
      // Of sections only those are left that have something in them.
      expect(await page.locator('main section').filter({ visible: true }).count()).to.be.below(10);
      await screenshot(`answers-${slug}-2-found`);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('says what to do where nothing is found, and leads with the words to the assistant', async () => {
    const { page } = await given().visit({ path: '/answers?q=zebras' });
    expect(await page.locator('#count').innerText()).to.equal('No answer has these words.');
    expect(await page.getByRole('heading', { name: 'Sections of the notice' }).count()).to.equal(0);
    await page.getByRole('link', { name: 'ask the assistant' }).click();
    await page.locator('#pa-message').waitFor();
    expect(await page.locator('#pa-message').inputValue()).to.equal('zebras');
  });

  it('shows an answer that the search had hidden, once a link leads to it', async () => {
    const { page } = await given().visit({ path: '/answers' });
    await page.getByLabel('Search the answers').fill('zebras');
    await page.getByText('No answer has these words.').waitFor();
    const [id = ''] = await page.locator('article').evaluateAll((all) => all.map((one) => one.id));
    await page.evaluate((to) => void (location.hash = to), id);
    await page.locator(`#${id}`).waitFor();
    expect(await page.getByLabel('Search the answers').inputValue()).to.equal('');
  });

  it('is where an answer in the chat leads to, at this very answer', async () => {
    const { page, panel, openPanel, tell } = await given().visit();
    await openPanel();
    await tell('do you sell my details?', /does not sell/);
    const link = panel.getByRole('link', { name: 'See this in the list of answers' });
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await opened.waitForLoadState();
    expect(await opened.locator('article:target').innerText()).to.contain('does not sell your personal information');
  });

  it('prints what is to be read, and nothing that is to be pressed', async () => {
    const { page } = await given().visit({ path: '/answers?q=trade+union' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.search, .contents, .exit, .page-foot').filter({ visible: true }).count()).to.equal(0);
    expect(await page.locator('article').filter({ visible: true }).count()).to.be.within(1, 9);
  });

  it('shifts nothing while it loads', async () => {
    const { page } = await given().visit({
      path: '/answers',
      prepare: (page) =>
        page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => shifts.push(list.getEntries().length)).observe({ type: 'layout-shift' });
        }),
    });
    await page.waitForTimeout(300);
    expect(await page.evaluate('shifts')).to.deep.equal([]);
  });
});
