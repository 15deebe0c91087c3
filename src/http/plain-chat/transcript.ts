/** What was said so far, as HTML, with the buttons that can still be pressed. */
import { markdownAsHtml, quoteAsHtml } from '../../../widget/content/as-html.js';
import { questionIn, type BotMessage, type Choice, type SummaryRow } from '../../../widget/content/bot-message.js';
import { markup, type Html } from '../../../widget/content/html.js';
import { MESSAGE } from '../../../widget/content/wording.js';
import { lastOwn, openButtons, type Said } from './conversation.js';

/** Of the first reply that is new; addresses lead to it. */
export const NEW_REPLY = 'new';

/** @param form the hidden value that goes with each button; see `session.ts`. */
export function transcript(said: readonly Said[], form: string): Html | undefined {
  if (said.length === 0) return undefined;
  const own = lastOwn(said);
  const shown = said.map((one, index) =>
    one.by === 'you' ? ownMessage(one.text) : botMessage(one, openButtons(said, index), form),
  );
  const before = shown.slice(0, own + 1);
  const replies = shown.slice(own + 1);
  return markup`<div class="log">
    ${before}${replies.length > 0 && markup`<div id="${NEW_REPLY}" tabindex="-1">${replies}</div>`}
  </div>`;
}

function ownMessage(text: string): Html {
  return markup`<div class="message you">
    <h2 class="speaker">${MESSAGE.you}</h2>
    <div class="bubble"><p class="as-typed">${text}</p></div>
  </div>`;
}

function botMessage(message: BotMessage, open: ReturnType<typeof openButtons>, form: string): Html {
  const { kind, sent, quotes, entry, summary, choices, feedback } = message;
  const isSafety = kind === 'safety';
  return markup`<div class="message assistant${isSafety && ' safety'}">
    <h2 class="speaker">${MESSAGE.assistant}</h2>
    ${sent && sentPanel(sent)}
    <div class="bubble">
      ${isSafety && markup`<p class="important"><strong>${MESSAGE.important}</strong></p>`} ${words(message)}
      ${summary.length > 0 && summaryList(summary, open.choices ? form : undefined)} ${quotes.map(quoteAsHtml)}
      ${quotes.length > 0 && entry !== undefined && markup`<p class="see"><a href="/answers#${entry}">${MESSAGE.seeAnswer}</a></p>`}
    </div>
    ${open.judged && feedback && helpful(feedback, form)}
    ${open.choices && choices.length > 0 && buttons(choices, form, summary.length > 0)}
  </div>`;
}

/** The question of a step stands by itself, so that nobody has to look for it. */
function words(message: BotMessage): Html {
  if (!message.isMarkdown) return markup`<p class="as-typed">${message.text}</p>`;
  const { before, question, after } = questionIn(message);
  const { progress } = message;
  return markup`${markdownAsHtml(before)}${
    progress && markup`<p class="progress">${MESSAGE.progress(progress.question, progress.of)}</p>`
  }${question !== undefined && markup`<div class="question">${markdownAsHtml(question)}</div>`}${markdownAsHtml(after)}`;
}

function sentPanel({ reference, isComplaint }: NonNullable<BotMessage['sent']>): Html {
  return markup`<div class="sent">
    <p class="sent-title">${isComplaint ? MESSAGE.complaintSent : MESSAGE.requestSent}</p>
    <p>${MESSAGE.reference}<br /><strong>${reference}</strong></p>
  </div>`;
}

/** @param form undefined: nothing can be changed any more. */
function summaryList(rows: readonly SummaryRow[], form: string | undefined): Html {
  const list = markup`<dl class="summary">
    ${rows.map(
      ({ label, value, change }) =>
        markup`<div class="summary-row">
          <dt>${label}</dt>
          <dd class="as-typed">${value}</dd>
          ${
            form !== undefined &&
            markup`<dd class="summary-change">
              <button class="as-link" name="choice" value="${change}">
                ${MESSAGE.change}<span class="unseen"> ${label}</span>
              </button>
            </dd>`
          }
        </div>`,
    )}
  </dl>`;
  return form === undefined ? list : markup`<form method="post" action="/chat">${hidden(form)}${list}</form>`;
}

function helpful({ yes, no }: NonNullable<BotMessage['feedback']>, form: string): Html {
  return markup`<form method="post" action="/chat">
    ${hidden(form)}
    <fieldset class="choices small">
      <legend>${MESSAGE.helpful}</legend>
      <button class="choice" name="choice" value="${yes}">${MESSAGE.yes}</button>
      <button class="choice" name="choice" value="${no}">${MESSAGE.no}</button>
    </fieldset>
  </form>`;
}

/** Buttons, each of which says what it stands for. @param hasMain the first one is what people came for. */
export function buttons(choices: readonly Choice[], form: string, hasMain = false): Html {
  return markup`<form method="post" action="/chat">
    ${hidden(form)}
    <fieldset class="choices">
      <legend class="unseen">${MESSAGE.choices}</legend>
      ${choices.map(
        ({ title, value }, index) =>
          markup`<button class="choice${hasMain && index === 0 && ' first'}" name="choice" value="${value}">
            ${title}
          </button>`,
      )}
    </fieldset>
  </form>`;
}

export const hidden = (form: string): Html => markup`<input type="hidden" name="form" value="${form}" />`;
