import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { PHONE } from '../support/widget-browser.js';
import { focusOn } from './focus.js';
import { ACCESS, describeWithBot, type RealPage } from './with-bot.js';

const remembered = (page: Page): Promise<string | null> =>
  page.evaluate(() => sessionStorage.getItem('privacy-assistant'));

const openMenu = ({ panel }: RealPage): Promise<void> => panel.getByRole('button', { name: 'Save or delete' }).click();

describeWithBot('keeping and deleting a conversation', (given) => {
  it('offers nothing to save or delete before something was said', async () => {
    const widget = await given().visit();
    await widget.openPanel();
    await openMenu(widget);
    expect(await widget.panel.locator('#pa-keeping').innerText()).to.contain('Once you have written something');
    expect(await widget.panel.locator('#pa-keeping button').count()).to.equal(0);
  });

  for (const [name, ending, words] of [
    ['Save as text', 'txt', 'The council does not sell'],
    ['Save as a web page', 'html', '<blockquote><p>'],
  ] as const) {
    it(`saves it on the person’s own device: ${name}`, async () => {
      const widget = await given().visit();
      const { page, panel, openPanel, tell, complaints } = widget;
      await openPanel();
      await tell('do you sell my details?', /does not sell/);
      await openMenu(widget);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name }).click(),
      ]);
      expect(download.suggestedFilename()).to.match(new RegExp(`^privacy-chat-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
      const contents = await readFile(await download.path(), 'utf8');
      expect(contents).to.contain('do you sell my details?').and.contain(words);
      expect(contents).to.match(/Assistant, \d+ \w+ at \d\d:\d\d/);
      expect(requests.filter((url) => !url.startsWith('blob:'))).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('asks before it deletes, says what stays, and moves the focus with what it asks', async () => {
    const widget = await given().visit(PHONE);
    const { page, panel, openPanel, tell, screenshot } = widget;
    await openPanel();
    await tell('do you sell my details?', /does not sell/);
    await openMenu(widget);
    await screenshot('keeping-1-menu');
    await panel.getByRole('button', { name: 'Delete this chat', exact: true }).click();
    await focusOn(page, { text: 'Delete this chat?' });
    const question = await panel.getByRole('group', { name: 'Delete this chat?' }).innerText();
    expect(question).to.contain('A request that you sent is not deleted').and.contain('It is not passed on');
    await screenshot('keeping-2-question');
    await panel.getByRole('button', { name: 'No, keep it' }).click();
    await focusOn(page, { text: 'Save as text' });
    await tell('who is capita?', /Capita/);
  });

  it('deletes it from the service and from this tab, and nothing that was begun is passed on', async () => {
    const widget = await given().visit(PHONE);
    const { page, panel, log, field, openPanel, tell, screenshot } = widget;
    await openPanel();
    for (const [said, next] of ACCESS.slice(0, 3)) await tell(said, next);
    await field.fill('half a');
    const id = (JSON.parse((await remembered(page)) ?? '{}') as { session: { conversationId: string } }).session
      .conversationId;
    expect(await given().service.conversations.find(id)).to.be.an('object');
    await openMenu(widget);
    await panel.getByRole('button', { name: 'Delete this chat', exact: true }).click();
    await panel.getByRole('button', { name: 'Yes, delete it' }).click();
    await panel.getByText('Your chat has been deleted.').waitFor();
    await screenshot('keeping-3-deleted');
    expect(await given().service.conversations.find(id)).to.equal(undefined);
    expect(await given().service.conversations.pending(new Date(Date.UTC(2030, 0)))).to.deep.equal([]);
    expect(await remembered(page)).to.equal(null);
    expect(await log.locator('.message').count()).to.equal(0);
    await focusOn(page, { text: 'Start a new conversation' });
    await panel.getByRole('button', { name: 'Start a new conversation' }).click();
    await log.getByText('Hello. I answer').waitFor();
    expect(await field.inputValue()).to.equal('');
    expect(await log.getByText('has ended').count()).to.equal(0);
    await tell('who is capita?', /Capita/);
  });

  it('says so where it could not be deleted, and goes on', async () => {
    const widget = await given().visit({
      prepare: (page) =>
        page.route('**/v3/directline/conversations/*', (route) =>
          route.request().method() === 'DELETE' ? route.abort() : route.continue(),
        ),
    });
    const { page, panel, openPanel, tell } = widget;
    await openPanel();
    await tell('do you sell my details?', /does not sell/);
    await openMenu(widget);
    await panel.getByRole('button', { name: 'Delete this chat', exact: true }).click();
    await panel.getByRole('button', { name: 'Yes, delete it' }).click();
    await panel.getByText('It could not be deleted just now.').waitFor();
    await panel.getByRole('button', { name: 'No, keep it' }).click();
    await tell('who is capita?', /Capita/);
    expect(await remembered(page)).to.be.a('string');
  });

  it('tells another tab that it is over', async () => {
    const widget = await given().visit();
    await widget.openPanel();
    await widget.tell('do you sell my details?', /does not sell/);
    const { session } = JSON.parse((await remembered(widget.page)) ?? '{}') as {
      session: { conversationId: string };
    };
    await given().service.conversations.delete(session.conversationId);
    await widget.field.fill('still there?');
    await widget.field.press('Enter');
    await widget.panel.getByText('This conversation has ended').waitFor();
  });
});
