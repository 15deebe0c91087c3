/** The pages beside the chat: the question whether to delete it, and what is said where something is wrong. */
import { markup } from '../../../widget/content/html.js';
import { KEEPING } from '../../../widget/content/wording.js';
import { framed } from '../public/frame.js';
import type { SiteCouncil } from '../public/site.js';
import { leaveForm } from './page.js';
import { hidden } from './transcript.js';
import { PLAIN } from './wording.js';

/** @param form the hidden value; see `session.ts`. */
export function deletePage(council: SiteCouncil, form: string): string {
  const main = markup`<h1>${KEEPING.ask}</h1>
    <p>${KEEPING.removes}</p>
    <p>${KEEPING.stops}</p>
    <p>${KEEPING.stays}</p>
    <form method="post" action="/chat/delete">
      ${hidden(form)}<button class="main warning">${KEEPING.confirm}</button>
    </form>
    <p class="instead"><a href="/chat">${KEEPING.keep}</a></p>`;
  return framed({ council, title: KEEPING.ask, page: 'chat', main, exit: leaveForm });
}

/** Says kindly what is wrong, and what can be done instead. */
export function faultPage(council: SiteCouncil, problem: string): string {
  const main = markup`<h1>Sorry</h1>
    <p>${problem}</p>
    <p><a href="/chat">${PLAIN.back}</a></p>
    <p>${PLAIN.orWrite} <a href="mailto:${council.dpoMailbox}">${council.dpoMailbox}</a></p>`;
  return framed({ council, title: 'Sorry', page: 'chat', main, exit: leaveForm });
}
