/** What the pages for residents have in common: whose they are, the way out, and the way to the others. */
import { markup, type Html, type HtmlPart } from '../../../widget/content/html.js';
import { EXIT, PAGES } from '../../../widget/content/wording.js';
import type { SiteCouncil } from './site.js';

export interface Framed {
  readonly council: SiteCouncil;
  /** Without the council's name, which comes after it. */
  readonly title: string;
  /** Which of the pages it is. */
  readonly page: keyof typeof PAGES;
  /** The content, with the heading. */
  readonly main: HtmlPart;
  /** In the head: scripts that make more of the page, where they run. */
  readonly head?: HtmlPart;
  /** The way out; a link where there is nothing to be forgotten. */
  readonly exit?: Html;
}

const ADDRESSES: Readonly<Record<keyof typeof PAGES, string>> = {
  chat: '/chat',
  answers: '/answers',
  accessibility: '/accessibility',
};

/** The page as HTML; nothing in it needs anything inline. */
export function framed({ council, title, page, main, head, exit = exitLink }: Framed): string {
  return markup`<!DOCTYPE html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${council.shortName} Council</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/public-pages.css" />
        ${head}
      </head>
      <body class="${page}">
        <header class="page-top">
          <a class="skip" href="#main">Skip to main content</a>
          <div class="width">
            <p class="council">${council.shortName} Council <span>Your privacy</span></p>
            ${exit}
          </div>
        </header>
        <main id="main" class="width">${main}</main>
        <footer class="page-foot">
          <nav class="width" aria-label="Pages">
            <ul>
              ${names.map((name) => linkTo(name, name === page))}
              <li><a href="${council.noticeUrl}" rel="noreferrer">The council’s privacy notice</a></li>
            </ul>
          </nav>
        </footer>
      </body>
    </html>`.source;
}

const names = ['chat', 'answers', 'accessibility'] as const;

function linkTo(name: keyof typeof PAGES, isCurrent: boolean): Html {
  return markup`<li><a href="${ADDRESSES[name]}"${isCurrent && markup` aria-current="page"`}>${PAGES[name]}</a></li>`;
}

const exitLink = markup`<a class="exit" href="${EXIT.url}" rel="nofollow noreferrer">${EXIT.label}</a>`;
