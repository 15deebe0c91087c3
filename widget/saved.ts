/** A conversation as a file of the person's own, made in their browser. */
import { markdownAsHtml, quoteAsHtml } from './content/as-html.js';
import { markdownAsText, quoteAsText } from './content/as-text.js';
import type { BotMessage } from './content/bot-message.js';
import { Html, markup } from './content/html.js';
import { KEEPING, MESSAGE } from './content/wording.js';
import type { Entry, OwnMessage } from './message.js';
import { PANEL } from './wording.js';

/** A file as it is offered for saving. */
export interface SavedFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly contents: string;
}

/** @param on the day on which it is saved. */
export function savedAsText(entries: readonly Entry[], on: Date): SavedFile {
  const parts = entries.map((entry) => {
    if (entry.by === 'divider') return `— ${PANEL.divider} —`;
    return `${speakerOf(entry)}${timeOf(entry)}:\n${entry.by === 'you' ? entry.text : textOf(entry)}`;
  });
  const contents = [KEEPING.fileTitle, KEEPING.fileFrom(dayOf(on)), ...parts].join('\n\n');
  // The mark tells programs on Windows that it is UTF-8.
  return { name: nameOf(on, 'txt'), type: 'text/plain;charset=utf-8', contents: `\ufeff${contents}\n` };
}

const STYLE = new Html(`
body { max-width: 40rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; overflow-wrap: anywhere; }
h2 { margin: 1.5rem 0 0; font-size: 1rem; }
.typed { white-space: pre-wrap; }
figure { margin: 1rem 0; padding-left: 1rem; border-left: 4px solid #505a5f; }
blockquote { margin: 0; }
`);

/** @param on the day on which it is saved. */
export function savedAsPage(entries: readonly Entry[], on: Date): SavedFile {
  const { source } = markup`<!DOCTYPE html>
    <html lang="en-GB">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${KEEPING.fileTitle}</title>
      <style>${STYLE}</style>
      <main>
        <h1>${KEEPING.fileTitle}</h1>
        <p>${KEEPING.fileFrom(dayOf(on))}</p>
        ${entries.map(entryAsHtml)}
      </main>
    </html>`;
  return { name: nameOf(on, 'html'), type: 'text/html;charset=utf-8', contents: source };
}

function entryAsHtml(entry: Entry): Html {
  if (entry.by === 'divider') return markup`<p>${PANEL.divider}</p>`;
  const heading = markup`<h2>${speakerOf(entry)}${timeOf(entry)}</h2>`;
  if (entry.by === 'you') return markup`${heading}<p class="typed">${entry.text}</p>`;
  const words = entry.isMarkdown ? markdownAsHtml(entry.text) : markup`<p class="typed">${entry.text}</p>`;
  const rows = entry.summary.map(({ label, value }) => markup`<li><strong>${label}</strong>: ${value}</li>`);
  return markup`${heading}${words}${rows.length > 0 && markup`<ul>${rows}</ul>`}${entry.quotes.map(quoteAsHtml)}`;
}

function textOf({ text, isMarkdown, quotes, summary }: BotMessage): string {
  return [
    isMarkdown ? markdownAsText(text) : text,
    summary.map(({ label, value }) => `- ${label}: ${value}`).join('\n'),
    ...quotes.map(quoteAsText),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const speakerOf = ({ by }: BotMessage | OwnMessage): string => (by === 'you' ? MESSAGE.you : MESSAGE.assistant);

/** ", 1 December, 10:04"; '' where the time is not known. */
function timeOf({ at }: BotMessage | OwnMessage): string {
  const date = new Date(at ?? NaN);
  if (Number.isNaN(date.getTime())) return '';
  const options = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: LONDON } as const;
  return `, ${date.toLocaleString('en-GB', options)}`;
}

const LONDON = 'Europe/London';

const dayOf = (on: Date): string =>
  on.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: LONDON });

const nameOf = (on: Date, ending: string): string => `${KEEPING.fileName}-${on.toISOString().slice(0, 10)}.${ending}`;

/** Has the browser save it. Nothing leaves the device. */
export function offer({ name, type, contents }: SavedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([contents], { type }));
  link.download = name;
  link.click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
