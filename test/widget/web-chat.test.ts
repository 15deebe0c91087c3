/** Real Web Chat, unchanged, against the same server. It is a development dependency, and may be left out. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../support/app.js';
import { startOtherWebsite, type OtherWebsite } from '../support/other-website.js';
import { describeWithBot } from './with-bot.js';

const BUNDLES = join(ROOT, 'node_modules', 'botframework-webchat', 'dist');

/** As Microsoft's documentation embeds it. */
const page = (service: string): string => `<!DOCTYPE html><html lang="en"><title>Council</title>
<div id="chat" style="height: 600px"></div><script src="/webchat.js"></script><script>
  fetch('${service}/api/chat/token', { method: 'POST' }).then((answer) => answer.json()).then(({ token, userId }) => {
    const directLine = window.WebChat.createDirectLine({ token, domain: '${service}/v3/directline' });
    window.WebChat.renderWebChat({ directLine, userID: userId, locale: 'en-GB' }, document.getElementById('chat'));
  });
</script>`;

const isInstalled = existsSync(BUNDLES);
if (!isInstalled) console.log('Web Chat was skipped: botframework-webchat is not installed.');

for (const bundle of isInstalled ? ['webchat.js', 'webchat-minimal.js'] : []) {
  const path = join(BUNDLES, bundle);
  describeWithBot(`Web Chat, unchanged (${bundle})`, (given) => {
    let website: OtherWebsite | undefined;
    afterEach(async () => {
      await website?.close();
      website = undefined;
    });

    it('holds a conversation, answer, follow-up and request', async () => {
      website = await startOtherWebsite(page(given().service.url));
      const { page: tab, screenshot } = await given().visit({
        url: website.url,
        prepare: (tab) => tab.route('**/webchat.js', (route) => route.fulfill({ path })),
      });
      const field = tab.locator('[data-id="webchat-sendbox-input"]');
      const transcript = tab.locator('.webchat__basic-transcript');
      const tell = async (text: string, reply: RegExp): Promise<void> => {
        await field.fill(text);
        await field.press('Enter');
        await transcript.getByText(reply).last().waitFor();
      };
      await tell('do you sell my details?', /does not sell your personal information/);
      await tell('who do you share them with then?', /share/);
      await tell(
        'I want to see all the records that parking holds on me. I am Ruth Abara.',
        /How should the council reach you/,
      );
      await tell('07700 900123', /Which dates is it about/);
      await tab.getByRole('button', { name: 'Any time' }).click();
      await transcript
        .getByText(/help find the records/)
        .last()
        .waitFor();
      await screenshot(`web-chat-${bundle}`);
      expect(given().service.requests).to.deep.equal([]);
    });
  });
}
