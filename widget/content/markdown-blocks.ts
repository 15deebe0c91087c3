/** The blocks of the assistant's Markdown: paragraphs and lists. What is within them, `markdown-inline.ts` reads. */

/** A paragraph or a list. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly string[] };

/** Spaces are matched only where something follows them, so that none is looked at twice. */
const ITEM = /^ {0,6}(?:[-*+•]|(\d{1,3})[.)])[ \t]+(\S.*)$/;

/**
 * Parses the blocks. A line that begins with a mark is a list item, a line below it that is indented goes on with it,
 * and a blank line ends a paragraph.
 */
export function parseBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let items: string[] | undefined;
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join('\n') });
    lines = [];
  };
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const item = ITEM.exec(line);
    if (item) {
      endParagraph();
      const [, number, text = ''] = item;
      const last = blocks.at(-1);
      if (items && last?.kind === 'list' && last.ordered === (number !== undefined)) items.push(text);
      else {
        items = [text];
        blocks.push({ kind: 'list', ordered: number !== undefined, start: Number(number ?? 1), items });
      }
    } else if (line.trim() === '') {
      endParagraph();
    } else if (items && lines.length === 0 && /^\s{2}/.test(line)) {
      items.push(`${items.pop() ?? ''}\n${line.trim()}`);
    } else {
      items = undefined;
      lines.push(line.trim());
    }
  }
  endParagraph();
  return blocks;
}
