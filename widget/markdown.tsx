/** The assistant's Markdown as elements: paragraphs, lists, and what `parseInline` knows. Never as HTML. */
import type { ComponentChildren, VNode } from 'preact';
import { parseBlocks, type Block } from './content/markdown-blocks.js';
import { parseInline, type Inline } from './content/markdown-inline.js';
import { Link } from './link.js';

/** Shows it. */
export function Markdown({ text }: { readonly text: string }): VNode {
  return <>{parseBlocks(text).map(renderBlock)}</>;
}

function renderBlock(block: Block): VNode {
  if (block.kind === 'paragraph') return <p>{renderInline(block.text)}</p>;
  const items = block.items.map((item) => <li>{renderInline(item)}</li>);
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function renderInline(text: string): ComponentChildren {
  return parseInline(text).map(renderPiece);
}

function renderPiece(piece: Inline): ComponentChildren {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'break':
      return <br />;
    case 'bold':
      return <strong>{piece.children.map(renderPiece)}</strong>;
    case 'link':
      return <Link href={piece.href}>{piece.children.map(renderPiece)}</Link>;
  }
}
