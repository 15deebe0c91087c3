/** Messages that ask about the same, put together by the words that they share. Pure. */
import { stemOf, wordsOf } from '../../src/answers/text/tokens.js';

/** Cosine of two messages' sets of words, from which on they are taken to be about the same. */
const ALIKE = 0.6;

/** Words that say nothing of what a message is about; among them those that most messages here have. */
const EMPTY = new Set(
  wordsOf(
    `a about all am an and any are as at be been being but by can could did do does doing for from get give go going got had has have
    he her here him his how i if im in is it its just know like long many may me more much my need no not of on one or our out please
    say see she should so some someone tell than that the their them then there these they thing this those to up us use want was we
    were what when where which who whose why will with without would you your
    address council data date details email hello hi information link name number personal record sorry thanks`,
  ).map(stemOf),
);

/** Groups texts, greedily: each joins the group whose first text it is most like. The largest group first, and in it the commonest text. */
export function clustersOf(texts: readonly string[]): readonly (readonly string[])[] {
  const groups: { readonly stems: ReadonlySet<string>; readonly texts: string[] }[] = [];
  const byStem = new Map<string, number[]>();
  for (const [stems, alike] of commonestFirst(texts)) {
    const group = nearest(stems, groups, byStem);
    if (group) group.texts.push(...alike);
    else {
      for (const stem of stems) byStem.set(stem, [...(byStem.get(stem) ?? []), groups.length]);
      groups.push({ stems, texts: [...alike] });
    }
  }
  return groups.map((group) => group.texts).sort((a, b) => b.length - a.length);
}

/** Texts of the very same words together, the most of them first. */
function commonestFirst(texts: readonly string[]): (readonly [stems: ReadonlySet<string>, alike: readonly string[]])[] {
  const alike = new Map<string, { readonly stems: ReadonlySet<string>; readonly texts: string[] }>();
  for (const text of texts) {
    const stems = stemsOf(text);
    const key = [...stems].sort().join(' ');
    const known = alike.get(key);
    if (known) known.texts.push(text);
    else alike.set(key, { stems, texts: [text] });
  }
  return [...alike.values()]
    .sort((a, b) => b.texts.length - a.texts.length)
    .map((group) => [group.stems, group.texts] as const);
}

function stemsOf(text: string): ReadonlySet<string> {
  const all = wordsOf(text).map(stemOf);
  const telling = all.filter((stem) => !EMPTY.has(stem));
  return new Set(telling.length > 0 ? telling : all);
}

function nearest<Group extends { readonly stems: ReadonlySet<string> }>(
  stems: ReadonlySet<string>,
  groups: readonly Group[],
  byStem: ReadonlyMap<string, readonly number[]>,
): Group | undefined {
  const shared = new Map<number, number>();
  for (const stem of stems) for (const at of byStem.get(stem) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  let best: { readonly group: Group; readonly cosine: number } | undefined;
  for (const [at, count] of shared) {
    const group = groups[at];
    const cosine = group ? count / Math.sqrt(group.stems.size * stems.size) : 0;
    if (group && cosine >= ALIKE && cosine > (best?.cosine ?? 0)) best = { group, cosine };
  }
  return best?.group;
}
