/** What the assistant says, as HTML: for pages that are made on the server, and for a conversation that is kept. */
import type { Quote } from './bot-message.js';
import { markup, type Html } from './html.js';
import { parseBlocks, type Block } from './markdown-blocks.js';
import { parseInline, safeAddress, type Inline } from './markdown-inline.js';
import { headingsIn, linesIn } from './quote-lines.js';
import { withTextFragment } from './text-fragment.js';
import { MESSAGE } from './wording.js';

/** The Markdown as paragraphs and lists. */
export function markdownAsHtml(markdown: string): Html {
  return markup`${parseBlocks(markdown).map(blockAsHtml)}`;
}

function blockAsHtml(block: Block): Html {
  if (block.kind === 'paragraph') return markup`<p>${inlineAsHtml(block.text)}</p>`;
  const items = block.items.map((item) => markup`<li>${inlineAsHtml(item)}</li>`);
  return block.ordered ? markup`<ol start="${block.start}">${items}</ol>` : markup`<ul>${items}</ul>`;
}

/** A line of Markdown, without a block around it. */
export function inlineAsHtml(text: string): Html {
  return markup`${parseInline(text).map(pieceAsHtml)}`;
}

function pieceAsHtml(piece: Inline): Html {
  switch (piece.kind) {
    case 'text':
      return markup`${piece.text}`;
    case 'break':
      return markup`<br>`;
    case 'bold':
      return markup`<strong>${piece.children.map(pieceAsHtml)}</strong>`;
    case 'link':
      return markup`<a href="${piece.href}" rel="noreferrer">${piece.children.map(pieceAsHtml)}</a>`;
  }
}

/** A quotation with its section, and a link that marks it in the published notice. */
export function quoteAsHtml({ text, section, url }: Quote): Html {
  const { lead, items } = linesIn(text);
  const address = url === undefined ? undefined : safeAddress(url);
  const words = [
    lead !== undefined && markup`<p>${lead}</p>`,
    items.length > 0 && markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`,
  ];
  const link =
    address !== undefined &&
    markup`<br><a href="${withTextFragment(address, text)}" rel="noreferrer">${MESSAGE.readQuote}</a>`;
  const from = markup`${MESSAGE.quoteFrom} <cite>${headingsIn(section).join(', ')}</cite>${link}`;
  return markup`<figure><blockquote>${words}</blockquote><figcaption>${from}</figcaption></figure>`;
}
