import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startOtherWebsite, type OtherWebsite } from '../support/other-website.js';
import { describeInBrowser } from '../support/widget-browser.js';

/** Notes every use of what a page may not touch before somebody asks for it. */
const watchUses = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const uses: string[] = [];
    Object.assign(window, { uses });
    for (const method of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
      const real = Storage.prototype[method];
      Object.defineProperty(Storage.prototype, method, {
        value(this: Storage, ...given: unknown[]): unknown {
          uses.push(method);
          return Reflect.apply(real, this, given);
        },
      });
    }
    Object.defineProperty(document, 'cookie', {
      get: () => {
        uses.push('read cookies');
        return '';
      },
      set: () => void uses.push('set a cookie'),
    });
  });
};

describeInBrowser('the widget on a website', (given) => {
  let website: OtherWebsite | undefined;
  afterEach(async () => {
    await website?.close();
    website = undefined;
  });

  /** @param service "http://127.0.0.1:54321" */
  const embed = async (html: (service: string) => string, policy?: (service: string) => string): Promise<string> => {
    const { url } = given().service;
    website = await startOtherWebsite(`<!DOCTYPE html><html lang="en"><title>Other</title>${html(url)}`, policy?.(url));
    return website.url;
  };
  const tag = (service: string, attributes = ''): string =>
    `<script src="${service}/widget.js" defer ${attributes}></script>`;

  it('asks nothing of the network, and touches no cookie and no storage, until it is opened', async () => {
    const requests: string[] = [];
    const { page, launcher, open } = await given().visit({
      prepare: async (page) => {
        page.on('request', (request) => {
          // The page's own empty icon is in its address.
          if (!request.url().startsWith('data:')) requests.push(new URL(request.url()).pathname);
        });
        await watchUses(page);
      },
    });
    await launcher.waitFor();
    await launcher.hover();
    await page.waitForTimeout(500);
    expect(requests).to.have.members(['/', '/widget.js', '/assets/demo-page.css']);
    expect(await page.evaluate('uses')).to.deep.equal([]);
    expect(await page.context().cookies()).to.deep.equal([]);
    await open();
    expect(requests.some((path) => path.startsWith('/assets/panel-'))).to.equal(true);
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).to.deep.equal([0, 0]);
    expect(await page.context().cookies()).to.deep.equal([]);
  });

  it('is small', () => {
    const { files } = given().widget;
    const panel = Object.keys(files).find((path) => /panel-/.test(path)) ?? '';
    expect(files['widget.js']?.gzipped).to.be.within(500, 5 * 1024);
    expect(files[panel]?.gzipped).to.be.within(5_000, 40 * 1024);
  });

  it('shifts nothing on the page, and leaves no name behind', async () => {
    const names = async (withWidget: boolean): Promise<string[]> => {
      const { page, open } = await given().visit({
        prepare: async (page) => {
          if (!withWidget) await page.route('**/widget.js', (route) => route.fulfill({ body: '' }));
          await page.addInitScript(() => {
            const shifts: number[] = [];
            Object.assign(window, { shifts });
            new PerformanceObserver((list) => shifts.push(list.getEntries().length)).observe({ type: 'layout-shift' });
          });
        },
      });
      if (withWidget) await open();
      expect(await page.evaluate('shifts')).to.deep.equal([]);
      return page.evaluate(() => Object.getOwnPropertyNames(window).sort());
    };
    expect(await names(true)).to.deep.equal(await names(false));
  });

  it('stays where it is under the finger while it is slow to open', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { launcher, log } = await given().visit({
      prepare: (page) =>
        page.route('**/assets/panel-*.js', async (route) => {
          await held;
          await route.continue();
        }),
    });
    const before = await launcher.boundingBox();
    await launcher.click();
    await launcher.getByText('Opening').waitFor();
    expect(await launcher.boundingBox()).to.deep.equal(before);
    release();
    await log.getByText('Hello. Ask me').waitFor();
  });

  it('works on another website, under a policy that allows it nothing more than it needs', async () => {
    const url = await embed(
      (service) => `<h1>Other</h1>${tag(service)}`,
      (service) =>
        `default-src 'none'; script-src ${service}; connect-src ${service} ${service.replace('http', 'ws')}; require-trusted-types-for 'script'`,
    );
    const { panel, open, say, messages, complaints } = await given().visit({ url });
    await open();
    await say('Who do you share it with?', /shares your information/);
    expect(await messages()).to.have.length(3);
    // Its styles are there, although no style element would be.
    expect(await panel.locator('header').evaluate((header) => getComputedStyle(header).backgroundColor)).to.equal(
      'rgb(29, 59, 107)',
    );
    expect(complaints).to.deep.equal([]);
  });

  it('looks the same whatever the page’s styles say', async () => {
    const look = async (styles: string): Promise<unknown> => {
      const url = await embed((service) => `<style>${styles}</style><p>Page</p>${tag(service)}`);
      const { page, open, launcher, panel } = await given().visit({ url });
      await launcher.waitFor();
      const closed = await launcher.boundingBox();
      await open();
      const opened = await panel.boundingBox();
      const words = await panel
        .locator('.intro li')
        .first()
        .evaluate((item) => {
          const { color, fontSize, letterSpacing, textTransform, visibility } = getComputedStyle(item);
          return { color, fontSize, letterSpacing, textTransform, visibility };
        });
      await page.context().close();
      await website?.close();
      return { closed, opened, words };
    };
    const hostile = `
      html { font-size: 62.5% } body { text-transform: uppercase; visibility: hidden; zoom: 1 }
      :not(html, head, body, style, script) { font-size: 40px !important; letter-spacing: 1em !important; color: red !important; transform: rotate(9deg) !important;
          display: inline !important; position: static !important; opacity: 0.1 !important; margin: 50px !important; }
      button, dialog, section, privacy-assistant { display: none !important; }`;
    expect(await look(hostile)).to.deep.equal(await look(''));
  });

  it('follows the person’s own text size, not the page’s', async () => {
    const url = await embed((service) => `<style>html { font-size: 8px }</style>${tag(service)}`);
    const { open, field } = await given().visit({ url });
    await open();
    expect(await field.evaluate((element) => getComputedStyle(element).fontSize)).to.equal('16px');
  });

  it('takes its colours and its font from the page where the page gives them', async () => {
    const url = await embed(
      (service) =>
        `<style>:root { --privacy-assistant-colour: rgb(90, 20, 90); --privacy-assistant-font: Georgia, serif }</style>${tag(service)}`,
    );
    const { launcher } = await given().visit({ url });
    const style = await launcher.evaluate((button) => {
      const { backgroundColor, fontFamily } = getComputedStyle(button);
      return { backgroundColor, fontFamily };
    });
    expect(style).to.deep.equal({ backgroundColor: 'rgb(90, 20, 90)', fontFamily: 'Georgia, serif' });
  });

  it('does as its tag says', async () => {
    const url = await embed(
      (service) => `<input autofocus>${tag(service, 'data-open="true" data-heading="Your data" data-position="left"')}`,
    );
    const { page, panel, log } = await given().visit({ url });
    await log.getByText('Hello. Ask me').waitFor();
    expect(await panel.getByRole('heading', { name: 'Your data' }).count()).to.equal(1);
    expect((await panel.boundingBox())?.x).to.be.below(40);
    // Nobody asked for it, so nobody's focus is taken.
    expect(await page.evaluate(() => document.activeElement?.tagName)).to.equal('INPUT');
    expect(await page.evaluate(() => sessionStorage.length)).to.equal(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Your data' }).waitFor();
  });

  it('is there once where the page names it twice, and in the head without defer', async () => {
    const url = await embed(
      (service) => `<head><script src="${service}/widget.js"></script>${tag(service)}</head><body><p>Page`,
    );
    const { launcher, open, complaints } = await given().visit({ url });
    await launcher.first().waitFor();
    expect(await launcher.count()).to.equal(1);
    await open();
    expect(complaints).to.deep.equal([]);
  });

  it('keeps what is typed from a page that listens to keys', async () => {
    const url = await embed(
      (service) =>
        `<script>heard = []; for (const type of ['keydown', 'keypress', 'keyup']) addEventListener(type, (e) => { heard.push(e.key); if (e.key === '/') e.preventDefault(); })</script>${tag(service)}`,
    );
    const { page, field, open } = await given().visit({ url });
    await open();
    await page.keyboard.type('a/b');
    expect(await field.inputValue()).to.equal('a/b');
    expect(await page.evaluate('heard')).to.deep.equal([]);
  });

  it('is not on paper', async () => {
    const { page, launcher } = await given().visit();
    await launcher.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await launcher.isVisible()).to.equal(false);
  });
});
