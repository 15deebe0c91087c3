/** How the words of the notice are laid out in a quotation. */

/** The lines, without the marks of a list and without empty ones. */
export function withoutMarks(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter(Boolean);
}

/** One line is a paragraph. Several are list items, but for a first one that leads up to them. */
export function linesIn(text: string): { readonly lead?: string; readonly items: readonly string[] } {
  const [first = '', ...others] = withoutMarks(text);
  if (others.length === 0) return { lead: first, items: [] };
  return first.endsWith(':') ? { lead: first, items: others } : { items: [first, ...others] };
}

/** The headings of a section's path: "Your rights > Access". */
export function headingsIn(section: string): readonly string[] {
  return section.split(' > ').filter(Boolean);
}
