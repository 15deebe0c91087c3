import { expect } from 'chai';
import { startApp, type RunningApp } from '../support/app.js';

describe('the pages for residents, of the app that ships', () => {
  let app: RunningApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.end());

  for (const [path, words] of [
    ['/chat', 'This is an automated assistant.'],
    ['/answers', 'Whether the council sells information'],
    ['/accessibility', 'Barnet'],
  ] as const) {
    it(`has ${path}`, async () => {
      const answer = await fetch(`${app.url}${path}`);
      expect(answer.status).to.equal(200);
      expect(await answer.text()).to.contain(words);
    });
  }
});
