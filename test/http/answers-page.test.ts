import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { expect } from 'chai';
import { answersPage } from '../../src/http/answers-page/page.js';
import { sectionsOf, type Section } from '../../src/http/answers-page/sections.js';
import { countInWords, found, searchWords } from '../../widget/content/answer-search.js';
import { startHttpService, type HttpService } from '../support/http-service.js';
import { knowledge } from '../widget/real-service.js';
import { SITE } from './a-site.js';

/** Ids of the answers that a page shows. */
const shownIn = (html: string): string[] =>
  [...html.matchAll(/<article id="([^"]+)"( hidden)?>/g)].flatMap(([, id = '', hidden]) => (hidden ? [] : [id]));

/** "Your rights (rights) > Access (access)" */
const outline = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ title, entries, parts }) => [
    `${title}: ${entries.map(({ id }) => id).join(', ')}`,
    ...outline(parts).map((line) => `- ${line}`),
  ]);

describe('the page with all answers', () => {
  it('has them by section, in the order of the notice, and then what the notice does not say', () => {
    expect(outline(sectionsOf(SITE.entries))).to.deep.equal([
      'Your rights: rights',
      '- Access: access',
      'Who we share information with: sharing',
      'What the notice does not say: bins',
    ]);
  });

  it('has each answer with its words, its quotes, a link into the notice, and an address of its own', () => {
    const page = answersPage(SITE, '');
    expect(page).to.contain('<h3>Who the council shares with</h3>');
    expect(page).to.contain(
      '<p>With <strong>partners</strong> &amp; the police. See <a href="https://www.example.gov.uk/"',
    );
    expect(page).to.contain(
      '<blockquote><p>We share it:</p><ul><li>with partners</li><li>with the police</li></ul></blockquote>',
    );
    expect(page).to.contain('href="https://www.example.gov.uk/privacy#:~:text=We%20share%20it%3A,with%20the%20police"');
    expect(page).to.contain('<div id="sharing-quote-1">').and.contain('href="#sharing"');
    expect(page)
      .to.contain('<section id="section-your-rights-access"')
      .and.contain('href="#section-your-rights-access"');
  });

  it('leads from an answer to others and to requests, and not to small talk or to nowhere', () => {
    const [, article = ''] = /<article id="sharing">([\s\S]*?)<\/article>/.exec(answersPage(SITE, '')) ?? [];
    const links = [...article.matchAll(/<li>\s*<a href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).to.deep.equal([
      '#sharing',
      '#access',
      '/chat?message=Ask%20for%20a%20copy%20of%20your%20information',
    ]);
  });

  it('finds words without a script, and says how many answers have them', () => {
    const page = answersPage(SITE, 'the police');
    expect(shownIn(page)).to.deep.equal(['sharing']);
    expect(page).to.match(/<p id="count" role="status">1 answer<\/p>/);
    expect(page).to.contain('value="the police"');
    expect(page).to.match(/<section id="section-your-rights" [^>]*hidden>/);
    const none = answersPage(SITE, '<zebra>');
    expect(shownIn(none)).to.deep.equal([]);
    expect(none).to.match(/<p id="nothing">/);
    expect(none)
      .to.contain('value="&lt;zebra&gt;"')
      .and.contain('/chat?message=%3Czebra%3E')
      .and.not.contain('<zebra>');
  });
});

describe('the page with all answers of the real council', () => {
  const site = knowledge();
  const page = answersPage(site, '');
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);

  it('has every answer, and every signpost, once', () => {
    const expected = site.entries.flatMap(({ id, act }) => (act === 'answer' || act === 'beyond' ? [id] : []));
    expect(shownIn(page).toSorted()).to.deep.equal(expected.toSorted());
  });

  it('has each address once, and each link within it leads somewhere', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).to.deep.equal([]);
    const links = new Set([...page.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id));
    expect([...links].filter((id) => !ids.includes(id))).to.deep.equal([]);
    expect(links.size).to.be.above(300);
  });
});

describe('looking for answers', () => {
  for (const [query, words] of [
    ['', []],
    ['What do you do with it?', []],
    ['Do you SELL my data?', ['sell', 'data']],
    ['cookies and sharing', ['cook', 'shar']],
    ['council’s policies', ['council', 'polic']],
    ['a b c', []],
  ] as const) {
    it(`looks for ${JSON.stringify(words)} in ${JSON.stringify(query)}`, () => {
      expect(searchWords(query)).to.deep.equal(words);
    });
  }

  it('finds what has most of the words, at the beginning of a word', () => {
    const texts = ['Cookies on our website', 'Blocking cookies', 'Unblocked drains', 'Cars'];
    expect(found(searchWords('block cookies'), texts)).to.deep.equal([false, true, false, false]);
    expect(found(searchWords('cookie'), texts)).to.deep.equal([true, true, false, false]);
    expect(found(searchWords('zebra'), texts)).to.deep.equal([false, false, false, false]);
    expect(found([], texts)).to.deep.equal([true, true, true, true]);
  });

  it('takes long and odd questions in its stride', () => {
    const began = performance.now();
    found(searchWords(`${'a’'.repeat(20_000)} ${'ingesies'.repeat(5_000)}`), ['x '.repeat(50_000)]);
    expect(performance.now() - began).to.be.below(500);
  });

  it('counts in words', () => {
    expect([0, 1, 2].map(countInWords)).to.deep.equal(['No answer has these words.', '1 answer', '2 answers']);
  });
});

describe('pages over the network', () => {
  let service: HttpService;
  beforeEach(async () => {
    service = await startHttpService({ site: SITE });
  });
  afterEach(() => service.close());

  /** Without what `fetch` does by itself: it asks for compression, and undoes it. */
  const get = (
    path: string,
    headers: Record<string, string>,
  ): Promise<{ headers: Record<string, unknown>; body: Buffer }> =>
    new Promise((resolve, reject) => {
      request(`${service.url}${path}`, { headers, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
      })
        .on('error', reject)
        .end();
    });

  it('are compressed where that is understood', async () => {
    const plain = await get('/answers', {});
    expect(plain.headers).to.not.have.property('content-encoding');
    for (const accepted of ['gzip', 'br, gzip;q=0.8', 'deflate,GZIP']) {
      const { headers, body } = await get('/answers', { 'Accept-Encoding': accepted });
      expect(headers['content-encoding'], accepted).to.equal('gzip');
      expect(headers['vary']).to.contain('Accept-Encoding');
      expect(gunzipSync(body).equals(plain.body)).to.equal(true);
    }
    for (const accepted of ['identity', 'gzip;q=0', 'gzip;q=0.0', 'xgzip'])
      expect((await get('/answers', { 'Accept-Encoding': accepted })).headers, accepted).to.not.have.property(
        'content-encoding',
      );
  });

  it('may be kept by caches, but not what somebody looked for', async () => {
    expect((await get('/answers', {})).headers['cache-control']).to.equal('public, max-age=300');
    expect((await get('/answers?q=police', {})).headers['cache-control']).to.equal('no-store');
  });

  it('have nothing inline, and a policy that would not let it', async () => {
    for (const path of ['/answers', '/accessibility', '/chat']) {
      const { headers, body } = await get(path, {});
      expect(headers['content-security-policy'], path).to.be.a('string').that.does.not.contain('unsafe');
      expect(String(body), path).to.not.match(/<style|\sstyle=|\son\w+=|javascript:/i);
      expect(String(body), path).to.contain('lang="en-GB"').and.contain('Exit this page quickly');
    }
  });

  it('say honestly how accessible they are, and who to tell', async () => {
    const page = String((await get('/accessibility', {})).body);
    for (const said of [
      'partially compliant',
      'WCAG',
      'Equality Advisory',
      'dpo@example.gov.uk',
      'not yet tested by people',
    ])
      expect(page.replace('Web Content Accessibility Guidelines', 'WCAG')).to.contain(said);
  });

  it('are not there where the app gave no council', async () => {
    await service.close();
    service = await startHttpService();
    for (const path of ['/chat', '/answers', '/accessibility'])
      expect((await fetch(`${service.url}${path}`)).status, path).to.equal(404);
  });
});
