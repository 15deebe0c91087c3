import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/widget-browser.js';
import { until } from '../support/until.js';
import { describeWithBot } from './with-bot.js';

/** A person on the plain pages. */
const personOn = (page: Page) => {
  const send = page.getByRole('button', { name: 'Send', exact: true });
  return {
    latest: page.locator('#new'),
    says: async (text: string): Promise<void> => {
      await page.locator('#message').fill(text);
      await send.click();
    },
    fills: async (fields: Readonly<Record<string, string>>): Promise<void> => {
      for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
      await send.click();
    },
    presses: (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).last().click(),
    /** The new reply is what the page is scrolled to, and where the keyboard goes on. */
    isAtReply: (): Promise<void> =>
      until(
        async () => {
          const box = await page.locator('#new').boundingBox();
          const isInView = box !== null && box.y > -2 && box.y < (page.viewportSize()?.height ?? 0);
          return page.url().endsWith('#new') && isInView;
        },
        'the new reply to be in view',
        20_000,
      ),
  };
};

describeWithBot('the chat without JavaScript', (given) => {
  for (const [device, options] of [
    ['desktop', DESKTOP],
    ['320', { viewport: { width: 320, height: 568 } }],
  ] as const) {
    it(`answers, takes a request with a change and an interruption, and sends it: ${device}`, async () => {
      const { page, screenshot, complaints } = await given().visit({
        ...options,
        javaScriptEnabled: false,
        path: '/chat',
      });
      const { latest, says, fills, presses, isAtReply } = personOn(page);
      const shot = (name: string): Promise<void> => screenshot(`plain-${device}-${name}`);
      await shot('1-start');
      await says('do you sell my details?');
      await latest.getByText('does not sell').first().waitFor();
      await isAtReply();
      await shot('2-answer');
      await presses('Yes');
      await latest.getByText('Thank you for telling me.').waitFor();
      await says('Please send me everything the parking team has on me. My name is Priya Nair.');
      await latest.getByText('Question 1 of about 5').waitFor();
      await shot('3-begun');
      await fills({ email: 'priya@example.org', post: '12 Long Lane\nLondon N3 2AB' });
      await latest.getByText('code of six digits').waitFor();
      await says('482913');
      await latest.getByText('Which dates is it about?').waitFor();
      await shot('4-dates');
      await says('who is capita?');
      await latest.getByText('Let us go back to your request.').waitFor();
      await fills({ fromMonth: '4', fromYear: '2021' });
      for (const question of [/help find the records/, /How would you like/, /make this easier/]) {
        await latest.getByText(question).waitFor();
        await presses('Skip this question');
      }
      await latest.getByText('Please check what I will send').waitFor();
      await shot('5-check');
      await presses('Change Your name');
      await latest.getByText('What is your full name?').waitFor();
      expect(await page.locator('#message').getAttribute('autocomplete')).to.equal('name');
      await says('Priya Devi Nair');
      await latest.getByText('Please check what I will send').waitFor();
      await presses('Send my request');
      await latest.getByText('The council should answer by').waitFor();
      await shot('6-sent');
      const [request] = given().service.requests;
      expect(request?.requester).to.deep.include({
        fullName: 'Priya Devi Nair',
        email: 'priya@example.org',
        emailConfirmed: true,
        post: '12 Long Lane\nLondon N3 2AB',
      });
      expect(request?.scope).to.deep.include({ services: ['Parking'], from: '2021-04-01' });
      expect(await page.title()).to.equal('Request sent – Barnet Council');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).to.be.below(1);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('tells what is wrong at the top, leads to the field, and keeps what was written', async () => {
    const { page, screenshot } = await given().visit({ ...PHONE, javaScriptEnabled: false, path: '/chat' });
    const { says, fills, latest } = personOn(page);
    await says('I want to see all the records that parking holds on me. I am Ruth Abara.');
    await says('07700 900123');
    await latest.getByText('Which dates is it about?').waitFor();
    await fills({ fromMonth: '14', fromYear: '2019', message: 'or so' });
    expect(await page.title()).to.match(/^Error: /);
    await screenshot('plain-phone-problem');
    await page.getByRole('link', { name: 'Write the month as a number' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('fromMonth');
    expect(await page.locator('#fromYear').inputValue()).to.equal('2019');
    expect(await page.locator('#message').inputValue()).to.equal('or so');
    await fills({ fromMonth: '4', message: '' });
    await latest.getByText(/help find the records/).waitFor();
  });

  it('is there again after a refresh and in another tab, and sends nothing again', async () => {
    const { page } = await given().visit({ javaScriptEnabled: false, path: '/chat' });
    const { says, latest } = personOn(page);
    await says('do you sell my details?');
    await latest.getByText('does not sell').first().waitFor();
    await page.reload();
    const other = await page.context().newPage();
    await other.goto(`${given().service.url}/chat`);
    for (const one of [page, other]) expect(await one.locator('.you').count()).to.equal(1);
    const [cookie] = await page.context().cookies();
    expect(cookie).to.deep.include({ httpOnly: true, sameSite: 'Lax', path: '/chat', expires: -1 });
  });

  it('does nothing with a button of another tab that was left behind', async () => {
    const { page } = await given().visit({ javaScriptEnabled: false, path: '/chat' });
    const { says, presses, latest } = personOn(page);
    await says('my address on your records is wrong');
    await latest.getByRole('button').first().waitFor();
    const [early = ''] = await latest.getByRole('button').allInnerTexts();
    const other = await page.context().newPage();
    await other.goto(`${given().service.url}/chat`);
    await personOn(other).says('do you sell my details?');
    await other.locator('#new').getByText('does not sell').first().waitFor();
    await presses(early);
    await page.getByText('That button was for an earlier question').waitFor();
    expect(await page.locator('.you').count()).to.equal(2);
  });

  it('is deleted when asked to, and left quickly with nothing to come back to', async () => {
    const leave = (page: Page): Promise<unknown> =>
      page.route('https://www.bbc.co.uk/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
      );
    const { page, screenshot } = await given().visit({
      ...PHONE,
      javaScriptEnabled: false,
      path: '/chat',
      prepare: leave,
    });
    const { says, presses } = personOn(page);
    await says('do you sell my details?');
    await page.getByRole('link', { name: 'Delete this chat' }).click();
    await screenshot('plain-phone-delete');
    await presses('Yes, delete it');
    await page.getByText('Your chat has been deleted.').waitFor();
    expect(await page.context().cookies()).to.deep.equal([]);
    await says('do you sell my details?');
    await presses('Exit this page quickly');
    await page.getByText('Weather').waitFor();
    expect(await page.context().cookies()).to.deep.equal([]);
    await page.goBack();
    expect(await page.getByText('sell my details').count()).to.equal(0);
  });
});
