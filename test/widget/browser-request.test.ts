import { expect } from 'chai';
import { DESKTOP, PHONE } from '../support/widget-browser.js';
import { ACCESS, describeWithBot } from './with-bot.js';

const DARK_PHONE = { ...PHONE, colorScheme: 'dark' } as const;

describeWithBot('a request in a browser', (given) => {
  for (const [device, options] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
    ['phone-dark', DARK_PHONE],
  ] as const) {
    it(`is made, interrupted, changed and sent on a ${device}`, async () => {
      const { page, log, openPanel, tell, press, screenshot, complaints } = await given().visit(options);
      await openPanel();
      await tell('how can i see what you hold about me?', /Make a Subject Access Request/);
      await screenshot(`request-${device}-1-answer`);
      for (const [index, [said, next]] of ACCESS.entries()) {
        await tell(said, next);
        await screenshot(`request-${device}-2-step-${index + 1}`);
        // A question in between is answered, and the step is asked again.
        if (index === 1) {
          await tell('do you sell my details to anyone?', /does not sell your personal information/);
          await log.getByText('Let us go back to your request.').waitFor();
          await screenshot(`request-${device}-3-interruption`);
        }
      }
      const rows = log.locator('.summary').last();
      expect(await rows.locator('dt').allInnerTexts()).to.include('Your name');
      await press(/^Change Your name/, /What is your full name/);
      await screenshot(`request-${device}-4-change`);
      await tell('Priya Devi Nair', /Please check what I will send/);
      expect(await log.locator('.summary').last().innerText()).to.contain('Priya Devi Nair');
      await screenshot(`request-${device}-5-check`);
      await press('Send my request', /The council should answer by/);
      await screenshot(`request-${device}-6-sent`);
      const [request] = given().service.requests;
      expect(request?.requester).to.deep.include({ fullName: 'Priya Devi Nair', phone: '07700 900123' });
      expect(request?.scope).to.deep.include({ services: ['Parking'], from: '2021-01-01' });
      expect(await page.locator('.sent strong').innerText()).to.equal(request?.reference);
      expect(given().service.requests).to.have.length(1);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('says how far it has come, and stops counting where an answer is changed', async () => {
    const { log, openPanel, tell } = await given().visit();
    await openPanel();
    for (const [said, next] of ACCESS.slice(0, 3)) await tell(said, next);
    expect(await log.locator('.progress').allInnerTexts()).to.deep.equal([
      'Question 1 of about 5',
      'Question 2 of about 5',
      'Question 3 of about 5',
    ]);
    await tell('back', /Which dates/);
    expect(await log.locator('.progress').last().innerText()).to.equal('Question 2 of about 5');
    await tell('change my name', /What is your full name/);
    expect(await log.locator('.message').last().locator('.progress').count()).to.equal(0);
  });

  it('goes on where it was after a refresh in the middle, with what was half typed', async () => {
    const { page, log, field, openPanel, tell } = await given().visit(PHONE);
    await openPanel();
    for (const [said, next] of ACCESS.slice(0, 2)) await tell(said, next);
    await field.fill('since about 20');
    await page.reload();
    await log.getByText(/Which dates is it about/).waitFor();
    expect(await field.inputValue()).to.equal('since about 20');
    expect(await log.locator('.progress').last().innerText()).to.equal('Question 2 of about 5');
    for (const [said, next] of ACCESS.slice(2)) await tell(said, next);
    expect(await log.locator('.summary').innerText()).to.contain('1 January 2021 onwards');
  });

  it('loses nothing where the network drops, and sends nothing twice', async () => {
    const { page, panel, log, openPanel, tell, messages } = await given().visit(PHONE);
    await openPanel();
    for (const [said, next] of ACCESS) await tell(said, next);
    await page.context().setOffline(true);
    await panel.getByText('You seem to be offline').waitFor();
    await log.getByRole('button', { name: 'Send my request' }).click();
    await log.getByText('Not sent yet').waitFor();
    await page.context().setOffline(false);
    await log.getByText(/The council should answer by/).waitFor();
    expect(given().service.requests).to.have.length(1);
    expect((await messages()).filter((text) => text === 'You: Send my request')).to.have.length(1);
    // The buttons of what was sent are dead, and the conversation goes on.
    await log.getByRole('button', { name: /Send my request/ }).click({ force: true });
    await tell('thank you', /./);
    expect(given().service.requests).to.have.length(1);
  });

  it('is made by keyboard alone', async () => {
    const { page, log, openPanel } = await given().visit();
    const type = async (text: string, reply: RegExp): Promise<void> => {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await log.getByText(reply).last().waitFor();
    };
    await openPanel();
    for (const [said, next] of ACCESS) await type(said, next);
    /** Goes back from the field, to the button of this name. */
    const reach = async (name: string): Promise<void> => {
      const focused = (): Promise<string> =>
        page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim() ?? '');
      for (let tabs = 0; tabs < 30 && (await focused()) !== name; tabs += 1) await page.keyboard.press('Shift+Tab');
      expect(await focused()).to.equal(name);
    };
    await reach('Change Dates');
    await page.keyboard.press('Space');
    await log
      .getByText(/Which dates is it about/)
      .last()
      .waitFor();
    // What was pressed keeps the focus; the field is the next but one group further on.
    await page.locator('#pa-message').focus();
    await type('2019 to 2020', /Please check what I will send/);
    await reach('Send my request');
    await page.keyboard.press('Enter');
    await log.getByText(/The council should answer by/).waitFor();
    expect(given().service.requests[0]?.scope).to.deep.include({ from: '2019-01-01', to: '2020-12-31' });
  });
});
