/** What the assistant says, as HTML: for pages that are made on the server, and for a conversation that is kept. */
import type { Quote } from './bot-message.js';
import { html, type Html } from './html.js';
import { parseBlocks, type Block } from './markdown-blocks.js';
import { parseInline, safeAddress, type Inline } from './markdown-inline.js';
import { headingsIn, linesIn } from './quote-lines.js';
import { withTextFragment } from './text-fragment.js';
import { MESSAGE } from './wording.js';

/** The Markdown as paragraphs and lists. */
export function markdownAsHtml(markdown: string): Html {
  return html`${parseBlocks(markdown).map(blockAsHtml)}`;
}

function blockAsHtml(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p>${inlineAsHtml(block.text)}</p>`;
  const items = block.items.map((item) => html`<li>${inlineAsHtml(item)}</li>`);
  return block.ordered
    ? html`<ol start="${block.start}">
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

/** A line of Markdown, without a block around it. */
export function inlineAsHtml(text: string): Html {
  return html`${parseInline(text).map(pieceAsHtml)}`;
}

function pieceAsHtml(piece: Inline): Html {
  switch (piece.kind) {
    case 'text':
      return html`${piece.text}`;
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<strong>${piece.children.map(pieceAsHtml)}</strong>`;
    case 'link':
      return html`<a href="${piece.href}" rel="noreferrer">${piece.children.map(pieceAsHtml)}</a>`;
  }
}

/** A quotation with its section, and a link that marks it in the published notice. */
export function quoteAsHtml({ text, section, url }: Quote): Html {
  const { lead, items } = linesIn(text);
  const address = url === undefined ? undefined : safeAddress(url);
  return html`<figure>
    <blockquote>
      ${lead !== undefined && html`<p>${lead}</p>`}${
        items.length > 0 &&
        html`<ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`
      }
    </blockquote>
    <figcaption>
      ${MESSAGE.quoteFrom} <cite>${headingsIn(section).join(', ')}</cite>${
        address !== undefined &&
        html`<br /><a href="${withTextFragment(address, text)}" rel="noreferrer">${MESSAGE.readQuote}</a>`
      }
    </figcaption>
  </figure>`;
}
