import { expect } from 'chai';
import { describeInBrowser, DESKTOP, PHONE } from '../support/widget-browser.js';

describeInBrowser('“Was this helpful?” in a browser', (given) => {
  for (const [device, options] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    it(`can be answered once, by keyboard and by touch, on a ${device}`, async () => {
      const { page, log, open, say, screenshot, complaints } = await given().visit(options);
      await open();
      await say('Who do you share it with?', /shares your information/);
      const group = log.getByRole('group', { name: 'Was this helpful?' });
      const [yes, no] = [group.getByRole('button', { name: 'Yes' }), group.getByRole('button', { name: 'No' })];
      await screenshot(`${device}-9-helpful`);
      const box = await no.boundingBox();
      // As WCAG 2.2 asks of targets: at least 24 by 24 pixels.
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).to.be.at.least(24);
      if (device === 'phone') await no.tap();
      else {
        await yes.focus();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      }
      await log.getByText('You said: This did not answer my question').waitFor();
      expect(await no.getAttribute('aria-label')).to.equal('No, (chosen)');
      expect(await yes.getAttribute('aria-disabled')).to.equal('true');
      await yes.click({ force: true });
      await no.click({ force: true });
      await screenshot(`${device}-10-judged`);
      await log.getByRole('button', { name: 'How long do you keep it?' }).click();
      await log.getByText('You said: How long').waitFor();
      expect(given().service.bot.heard.slice(1)).to.deep.equal([
        'Who do you share it with?',
        'This did not answer my question',
        'How long do you keep it?',
      ]);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('stays answered after a reload', async () => {
    const { page, log, open, say } = await given().visit();
    await open();
    await say('Who do you share it with?', /shares your information/);
    await log.getByRole('button', { name: 'Yes' }).click();
    await log.getByText('You said: This answered').waitFor();
    await page.reload();
    await log.getByText('You said: This answered').waitFor();
    const yes = log.getByRole('group', { name: 'Was this helpful?' }).getByRole('button', { name: 'Yes' });
    expect(await yes.getAttribute('aria-label')).to.equal('Yes, (chosen)');
  });
});
