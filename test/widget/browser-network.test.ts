import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser, PHONE } from '../support/widget-browser.js';
import { focusOn } from './focus.js';

const remembered = (page: Page): Promise<string | null> =>
  page.evaluate(() => sessionStorage.getItem('privacy-assistant'));

/** Notes of each message, as it appears, whether it is read aloud. */
const watchAnnouncements = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const announced: (string | null | undefined)[] = [];
    Object.assign(window, { announced });
    const attach = Reflect.get(Element.prototype, 'attachShadow');
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      new MutationObserver((changes) => {
        const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
        for (const message of added.flatMap((one) => [one, ...one.querySelectorAll('.message')]))
          if (message.matches('.message')) announced.push(message.closest('[role=log]')?.getAttribute('aria-live'));
      }).observe(root, { childList: true, subtree: true });
      return root;
    };
  });

describeInBrowser('the widget, whatever the network does', (given) => {
  it('keeps what is said while it is offline, and sends it once', async () => {
    const { page, panel, log, field, open, say, messages } = await given().visit();
    await open();
    await say('before', 'You said: before');
    await page.context().setOffline(true);
    await panel.getByText('You seem to be offline').waitFor();
    await field.fill('meanwhile');
    await field.press('Enter');
    await log.getByText('Not sent yet').waitFor();
    await log.getByRole('button', { name: 'Try again' }).click();
    await page.context().setOffline(false);
    await log.getByText('You said: meanwhile').waitFor();
    await panel.getByText('You seem to be offline').waitFor({ state: 'detached' });
    await log.getByText('Not sent yet').waitFor({ state: 'detached' });
    expect((await messages()).slice(1)).to.deep.equal([
      'You: before',
      'Assistant: You said: before',
      'You: meanwhile',
      'Assistant: You said: meanwhile',
    ]);
    expect(given().service.bot.heard).to.deep.equal(['(joined)', 'before', 'meanwhile']);
  });

  it('goes on after the server was restarted', async () => {
    const { open, say, messages } = await given().visit();
    await open();
    await say('before', 'You said: before');
    await given().service.restart();
    await say('after', 'You said: after');
    expect(await messages()).to.have.length(5);
  });

  it('talks where no WebSocket gets through', async () => {
    const { open, say, messages } = await given().visit({
      prepare: (page) => page.routeWebSocket(/\/stream/, (socket) => void socket.close()),
    });
    await open();
    await say('one', 'You said: one');
    await say('two', 'You said: two');
    expect(await messages()).to.have.length(5);
  });

  it('is open again after a reload, with all that was said and typed', async () => {
    const { page, log, field, panel, open, say, messages } = await given().visit();
    await open();
    await say('Can I have a copy?', /Shall I take/);
    await field.fill('half a sent');
    const before = await messages();
    await page.reload();
    await log.getByText('Shall I take').waitFor();
    expect(await messages()).to.deep.equal(before);
    expect(await field.inputValue()).to.equal('half a sent');
    // Where nobody has gone on, the buttons can still be pressed.
    await panel.getByRole('button', { name: 'Yes, start' }).click();
    await log.getByText('What is your full name?').waitFor();
    expect(given().service.bot.heard).to.deep.equal(['(joined)', 'Can I have a copy?', 'yes']);
  });

  it('does not have all read aloud again that is only fetched again', async () => {
    const { page, log, open, say } = await given().visit({ prepare: watchAnnouncements });
    await open();
    await say('one', 'You said: one');
    expect(await page.evaluate('announced')).to.deep.equal(['polite', 'polite', 'polite']);
    await page.reload();
    await log.getByText('You said: one').waitFor();
    expect(await page.evaluate('announced')).to.deep.equal(['off', 'off', 'off']);
    await page.locator('privacy-assistant [role=log][aria-live=polite]').waitFor();
  });

  it('stays closed after a reload where it was closed, and on another page, but goes on when it is opened', async () => {
    const { page, panel, launcher, log, open, say } = await given().visit();
    await open();
    await say('one', 'You said: one');
    await page.goto(`${given().service.url}/?another`);
    await launcher.waitFor();
    expect(await panel.count()).to.equal(0);
    await launcher.click();
    await log.getByText('You said: one').waitFor();
    await page.keyboard.press('Escape');
    await page.reload();
    await launcher.waitFor();
    expect(await panel.count()).to.equal(0);
  });

  it('tells kindly that a conversation is over, and begins another with what was not sent', async () => {
    const { page, panel, log, field, open, say, messages, screenshot } = await given().visit(PHONE);
    await open();
    await say('one', 'You said: one');
    given().service.clock.advance(1_801);
    await field.fill('two');
    await field.press('Enter');
    const restart = panel.getByRole('button', { name: 'Start a new conversation' });
    await restart.waitFor();
    await screenshot('phone-9-ended');
    await focusOn(page, { text: 'Start a new conversation' });
    await restart.click();
    await panel.getByText('This is a new one').waitFor();
    await log.getByText('Hello. Ask me').nth(1).waitFor();
    expect(await field.inputValue()).to.equal('two');
    await focusOn(page, { id: 'pa-message' });
    expect(await messages()).to.have.length(4);
  });

  it('says that it is not available where the service takes no conversation, and can be tried again', async () => {
    const { page, panel, launcher, log } = await given().visit({
      prepare: (page) =>
        page.route('**/api/chat/token', (route) => route.fulfill({ status: 403, json: {} }), { times: 1 }),
    });
    await launcher.click();
    await panel.getByText('cannot be used at the moment').waitFor();
    expect(await remembered(page)).to.equal(null);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await log.getByText('Hello. Ask me').waitFor();
  });

  it('says that it did not open where its parts cannot be fetched, and opens when they can', async () => {
    const { page, launcher, log } = await given().visit();
    await page.context().setOffline(true);
    await launcher.click();
    await page.getByRole('alert').getByText('This did not open').waitFor();
    expect(await launcher.innerText()).to.equal('Ask about your privacy');
    await page.context().setOffline(false);
    await launcher.click();
    await log.getByText('Hello. Ask me').waitFor();
    expect(await page.getByText('This did not open').count()).to.equal(0);
  });

  it('opens with a widget.js from the browser’s cache whose panel is not there any more', async () => {
    const { open } = await given().visit({
      prepare: (page) => page.route('**/assets/panel-*.js', (route) => route.fulfill({ status: 404 })),
    });
    await open();
  });

  it('leaves quickly: no panel, nothing remembered, and no way back', async () => {
    const { page, panel, open, say } = await given().visit({
      prepare: (page) =>
        page.route('https://www.bbc.co.uk/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }),
        ),
    });
    await page.goto(`${given().service.url}/?first`);
    await open();
    await say('one', 'You said: one');
    expect(await remembered(page)).to.contain('"open":true');
    await panel.getByRole('link', { name: 'Exit this page quickly' }).click();
    await page.getByText('Weather').waitFor();
    await page.goBack();
    expect(page.url()).to.equal(`${given().service.url}/`);
    expect(await remembered(page)).to.equal(null);
  });
});
