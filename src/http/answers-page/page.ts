/** The page with all answers: by section of the notice, to be read, searched, linked to and printed. */
import { markdownAsHtml, quoteAsHtml } from '../../../widget/content/as-html.js';
import { countInWords, found, searchWords } from '../../../widget/content/answer-search.js';
import { markup, type Html } from '../../../widget/content/html.js';
import { framed } from '../public/frame.js';
import type { Site, SiteEntry } from '../public/site.js';
import { sectionsOf, type Section } from './sections.js';

/** Longer questions are cut. Characters. */
export const MOST_QUERY = 200;

/** What has to be said without a script: which answers are shown. */
interface Shown {
  readonly shows: (entry: SiteEntry) => boolean;
  /** Of every entry, by its id: where a link to it leads. */
  readonly byId: ReadonlyMap<string, SiteEntry>;
  readonly noticeUrl: string;
}

/** @param query what is looked for; '' for everything. */
export function answersPage({ council, entries }: Site, query: string): string {
  const sections = sectionsOf(entries);
  const all = sections.flatMap(entriesIn);
  const words = searchWords(query);
  const results = found(words, all.map(wordsOf));
  const visible = new Set(all.filter((_entry, index) => results[index]));
  const shown: Shown = {
    shows: (entry) => visible.has(entry),
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    noticeUrl: council.noticeUrl,
  };
  const main = markup`<h1>All answers on one page</h1>
    <p class="lead">
      Everything that the privacy assistant can tell you from ${council.shortName} Council’s privacy notice, in the
      order of the notice. Under each answer are the words of the notice that it relies on.
    </p>
    ${searchForm(query, words.length > 0 ? visible.size : undefined)} ${requestList(entries)}
    ${contents(sections, shown)} ${sections.map((section) => sectionAsHtml(section, shown, 2))}`;
  const head = markup`<script src="/assets/answers-page.js" defer></script>`;
  return framed({ council, title: query ? `“${query}” in all answers` : 'All answers', page: 'answers', main, head });
}

const entriesIn = ({ entries, parts }: Section): readonly SiteEntry[] => [...entries, ...parts.flatMap(entriesIn)];

const wordsOf = ({ title, answer = '', quotes = [] }: SiteEntry): string =>
  [title, answer, ...quotes.map(({ text, section }) => `${text} ${section}`)].join(' ');

/** @param count how many were found; undefined where nothing was looked for. */
function searchForm(query: string, count: number | undefined): Html {
  return markup`<form class="search" role="search" action="/answers" method="get">
    <label for="q">Search the answers</label>
    <p class="hint" id="q-hint">For example: cookies, or how long you keep my details</p>
    <div class="row">
      <input
        id="q"
        name="q"
        type="search"
        maxlength="${MOST_QUERY}"
        value="${query}"
        aria-describedby="q-hint"
        autocomplete="off"
      />
      <button type="submit">Search</button>
    </div>
    <p id="count" role="status">${count !== undefined && countInWords(count)}</p>
    <p id="nothing"${count !== 0 && markup` hidden`}>
      Try other words, <a href="/answers">show all answers</a>, or
      <a href="/chat?message=${encodeURIComponent(query)}">ask the assistant</a>, which knows more words for things.
    </p>
  </form>`;
}

function requestList(entries: readonly SiteEntry[]): Html | undefined {
  const requests = entries.filter(({ act }) => act === 'request');
  if (requests.length === 0) return undefined;
  return markup`<details>
    <summary>Requests that you can make with the assistant</summary>
    <ul>
      ${requests.map(({ title }) => markup`<li><a href="${chatAbout(title)}">${title}</a></li>`)}
    </ul>
  </details>`;
}

/** The title is written into the field, to be sent. */
const chatAbout = (title: string): string => `/chat?message=${encodeURIComponent(title)}`;

function contents(sections: readonly Section[], shown: Shown): Html {
  const item = (section: Section): Html =>
    markup`<li${hiddenUnless(section, shown)}><a href="#${section.id}">${section.title}</a>${
      section.parts.length > 0 &&
      markup`<ul>
        ${section.parts.map(item)}
      </ul>`
    }</li>`;
  return markup`<nav class="contents" aria-labelledby="contents"${!sections.some((section) => isShown(section, shown)) && markup` hidden`}>
    <h2 id="contents">Sections of the notice</h2>
    <ul>
      ${sections.map(item)}
    </ul>
  </nav>`;
}

const isShown = (section: Section, { shows }: Shown): boolean => entriesIn(section).some(shows);

const hiddenUnless = (section: Section, shown: Shown): Html | false => !isShown(section, shown) && markup` hidden`;

/** @param level of its heading. */
function sectionAsHtml(section: Section, shown: Shown, level: 2 | 3): Html {
  const { id, title, entries, parts } = section;
  const heading = level === 2 ? markup`<h2 id="${id}-title">${title}</h2>` : markup`<h3 id="${id}-title">${title}</h3>`;
  return markup`<section id="${id}" aria-labelledby="${id}-title"${hiddenUnless(section, shown)}>
    ${heading} ${entries.map((entry) => entryAsHtml(entry, shown, level === 2 ? 'h3' : 'h4'))}
    ${parts.map((part) => sectionAsHtml(part, shown, 3))}
  </section>`;
}

function entryAsHtml(entry: SiteEntry, shown: Shown, level: 'h3' | 'h4'): Html {
  const { id, title, answer = '', quotes = [] } = entry;
  const heading = level === 'h3' ? markup`<h3>${title}</h3>` : markup`<h4>${title}</h4>`;
  return markup`<article id="${id}"${!shown.shows(entry) && markup` hidden`}>
    ${heading} ${markdownAsHtml(answer)}
    ${quotes.map((quote, index) => markup`<div id="${id}-quote-${index + 1}">${quoteAsHtml({ ...quote, url: shown.noticeUrl })}</div>`)}
    ${furtherLinks(entry, shown)}
  </article>`;
}

function furtherLinks({ id, title, followUps = [] }: SiteEntry, { byId }: Shown): Html {
  const others = followUps.flatMap((other) => byId.get(other) ?? []).flatMap(linkTo);
  return markup`<ul class="further">
    <li>
      <a href="#${id}">Link to this answer<span class="unseen">: ${title}</span></a>
    </li>
    ${others.map((link) => markup`<li>${link}</li>`)}
  </ul>`;
}

/** An answer is on this page; a request is made in the chat; what else there is, is talk. */
function linkTo({ id, act, title }: SiteEntry): Html[] {
  if (act === 'request') return [markup`<a href="${chatAbout(title)}">${title}</a>`];
  return act === 'answer' || act === 'beyond' ? [markup`<a href="#${id}">${title}</a>`] : [];
}
