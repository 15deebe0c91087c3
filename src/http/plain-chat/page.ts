/** The chat as a page of plain forms: everything that was said, and where to write. */
import { markup, type Html } from '../../../widget/content/html.js';
import { EXIT, INTRO, KEEPING, MESSAGE } from '../../../widget/content/wording.js';
import { EXAMPLES } from '../public/examples.js';
import { framed } from '../public/frame.js';
import type { SiteCouncil } from '../public/site.js';
import { lastOwn, stepIn, type Said } from './conversation.js';
import type { Fields, Problem } from './form-fields.js';
import { buttons, NEW_REPLY, transcript } from './transcript.js';
import { writingForm } from './writing.js';
import { PLAIN } from './wording.js';

export interface ChatPage {
  readonly council: SiteCouncil;
  readonly said: readonly Said[];
  /** The hidden value of its forms. */
  readonly form: string;
  /** What stands in the fields. */
  readonly fields: Fields;
  readonly problem?: Problem;
  /** What has to be said first. */
  readonly notice?: string;
  /** The widget may take the place of the forms, where scripts run. */
  readonly isEnhanced: boolean;
}

/** The element that the widget takes the place of. */
const FORMS = 'plain-chat';

export function chatPage(page: ChatPage): string {
  const { council, said, form, fields, problem, notice, isEnhanced } = page;
  const isNew = said.length === 0;
  const isWaiting = !isNew && lastOwn(said) === said.length - 1;
  const main = markup`<div id="${FORMS}">
    <h1>${PLAIN.heading}</h1>
    ${problem && problemSummary(problem)}
    ${notice !== undefined && markup`<div class="notice" role="alert"><p>${notice}</p></div>`}
    ${
      isNew
        ? intro
        : markup`<details>
            <summary>${PLAIN.about}</summary>
            ${intro}
          </details>`
    }
    ${transcript(said, form)}
    ${isWaiting && markup`<p class="notice" id="${NEW_REPLY}" tabindex="-1">${PLAIN.waiting} <a href="/chat#${NEW_REPLY}">${PLAIN.look}</a></p>`}
    ${writingForm({ step: stepIn(said), form, fields, ...(problem ? { problem } : {}) })}
    ${
      isNew &&
      markup`<p class="examples">${PLAIN.examples}</p>
        ${buttons(EXAMPLES.map(asChoice), form)}
        <p class="hint">${PLAIN.cookie}</p>`
    }
    ${!isNew && markup`<p class="keep">${PLAIN.keep} <a href="/chat/delete">${KEEPING.remove}</a></p>`}
  </div>`;
  return framed({
    council,
    title: `${problem ? 'Error: ' : ''}${titleOf(said)}`,
    page: 'chat',
    main,
    ...(isEnhanced ? { head: enhancement } : {}),
    exit: leaveForm,
  });
}

const asChoice = (title: string) => ({ title, value: title });

const enhancement = markup`<script src="/widget.js" data-page="${FORMS}" data-heading="${PLAIN.heading}" defer></script>`;

/** What has come last is the first thing that a screen reader says of a new page. */
function titleOf(said: readonly Said[]): string {
  const last = said.at(-1);
  if (last?.by !== 'assistant') return PLAIN.heading;
  if (last.sent) return last.sent.isComplaint ? MESSAGE.complaintSent : MESSAGE.requestSent;
  if (last.progress) return `${MESSAGE.progress(last.progress.question, last.progress.of)} – ${PLAIN.heading}`;
  return `${PLAIN.latest} – ${PLAIN.heading}`;
}

/** As the Design System's error summary. */
function problemSummary({ text, field }: Problem): Html {
  return markup`<div class="problem" role="alert" aria-labelledby="problem">
    <h2 id="problem">${PLAIN.problem}</h2>
    <p><a href="#${field}">${text}</a></p>
  </div>`;
}

const intro = markup`<div class="intro">
  <p><strong>${INTRO.title}</strong> ${INTRO.about}</p>
  <p class="danger"><strong>${INTRO.danger}</strong> ${INTRO.silent}</p>
  <ul>
    <li>${INTRO.does}</li>
    <li>${INTRO.person}</li>
    <li>${INTRO.kept}</li>
    <li>${INTRO.requests}</li>
    <li>${INTRO.questions}</li>
  </ul>
</div>`;

/** Forgets the chat on this device before it leaves. */
export const leaveForm = markup`<form method="post" action="/chat/leave">
  <button class="exit">${EXIT.label}</button>
</form>`;
