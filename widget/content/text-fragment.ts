/** Links that lead to the very words on a page: https://wicg.github.io/scroll-to-text-fragment/ */

import { withoutMarks } from './quote-lines.js';

/** So many words at each end are enough to find a passage, and keep the address short. */
const END_WORDS = 6;

/**
 * The page's address with a directive that has browsers scroll to the quote and mark it; those that do not know it
 * open the page as usual.
 * @param quote verbatim. Its line breaks may be list items on the page, which only a range from one end to the other
 *   reaches across.
 */
export function withTextFragment(url: string, quote: string): string {
  const lines = withoutMarks(quote);
  const first = words(lines[0]);
  const last = words(lines.at(-1));
  if (first.length === 0) return url;
  const isShort = lines.length === 1 && first.length <= END_WORDS * 2;
  const parts = isShort ? [first] : [first.slice(0, END_WORDS), last.slice(-END_WORDS)];
  const directive = `:~:text=${parts.map((part) => encode(part.join(' '))).join(',')}`;
  return `${url}${url.includes('#') ? '' : '#'}${directive}`;
}

function words(line: string | undefined): readonly string[] {
  return line?.split(/\s+/).filter(Boolean) ?? [];
}

/** A hyphen, too, means something in the directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/-/g, '%2D');
}
