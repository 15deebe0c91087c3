/** The evaluation messages measure, so the knowledge must not know them: no phrasing is one of them, or nearly. */
import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { loadKnowledge } from '../../src/answers/knowledge/load.js';
import { readQuestions } from '../../tools/evaluation/question.js';

/** Words without case, punctuation and the blanks between them; what has no word stays as it is. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim() || text.trim();

const IN_A_ROW = 3;

function rowsOf(text: string): Set<string> {
  const words = fold(text).split(' ');
  return new Set(words.slice(IN_A_ROW - 1).map((_, i) => words.slice(i, i + IN_A_ROW).join(' ')));
}

interface Message {
  readonly id: string;
  readonly text: string;
}

/** @returns a function that names the message which a phrasing copies, or shares most of its rows of three words with. */
function copyFinder(messages: readonly Message[]): (phrasing: string) => string | undefined {
  const whole = new Map(messages.map(({ id, text }) => [fold(text), id]));
  const byRow = new Map<string, string[]>();
  for (const { id, text } of messages) {
    for (const row of rowsOf(text)) byRow.set(row, [...(byRow.get(row) ?? []), id]);
  }
  return (phrasing) => {
    const same = whole.get(fold(phrasing));
    if (same !== undefined) return same;
    const rows = rowsOf(phrasing);
    const shared = new Map<string, number>();
    for (const row of rows) for (const id of byRow.get(row) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    return [...shared].find(([, n]) => n > rows.size / 2)?.[0];
  };
}

describe('the knowledge', () => {
  it('copies no evaluation message, and comes near none', () => {
    const files = readdirSync('evaluation').filter((name) => name.endsWith('.jsonl'));
    expect(files).not.to.deep.equal([]);
    const copied = copyFinder(files.flatMap((name) => readQuestions(`evaluation/${name}`)));
    const copies = loadKnowledge('knowledge', 'barnet').entries.flatMap(({ id, phrasings }) =>
      phrasings.flatMap((phrasing) => {
        const of = copied(phrasing);
        return of === undefined ? [] : [`${id}: “${phrasing}” is too like ${of}; say it in other words`];
      }),
    );
    expect(copies.join('\n')).to.equal('');
  });
});

describe('a copy', () => {
  const copied = copyFinder([{ id: 'm', text: 'Who, if I may ask, reads the letters that I send you?' }]);
  const cases: readonly (readonly [phrasing: string, isCopy: boolean])[] = [
    ['who if i may ask reads the letters that i send you', true],
    ['WHO – IF I MAY ASK – READS THE LETTERS THAT I SEND YOU', true],
    ['tell me who reads the letters that I send you', true],
    ['that I send', true],
    ['may ask', false],
    ['who reads my post', false],
    ['the letters that came from you on Monday, who reads them', false],
    ['letters', false],
  ];
  for (const [phrasing, isCopy] of cases) {
    it(`is ${isCopy ? '' : 'not '}“${phrasing}”`, () => {
      expect(copied(phrasing)).to.equal(isCopy ? 'm' : undefined);
    });
  }
});
