/** Everything that the assistant can answer, in the order of the notice. */
import { headingsIn } from '../../../widget/content/quote-lines.js';
import type { SiteEntry } from '../public/site.js';

/** A part of the notice with the answers from it. */
export interface Section {
  /** By which it can be linked to. */
  readonly id: string;
  readonly title: string;
  readonly entries: readonly SiteEntry[];
  readonly parts: readonly Section[];
}

/** The answers by section of the notice; what the notice does not say comes last. */
export function sectionsOf(entries: readonly SiteEntry[]): readonly Section[] {
  const answers = entries.filter(({ act }) => act === 'answer').toSorted((a, b) => firstLine(a) - firstLine(b));
  const beyond = entries.filter(({ act }) => act === 'beyond');
  const last = { id: 'section-not-in-the-notice', title: 'What the notice does not say', entries: beyond, parts: [] };
  return [...within(answers, 0), ...(beyond.length ? [last] : [])];
}

/** Groups by the heading at this depth, in the order in which the headings first come. */
function within(entries: readonly SiteEntry[], depth: number): Section[] {
  const titles = new Set(entries.map((entry) => pathOf(entry)[depth] ?? ''));
  return [...titles].map((title) => {
    const group = entries.filter((entry) => (pathOf(entry)[depth] ?? '') === title);
    const path = group[0] ? pathOf(group[0]).slice(0, depth + 1) : [];
    return {
      id: `section-${slug(path.join(' '))}`,
      title,
      entries: group.filter((entry) => pathOf(entry).length === depth + 1),
      parts: within(
        group.filter((entry) => pathOf(entry).length > depth + 1),
        depth + 1,
      ),
    };
  });
}

const pathOf = ({ quotes }: SiteEntry): readonly string[] => headingsIn(quotes?.[0]?.section ?? '');
const firstLine = ({ quotes }: SiteEntry): number => quotes?.[0]?.lines[0] ?? Infinity;

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
