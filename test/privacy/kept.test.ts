import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { KEPT, KEPT_CLASSES } from '../../src/privacy/kept.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const HEADING = ['What', 'Why', 'Encrypted at rest', 'Kept', 'What ends it'];
const UNITS: Readonly<Record<string, number>> = { hour: 3_600_000, day: 86_400_000, year: 365.5 * 86_400_000 };

/** The cells of each row of a Markdown table that begins with this heading. */
function tableIn(text: string, heading: readonly string[]): string[][] {
  const rows = text.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const start = rows.findIndex((cells) => cells.join() === heading.join());
  const end = rows.findIndex((cells, i) => i > start && cells.length === 0);
  return start < 0 ? [] : rows.slice(start + 2, end);
}

describe('the table of what is kept', () => {
  it('is the same in the README and in the code', () => {
    expect(tableIn(README, HEADING)).to.deep.equal(
      KEPT_CLASSES.map(({ data, why, encrypted, kept, ends }) => [data, why, encrypted, kept, ends]),
    );
  });

  it('has a row for every period that the job deletes by, which says it in words', () => {
    const rows = KEPT_CLASSES.flatMap(({ period, kept }) => (period ? [[period, kept] as const] : []));
    expect(rows.map(([period]) => period)).to.have.members(Object.keys(KEPT));
    for (const [period, kept] of rows) {
      const [, count, unit] = /^(\d+) (hour|day|year)s?\b/.exec(kept) ?? [];
      // A year counts with its leap day.
      expect(Math.ceil((Number(count) * (UNITS[unit ?? ''] ?? NaN)) / 86_400_000), period).to.equal(
        KEPT[period] / 86_400_000,
      );
    }
  });

  it('says of each class why it is kept and what ends it', () => {
    for (const { data, why, kept, ends } of KEPT_CLASSES)
      for (const cell of [why, kept, ends]) expect(cell, data).to.match(/\w{2}/);
  });
});
