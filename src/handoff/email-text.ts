/** A mail's content as plain text. */
import type { Block, EmailDocument } from './email-document.js';
import { oneLine, readable } from './plain-characters.js';

/**
 * Lines end in "\n". Whatever a resident typed is marked on every line, quotes by "> " and values by an indent, so that
 * no line of it can pass for one of ours.
 */
export function renderText(document: EmailDocument): string {
  const title = oneLine(document.title);
  const parts = [
    title,
    '='.repeat(title.length),
    '',
    ...document.opening.flatMap(renderBlock),
    ...document.sections.flatMap(({ heading, blocks }) => [
      heading.toUpperCase(),
      '-'.repeat(heading.length),
      ...blocks.flatMap(renderBlock),
    ]),
  ];
  return `${parts.join('\n').trimEnd()}\n`;
}

function renderBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [readable(block.text), ''];
    case 'warning':
      return [`!! ${oneLine(block.text)}`, ''];
    case 'quote':
      return [...linesOf(block.text).map((line) => `> ${line}`.trimEnd()), ''];
    case 'rows':
      return [...block.rows.flatMap(({ name, value }) => renderRow(name, linesOf(value))), ''];
    case 'list':
      return [...block.items.map((item) => `- ${oneLine(item)}`), ''];
    case 'link':
      return [`${oneLine(block.label)}: ${block.url}`, ''];
  }
}

function renderRow(name: string, lines: readonly string[]): string[] {
  const [only = ''] = lines;
  return lines.length <= 1 ? [`${name}: ${only}`] : [`${name}:`, ...lines.map((line) => `    ${line}`.trimEnd())];
}

const linesOf = (text: string): string[] => readable(text).split('\n');
