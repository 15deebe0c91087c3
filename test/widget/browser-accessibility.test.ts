import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { until } from '../support/until.js';
import { describeInBrowser, DESKTOP, PHONE, type WidgetPage } from '../support/widget-browser.js';
import { expectAccessible } from './axe.js';
import { expectInOrder, slugOf } from './in-order.js';
import { tooWide } from './layout.js';

/** The element with the focus, through shadow roots: "button Send", or "body". */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    if (!inside || inside === document.body) return 'body';
    const words = inside.getAttribute('aria-label') ?? (inside.tagName === 'TEXTAREA' ? '' : inside.textContent);
    return `${inside.tagName.toLowerCase()} ${words}`.trim();
  });

const LONG = `${'Llanfairpwllgwyngyll'.repeat(12)} https://www.example.gov.uk/${'a/very/long/path/'.repeat(12)}`;

/** Each state that the panel can be in, and how it is come by. */
const STATES: readonly (readonly [string, (widget: WidgetPage) => Promise<void>])[] = [
  ['open', async () => undefined],
  ['an answer with quotes', ({ say }) => say('Who do you share it with?', /shares your information/)],
  [
    'an answer that was judged',
    async ({ log, say }) => {
      await say('Who do you share it with?', /shares your information/);
      await log.getByRole('button', { name: 'Yes' }).click();
      await log.getByText('You said: This answered my question').waitFor();
    },
  ],
  ['choices', ({ say }) => say('Can I have a copy?', /Shall I take/)],
  [
    'dead choices',
    async ({ say }) => {
      await say('Can I have a copy?', /Shall I take/);
      await say('yes', 'What is your full name?');
    },
  ],
  ['a request that was sent', ({ say }) => say('send', /4 January 2027/)],
  ['danger', ({ say }) => say('danger', /If you are in danger/)],
  ['a long word', ({ say }) => say(LONG, /You said: Llan/)],
  [
    'an error at the field',
    async ({ field, panel }) => {
      await field.fill('a'.repeat(2_001));
      await field.press('Enter');
      await panel.getByText('too long').waitFor();
    },
  ],
  [
    'offline with a message that waits',
    async ({ page, field, panel }) => {
      await page.context().setOffline(true);
      await field.fill('Hello?');
      await field.press('Enter');
      await panel.getByText('Not sent yet').waitFor();
    },
  ],
];

describeInBrowser('the widget’s accessibility', (given) => {
  it('is without fault while it is closed, on the page around it as well', async () => {
    for (const options of [DESKTOP, PHONE]) {
      const { page, launcher } = await given().visit(options);
      await launcher.waitFor();
      await expectAccessible(page, options === PHONE ? 'widget-closed-phone' : 'widget-closed-desktop');
    }
  });

  for (const [state, reach] of STATES) {
    it(`is without fault, in the light, in the dark, and at 320 pixels: ${state}`, async () => {
      const widget = await given().visit(DESKTOP);
      await widget.open();
      await reach(widget);
      await expectInOrder(widget, `state-${slugOf(state)}`);
    });
  }

  it('can be used at 400 % zoom: all of it scrolls one way, and the field is in reach', async () => {
    const widget = await given().visit({ viewport: { width: 320, height: 256 } });
    await widget.open();
    await widget.say('Can I have a copy?', /Shall I take/);
    expect(await tooWide(widget.page)).to.deep.equal([]);
    await widget.page.keyboard.type('yes');
    const box = await widget.field.boundingBox();
    // Half a pixel is lost to rounding at this zoom.
    expect(box?.y).to.be.within(0, 256 - (box?.height ?? 0) + 0.5);
    await widget.screenshot('zoom-400');
  });

  it('is opened, used and closed by keyboard, and gives the focus back', async () => {
    const { page, log, panel } = await given().visit();
    for (let tabs = 0; tabs < 12 && !(await focused(page)).startsWith('button Ask'); tabs += 1)
      await page.keyboard.press('Tab');
    expect(await focused(page)).to.equal('button Ask about your privacy');
    await page.keyboard.press('Enter');
    await log.getByText('Hello. Ask me').waitFor();
    expect(await focused(page)).to.equal('textarea');
    await page.keyboard.type('copy');
    await page.keyboard.press('Enter');
    await log.getByText('Shall I take').waitFor();
    const order: string[] = [];
    for (let tabs = 0; tabs < 9; tabs += 1) {
      await page.keyboard.press('Shift+Tab');
      order.push(await focused(page));
    }
    expect(order).to.deep.equal([
      'button No, just a question',
      'button Yes, start',
      'a Accessibility (opens in new tab)',
      'a All answers on one page (opens in new tab)',
      'div Conversation',
      'a Exit this page quickly',
      'button Save or delete',
      'button Close the privacy assistant',
      // Beside the page, not in front of it: the page goes on.
      'a a page with all answers',
    ]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await focused(page)).to.equal('button Ask about your privacy');
  });

  it('keeps the focus where the page has it, when Escape only clears the view', async () => {
    const { page, panel, open } = await given().visit();
    await open();
    await page.getByRole('link', { name: 'published privacy notice' }).focus();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await focused(page)).to.equal('a published privacy notice');
  });

  it('in front of a small page keeps the focus in, and begins at the heading', async () => {
    const { page, panel, launcher, open } = await given().visit(PHONE);
    await open();
    expect(await focused(page)).to.equal('h2 Ask about your privacy');
    const seen = new Set<string>();
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await page.keyboard.press('Tab');
      seen.add(await focused(page));
    }
    // "body" stands for the browser's own controls.
    expect([...seen]).to.have.members([
      'button Close the privacy assistant',
      'button Save or delete',
      'a Exit this page quickly',
      'div Conversation',
      'a All answers on one page (opens in new tab)',
      'a Accessibility (opens in new tab)',
      'textarea',
      'button Send',
      'body',
    ]);
    await page.getByRole('button', { name: 'Close the privacy assistant' }).click();
    await panel.waitFor({ state: 'hidden' });
    await launcher.waitFor();
    expect(await focused(page)).to.equal('button Ask about your privacy');
  });

  it('stays open, with its focus, when the window becomes small and large again', async () => {
    const { page, panel, field, open } = await given().visit();
    await open();
    await field.fill('half a sent');
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const isModal = (): Promise<boolean> => panel.evaluate((dialog) => dialog.matches(':modal'));
      await until(async () => (await isModal()) === width < 480, `it to fit ${width} pixels`, 20_000);
      expect(await focused(page)).to.equal('textarea');
      expect(await field.inputValue()).to.equal('half a sent');
    }
  });

  it('announces each message once, with its speaker', async () => {
    const widget = await given().visit();
    await widget.open();
    await widget.log.evaluate((log) => {
      const added: string[] = [];
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) added.push(node.textContent ?? '');
      }).observe(log, { childList: true, subtree: true });
      Object.assign(window, { added });
    });
    await widget.say('Can I have a copy?', /Shall I take/);
    await widget.log.getByRole('button', { name: 'Yes, start' }).click();
    await widget.log.getByText('What is your full name?').waitFor();
    // The field is another one now: for a name.
    await widget.page.getByLabel('Your full name').fill('Ann');
    await widget.page.getByLabel('Your full name').press('Enter');
    await widget.log.getByText('You said: Ann').waitFor();
    const added = await widget.page.evaluate<string[]>('added');
    expect(added.map((text) => text.slice(0, 24))).to.deep.equal([
      'You: Can I have a copy?',
      'Assistant: You can ask f',
      'You: yes',
      'Assistant: What is your ',
      'You: Ann',
      'Assistant: You said: Ann',
    ]);
    expect(await widget.log.getAttribute('aria-live')).to.equal('polite');
  });

  it('moves nothing for who asked for no motion', async () => {
    const widget = await given().visit({ reducedMotion: 'reduce' });
    await widget.open();
    const held = given().service.bot.hold();
    await widget.field.fill('Hello');
    await widget.field.press('Enter');
    await widget.page.getByText('writing a reply').waitFor();
    const moving = await widget.page.evaluate(() => document.getAnimations().length);
    held.release();
    expect(moving).to.equal(0);
  });

  it('can be made out in forced colours', async () => {
    const widget = await given().visit({ ...PHONE, forcedColors: 'active' });
    await widget.screenshot('forced-colours-closed');
    await widget.open();
    await widget.say('send', /4 January 2027/);
    await widget.say('Can I have a copy?', /Shall I take/);
    await widget.screenshot('forced-colours-open');
    for (const part of ['.you .bubble', '.assistant .bubble', '.sent', '.choice', '.exit']) {
      const border = await widget.panel
        .locator(part)
        .first()
        .evaluate((element) => getComputedStyle(element).borderTopWidth);
      expect(parseFloat(border), part).to.be.at.least(1);
    }
  });
});
