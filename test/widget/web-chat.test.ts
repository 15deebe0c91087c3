/** Real Web Chat, unchanged, against the same server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../support/app.js';
import { startOtherWebsite, type OtherWebsite } from '../support/other-website.js';
import { describeWithBot } from './with-bot.js';

const BUNDLES = join(ROOT, 'node_modules', 'botframework-webchat', 'dist');

/** As Microsoft's documentation embeds it, with the event that it has one send for a greeting. */
const page = (service: string): string => `<!DOCTYPE html><html lang="en"><title>Council</title>
<div id="chat" style="height: 600px"></div><script src="/webchat.js"></script><script>
  const store = WebChat.createStore({}, ({ dispatch }) => (next) => (action) => {
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED')
      dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join', value: { language: 'en-GB' } } });
    return next(action);
  });
  fetch('${service}/api/chat/token', { method: 'POST' }).then((answer) => answer.json()).then(({ token, userId }) => {
    const directLine = WebChat.createDirectLine({ token, domain: '${service}/v3/directline' });
    WebChat.renderWebChat({ directLine, store, userID: userId, locale: 'en-GB' }, document.getElementById('chat'));
  });
</script>`;

for (const bundle of ['webchat.js', 'webchat-minimal.js']) {
  const body = readFileSync(join(BUNDLES, bundle), 'utf8');
  describeWithBot(`Web Chat, unchanged (${bundle})`, (given) => {
    let website: OtherWebsite | undefined;
    afterEach(async () => {
      await website?.close();
      website = undefined;
    });

    it('holds a conversation: greeting, answer, follow-up, request, button', async () => {
      website = await startOtherWebsite(page(given().service.url));
      const { page: tab, screenshot } = await given().visit({
        url: website.url,
        prepare: (tab) =>
          tab.route('**/webchat.js', (route) => route.fulfill({ contentType: 'text/javascript; charset=utf-8', body })),
      });
      const field = tab.locator('[data-id="webchat-sendbox-input"]');
      const bubbles = tab.locator('.webchat__bubble');
      /** On the screen, not only in the part for screen readers. */
      const shown = (text: string | RegExp): Promise<void> => bubbles.getByText(text).first().waitFor();
      const tell = async (text: string, reply: RegExp): Promise<void> => {
        await field.fill(text);
        await field.press('Enter');
        await shown(reply);
      };
      await shown(/^Hello\. I answer/);
      await tell('do you sell my details?', /does not sell your personal information/);
      await tell('who do you share them with then?', /share/);
      await tell(
        'I want to see all the records that parking holds on me. I am Ruth Abara.',
        /How should the council reach you/,
      );
      await tell('07700 900123', /Which dates is it about/);
      await tab.getByRole('toolbar', { name: 'Suggested actions' }).getByRole('button', { name: 'Any time' }).click();
      await shown(/help find the records/);
      await screenshot(`web-chat-${bundle}`);
      // Each came once, and what a button sends is said as if it had been written.
      expect(await tab.locator('.webchat__bubble--from-user').last().innerText()).to.match(/any time/i);
      expect(await bubbles.getByText(/^Hello\. I answer/).count()).to.equal(1);
      expect(await bubbles.getByText(/does not sell your personal information/).count()).to.equal(1);
      expect(given().service.requests).to.deep.equal([]);
    });
  });
}
