/**
 * The accessibility statement that the law asks of public bodies: The Public Sector Bodies (Websites and Mobile
 * Applications) (No. 2) Accessibility Regulations 2018, in the form of the government's sample statement.
 */
import { markup, type Html } from '../../../widget/content/html.js';
import { framed } from './frame.js';
import type { SiteCouncil } from './site.js';

/** When what it says was last tested. */
const TESTED = '25 November 2026';

export function accessibilityPage(council: SiteCouncil): string {
  const mailbox = markup`<a href="mailto:${council.dpoMailbox}">${council.dpoMailbox}</a>`;
  const main = markup`${aim(council)} ${otherWays(mailbox)} ${faults} ${testing} ${complaints(mailbox)}
    <p class="note">This statement was prepared on ${TESTED}.</p>`;
  return framed({ council, title: 'Accessibility', page: 'accessibility', main });
}

function aim(council: SiteCouncil): Html {
  return markup`<h1>Accessibility of the privacy assistant</h1>
    <p class="lead">
      This statement is about the chat, the page with all answers, and this page. It does not cover the rest of
      ${council.shortName} Council’s website.
    </p>
    <p>We want as many people as possible to be able to use them. You should be able to:</p>
    <ul>
      <li>do everything with a keyboard alone, or with speech recognition software</li>
      <li>listen to everything with a screen reader</li>
      <li>zoom in up to 400% without text going off the screen</li>
      <li>change colours, contrast, fonts and the space between letters</li>
      <li>use the chat on a phone, in the dark, without animation, and without JavaScript</li>
    </ul>
    <p>
      The text is written for a reading age of 9 to 11 where that is possible. The words of the privacy notice itself
      are quoted as they are, and can be harder to read.
    </p>`;
}

function otherWays(mailbox: Html): Html {
  return markup`<h2>If the chat does not work for you</h2>
    <ul>
      <li>
        Use <a href="/chat?plain=1">the chat as plain pages</a>. It has no script, and nothing on it changes by itself.
      </li>
      <li>Read <a href="/answers">all answers on one page</a>. You can print it.</li>
      <li>
        Write to a person at ${mailbox}. You can also ask there for the privacy notice in another format, such as large
        print, easy read, audio or braille. You do not have to use the chat to make a request.
      </li>
    </ul>`;
}

const faults = markup`<h2>What is not accessible</h2>
  <p>These are the faults that we know of:</p>
  <ul>
    <li>The assistant reads English only. It has no version in British Sign Language or in easy read.</li>
    <li>
      A link that leads into the privacy notice marks the quoted words there. Some browsers do not do that, and open the
      notice at its top.
    </li>
    <li>In the plain pages, “Exit this page quickly” cannot take the page out of your browser’s history.</li>
  </ul>`;

const testing = markup`<h2>How it was tested</h2>
  <p>
    Last on ${TESTED}, by the people who built it: with the automatic checks of axe-core in every state of the chat, and
    in a real browser with a keyboard only, at 320 pixels and 400% zoom, with forced colours, a dark screen, more space
    between letters, no animation and no JavaScript. These tests run again with each change.
  </p>
  <p>
    It was not yet tested by people who use assistive technology every day, and not by anybody independent. Until that
    is done we do not claim more than we know.
  </p>
  <h2>Technical information</h2>
  <p>
    We aim at the Web Content Accessibility Guidelines version 2.2, level AA. The tests found no failure of it. Because
    nobody independent has checked that, we say that these pages are <strong>partially compliant</strong>.
  </p>`;

function complaints(mailbox: Html): Html {
  return markup`<h2>Tell us about a problem</h2>
    <p>
      If you find a problem, or something is hard to use, write to ${mailbox}. Say which page it was, and which browser
      or aids you used.
    </p>
    <h2>If you are not happy with the answer</h2>
    <p>
      The Equality and Human Rights Commission enforces the accessibility regulations of 2018. If you are not happy with
      how the council responds, contact the
      <a href="https://www.equalityadvisoryservice.com/" rel="noreferrer">Equality Advisory and Support Service</a>.
    </p>`;
}
