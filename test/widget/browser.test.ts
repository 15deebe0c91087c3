import { expect } from 'chai';
import { until } from '../support/until.js';
import { REFERENCE } from '../support/widget-bot.js';
import { describeInBrowser, DESKTOP, PHONE } from '../support/widget-browser.js';

describeInBrowser('the widget in a browser', (given) => {
  it('says what it is before the first word', async () => {
    const { page, panel, open, complaints } = await given().visit();
    await open();
    const words = await panel.locator('.intro').innerText();
    for (const said of ['automated', 'nobody is watching', '24 hours', '30 days', 'a person', 'Call 999', 'press 55']) {
      expect(words).to.contain(said);
    }
    expect(await page.locator('privacy-assistant dialog').getAttribute('aria-describedby')).to.equal('pa-about');
    expect(complaints).to.deep.equal([]);
  });

  for (const [device, options] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    it(`holds a conversation on a ${device}`, async () => {
      const { page, log, open, say, messages, screenshot, complaints } = await given().visit(options);
      await screenshot(`${device}-1-closed`);
      await open();
      await screenshot(`${device}-2-open`);
      await say('Who do you share it with?', /shares your information/);
      await screenshot(`${device}-3-answer`);
      await say('Can I have a copy?', /Shall I take your request/);
      await screenshot(`${device}-4-choices`);
      await log.getByRole('button', { name: 'Yes, start' }).click();
      await log.getByText('What is your full name?').waitFor();
      await screenshot(`${device}-5-step`);
      await page.getByLabel('Your full name').fill('send');
      await page.getByLabel('Your full name').press('Enter');
      await log.getByText(/4 January 2027/).waitFor();
      await screenshot(`${device}-6-sent`);
      await say('I am in danger', /If you are in danger/);
      await screenshot(`${device}-7-safety`);
      const speakers = (await messages()).map((text) => text.split(':')[0]);
      expect(speakers).to.deep.equal([
        'Assistant',
        ...Array.from({ length: 10 }, (_, index) => (index % 2 ? 'Assistant' : 'You')),
      ]);
      expect(await page.getByText(REFERENCE).first().isVisible()).to.equal(true);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('shows quotes as quotes, with a link that marks them in the notice', async () => {
    const { log, open, say } = await given().visit();
    await open();
    await say('Who do you share it with?', /shares your information/);
    const quotes = log.locator('figure');
    expect(await quotes.locator('blockquote').first().innerText()).to.match(/^We use a range of companies.*to you\.$/);
    expect(await quotes.nth(1).locator('li').allInnerTexts()).to.deep.equal([
      'to provide services and support to you',
      'because the law says we must',
    ]);
    const link = quotes.first().getByRole('link');
    expect(await link.getAttribute('href')).to.equal(
      'https://www.example.gov.uk/privacy-notices#:~:text=We%20use%20a%20range%20of%20companies,help%20deliver%20our%20services%20to%20you.',
    );
    expect(await link.getAttribute('rel')).to.contain('noopener');
    expect(await quotes.first().locator('cite').innerText()).to.contain('Who we share your information with');
  });

  it('shows no HTML of what is said, by whomever', async () => {
    const { page, log, open, say } = await given().visit();
    await open();
    await say('<img src=x onerror="window.hacked=1"> **bold**', /You said: <img/);
    expect(await log.locator('img').count()).to.equal(0);
    expect(await log.locator('.you').innerText()).to.contain('<img src=x onerror="window.hacked=1"> **bold**');
    expect(await page.evaluate(() => 'hacked' in window)).to.equal(false);
  });

  it('lets buttons be pressed once, and not at all once the conversation has gone on', async () => {
    const { page, log, open, say } = await given().visit();
    await open();
    await say('Can I have a copy?', /Shall I take your request/);
    const [yes, no] = [log.getByRole('button', { name: 'Yes, start' }), log.getByRole('button', { name: 'No, just' })];
    await yes.click();
    await log.getByText('What is your full name?').waitFor();
    expect(await yes.getAttribute('aria-disabled')).to.equal('true');
    expect(await yes.getAttribute('aria-label')).to.equal('Yes, start, (chosen)');
    expect(await no.getAttribute('aria-label')).to.equal('No, just a question, Already answered');
    // Playwright waits for what is disabled to become enabled; a person does not.
    await no.click({ force: true });
    await yes.click({ force: true });
    await page.getByLabel('Your full name').fill('Ann Other');
    await page.getByLabel('Your full name').press('Enter');
    await log.getByText('You said: Ann Other').waitFor();
    expect(given().service.bot.heard).to.deep.equal(['(joined)', 'Can I have a copy?', 'yes', 'Ann Other']);
  });

  it('sends with Enter, and writes a new line with Shift and Enter', async () => {
    const { page, field, log, open } = await given().visit();
    await open();
    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    expect(await field.inputValue()).to.equal('one\ntwo');
    await page.keyboard.press('Enter');
    await log.getByText('You said: one').waitFor();
    expect(given().service.bot.heard.at(-1)).to.equal('one\ntwo');
    expect(await field.inputValue()).to.equal('');
    expect(await log.locator('.you .bubble').innerText()).to.equal('one\ntwo');
  });

  it('counts near the limit, and says what is wrong beyond it, at the field', async () => {
    const { panel, field, open, say, screenshot } = await given().visit();
    await open();
    await field.press('Enter');
    await panel.getByText('Write a message first.').waitFor();
    await field.fill('a'.repeat(1_990));
    await panel.getByText('You have 10 characters left').first().waitFor();
    expect(await panel.locator('#pa-error').innerText()).to.equal('');
    await field.fill('a'.repeat(2_001));
    await field.press('Enter');
    await panel.getByText('Your message is too long').waitFor();
    const described = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const descriptions = await Promise.all(described.map((id) => panel.locator(`#${id}`).innerText()));
    expect(descriptions).to.deep.equal([
      'Your message is too long. Shorten it to 2,000 characters, or send it in parts.',
      'You have 1 character too many',
    ]);
    expect(await field.getAttribute('aria-invalid')).to.equal('true');
    await screenshot('desktop-8-too-long');
    expect(given().service.bot.heard).to.deep.equal(['(joined)']);
    await say('a'.repeat(2_000), /You said: a/);
    expect(await field.getAttribute('aria-invalid')).to.equal(null);
  });

  it('shows that a reply is on its way only where it takes its time', async () => {
    const { page, field, log, open } = await given().visit();
    await open();
    const held = given().service.bot.hold();
    await field.fill('Hello');
    await field.press('Enter');
    const replying = page.getByText('The assistant is writing a reply');
    await replying.waitFor();
    expect(await page.locator('privacy-assistant .replying').getAttribute('role')).to.equal('status');
    held.release();
    await log.getByText('You said: Hello').waitFor();
    await replying.waitFor({ state: 'detached' });
  });

  it('follows the conversation, but leaves alone whoever reads further up', async () => {
    const { page, panel, log, open, say } = await given().visit();
    await open();
    for (let message = 1; message <= 8; message += 1) await say(`Message ${message}`, `You said: Message ${message}`);
    const scroller = panel.locator('.scroller');
    const fromEnd = (): Promise<number> =>
      scroller.evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
    expect(await fromEnd()).to.be.below(5);
    const held = given().service.bot.hold();
    await page.keyboard.type('One more');
    await page.keyboard.press('Enter');
    // One's own message is followed in any case: only after it does the reader go up.
    await log.getByText('One more', { exact: true }).waitFor();
    await scroller.evaluate((element) => element.scrollTo({ top: 0 }));
    held.release();
    await log.getByText('You said: One more').waitFor();
    const behind = panel.getByRole('button', { name: 'New message below' });
    await behind.waitFor();
    expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).to.equal(0);
    await behind.click();
    expect(await fromEnd()).to.be.below(5);
    expect(await behind.count()).to.equal(0);
  });

  it('keeps what was said last in view when a phone’s keyboard comes up', async () => {
    const { page, log, field, open, say } = await given().visit(PHONE);
    await open();
    for (const text of ['one', 'two', 'three']) await say(text, `You said: ${text}`);
    for (const height of [500, 844, 600]) {
      await page.setViewportSize({ width: 390, height });
      const isSeen = async (): Promise<boolean> => {
        const [last, view, input] = [
          await log.locator('.message').last().boundingBox(),
          await log.locator('..').boundingBox(),
          await field.boundingBox(),
        ];
        if (!last || !view || !input || input.y + input.height > height) return false;
        return last.y >= view.y && last.y + last.height <= view.y + view.height;
      };
      await until(isSeen, `the last message to be in view at ${height} pixels`, 20_000);
    }
  });

  it('shows a long answer from where it begins', async () => {
    const { log, open, say } = await given().visit({ viewport: { width: 390, height: 600 } });
    await open();
    await say('Who do you share it with?', /shares your information/);
    const answer = await log.locator('.message').last().boundingBox();
    const scroller = await log.locator('..').boundingBox();
    if (!answer || !scroller) throw new Error('not there');
    expect(answer.height).to.be.above(scroller.height);
    expect(answer.y - scroller.y).to.be.within(0, 20);
  });
});
