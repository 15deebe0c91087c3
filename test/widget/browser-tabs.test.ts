import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeWithBot, type RealPage } from './with-bot.js';

/** The widget on another tab of the same browser. */
const otherTab = async ({ page }: RealPage, url: string): Promise<Page> => {
  const other = await page.context().newPage();
  await other.goto(url);
  await other.locator('privacy-assistant section > button').click();
  return other;
};

describeWithBot('the widget in two tabs', (given) => {
  it('goes on in a second tab with all that was said and typed, and both hear what comes', async () => {
    const widget = await given().visit();
    await widget.openPanel();
    await widget.tell('do you sell my details?', /does not sell/);
    await widget.field.fill('half a sent');
    const other = await otherTab(widget, given().service.url);
    const log = other.getByRole('log');
    await log
      .getByText(/does not sell/)
      .first()
      .waitFor();
    expect(await other.locator('#pa-message').inputValue()).to.equal('half a sent');
    expect(await log.locator('.you').count()).to.equal(1);
    await other.locator('#pa-message').fill('who is capita?');
    await other.locator('#pa-message').press('Enter');
    await log
      .getByText(/Capita/)
      .last()
      .waitFor();
    // A tab in the background draws next to nothing.
    await widget.page.bringToFront();
    await widget.log.getByText('who is capita?').waitFor();
    await widget.tell('can I see my own records?', /./);
    await log.getByText('can I see my own records?').waitFor();
    expect(await log.locator('.you').count()).to.equal(3);
    expect(await widget.log.locator('.you').count()).to.equal(3);
  });

  it('begins afresh where no other tab has one, without waiting for an answer', async () => {
    const widget = await given().visit();
    const other = await otherTab(widget, given().service.url);
    await other.getByRole('log').getByText('Hello. I answer').waitFor();
    await widget.page.bringToFront();
    await widget.openPanel();
    // Nothing was said in it: there is nothing to go on with.
    await widget.tell('do you sell my details?', /does not sell/);
    expect(await other.getByRole('log').locator('.you').count()).to.equal(0);
  });

  it('is deleted in every tab', async () => {
    const widget = await given().visit();
    await widget.openPanel();
    await widget.tell('do you sell my details?', /does not sell/);
    const other = await otherTab(widget, given().service.url);
    await other
      .getByRole('log')
      .getByText(/does not sell/)
      .first()
      .waitFor();
    await other.getByRole('button', { name: 'Save or delete' }).click();
    await other.getByRole('button', { name: 'Delete this chat', exact: true }).click();
    await other.getByRole('button', { name: 'Yes, delete it' }).click();
    await widget.panel.getByText('Your chat has been deleted.').waitFor();
    expect(await widget.log.locator('.message').count()).to.equal(0);
    expect(await widget.page.evaluate(() => sessionStorage.length)).to.equal(0);
  });

  it('is out of sight in every tab once somebody had to leave one of them', async () => {
    const widget = await given().visit();
    await widget.openPanel();
    await widget.tell('do you sell my details?', /does not sell/);
    const other = await otherTab(widget, given().service.url);
    await other
      .getByRole('log')
      .getByText(/does not sell/)
      .first()
      .waitFor();
    await other.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'Weather' }));
    await other.getByRole('link', { name: 'Exit this page quickly' }).click();
    await other.getByText('Weather').waitFor();
    await widget.launcher.waitFor();
    expect(await widget.panel.count()).to.equal(0);
    expect(await widget.page.evaluate(() => sessionStorage.length)).to.equal(0);
    // It can be opened again, and knows nothing.
    await widget.page.bringToFront();
    await widget.openPanel();
    expect(await widget.log.locator('.you').count()).to.equal(0);
  });
});
