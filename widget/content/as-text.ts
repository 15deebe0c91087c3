/** What the assistant says, as plain text. */
import type { Quote } from './bot-message.js';
import { parseBlocks, type Block } from './markdown-blocks.js';
import { parseInline, type Inline } from './markdown-inline.js';
import { headingsIn, linesIn } from './quote-lines.js';
import { MESSAGE } from './wording.js';

/** The Markdown without its marks; paragraphs are parted by an empty line. */
export function markdownAsText(markdown: string): string {
  return parseBlocks(markdown).map(blockAsText).join('\n\n');
}

function blockAsText(block: Block): string {
  if (block.kind === 'paragraph') return inlineAsText(block.text);
  return block.items
    .map((item, index) => `${block.ordered ? `${block.start + index}.` : '-'} ${inlineAsText(item)}`)
    .join('\n');
}

function inlineAsText(text: string): string {
  return parseInline(text).map(pieceAsText).join('');
}

/** A link whose words are not its address is followed by it. */
function pieceAsText(piece: Inline): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'break':
      return '\n';
    case 'bold':
      return piece.children.map(pieceAsText).join('');
    case 'link': {
      const words = piece.children.map(pieceAsText).join('');
      const address = piece.href.replace(/^(?:mailto|tel):/, '');
      return words === address || piece.href === `tel:${words.replaceAll(' ', '')}` || piece.href === `${words}/`
        ? words
        : `${words} (${address})`;
    }
  }
}

/** The words in quotation marks, each line indented, and the section below them. */
export function quoteAsText({ text, section }: Quote): string {
  const { lead, items } = linesIn(text);
  const lines = [...(lead === undefined ? [] : [lead]), ...items.map((item) => `- ${item}`)];
  return [`“${lines.join('\n')}”`, `${MESSAGE.quoteFrom} ${headingsIn(section).join(', ')}`]
    .join('\n')
    .replace(/^/gm, '    ');
}
