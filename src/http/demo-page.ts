/** The demonstration page: a council's page of privacy notices, as plain as can be, with the assistant on it. */

import { markup, type Html } from '../../widget/content/html.js';
import { EXAMPLES } from './public/examples.js';

/** What the page says of the council. `Council` of the knowledge has it all. */
export interface DemoCouncil {
  /** "London Borough of Example" */
  readonly name: string;
  /** "Example" */
  readonly shortName: string;
  /** Where the notice is published, which the assistant answers from. */
  readonly noticeUrl: string;
  /** Where the mail that would have gone out can be read: only in development. */
  readonly devMailPath?: string;
}

/**
 * The page as HTML. Its style sheet is built with the widget, so that it needs nothing but `'self'` in its policy. It
 * has none of the council's branding, and says that it is not the council's website.
 */
export function demoPage({ name, shortName, noticeUrl, devMailPath }: DemoCouncil): string {
  return markup`<!DOCTYPE html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Privacy notices – demonstration for ${name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/demo-page.css" />
        <script src="/widget.js" defer></script>
      </head>
      <body>
        ${top(name, shortName)}
        <div class="width">
          <nav class="breadcrumb" aria-label="Breadcrumb">
            <ol>
              <li>Home</li>
              <li>Your council</li>
              <li>Data protection</li>
              <li aria-current="page">Privacy notices</li>
            </ol>
          </nav>
          <main id="main">${content(noticeUrl)} ${devMailPath !== undefined && mailSection(devMailPath)}</main>
        </div>
        <footer>
          <div class="width">
            <p>
              A demonstration page for ${name}. Requests made here reach nobody at the council unless this service was
              set up to send them.
            </p>
          </div>
        </footer>
      </body>
    </html>`.source;
}

function top(name: string, shortName: string): Html {
  return markup`<a class="skip" href="#main">Skip to main content</a>
    <aside class="banner" aria-label="About this page">
      <p class="width">
        <strong>Demonstration</strong> This is not the website of ${name}. It shows how the privacy assistant looks on a
        council’s page.
      </p>
    </aside>
    <header class="masthead">
      <div class="width">
        <span class="mark" aria-hidden="true"></span>
        <p>${shortName} <span>Council services</span></p>
      </div>
    </header>`;
}

function content(noticeUrl: string): Html {
  return markup`<h1>Privacy notices</h1>
    <p class="lead">
      What information the council has about you, what it does with it, who it shares it with, and how it protects your
      privacy.
    </p>
    <p>The council’s own words are in its <a href="${noticeUrl}" rel="noreferrer">published privacy notice</a>.</p>
    <section class="try" aria-labelledby="try">
      <h2 id="try">Ask instead of reading</h2>
      <p>
        The privacy assistant in the corner of this page answers questions from the notice, with the words that it
        relies on. It can also take a request to the council’s Data Protection Officer. For example:
      </p>
      <ul>
        ${EXAMPLES.map((example) => markup`<li>${example}</li> `)}
      </ul>
      <p>
        It is also there <a href="/chat">as a page of its own</a>, which works without JavaScript, and as
        <a href="/answers">a page with all answers</a>.
      </p>
    </section>
    <h2>Your rights</h2>
    <p>Among other things, you can ask the council to:</p>
    <ul>
      <li>give you a copy of the information that it holds about you</li>
      <li>correct what is wrong, or add what is missing</li>
      <li>delete information, or limit how it is used</li>
      <li>stop a use of your information that you object to</li>
    </ul>
    <p>It is free, and you do not need to give a reason to see your own information.</p>`;
}

function mailSection(path: string): Html {
  return markup`<h2>For whoever tries this out</h2>
    <p>No mail leaves this machine. What would have been sent is <a href="${path}">kept to be read here</a>.</p>`;
}
