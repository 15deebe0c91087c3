import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { describeSlots, scoreSlots, sumOf } from '../../tools/evaluation/slots.js';

const SERVICES = [
  { name: 'Council tax', also: ['ctax'] },
  { name: 'Leisure and sport', also: ['gym'] },
  { name: 'Jobs and staff records (HR)', also: ['hr', 'payroll'] },
];

describe('the score of slots', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slots-'));
  const file = join(folder, 'messages.jsonl');
  after(() => rmSync(folder, { recursive: true }));

  const score = (...messages: readonly object[]) => {
    const lines = messages.map((message, i) => JSON.stringify({ id: `m-${i}`, kind: 'request', gold: [], ...message }));
    writeFileSync(file, lines.join('\n'));
    return scoreSlots(file, SERVICES, '2026-11-23');
  };

  it('counts a service that is named in the council’s words, in its name or in another word for it', () => {
    const { rows, fails } = score(
      { text: 'my ctax letters', slots: { services: ['council tax'] } },
      { text: 'the gym photos', slots: { services: ['leisure'] } },
      { text: 'payroll notes', slots: { services: ['HR'] } },
      { text: 'my ctax and gym letters', slots: { services: ['council tax'] } },
      { text: 'my letters', slots: { services: ['council tax'] } },
      { text: 'my gym letters', slots: { services: ['council tax'] } },
    );
    expect(rows.services).to.deep.equal({ right: 4, n: 6, besides: 2 });
    expect(fails).to.have.length(4);
    expect(fails[0]).to.match(/^services +m-3 .* => also Leisure and sport$/);
  });

  it('counts dates only where both days are right, and what was found where there is none as wrong', () => {
    const { rows } = score(
      { text: 'my letters from 2019 to 2021', slots: { dateFrom: '2019-01-01', dateTo: '2021-12-31' } },
      { text: 'my letters from 2019 to 2021', slots: { dateFrom: '2019-01-01' } },
      { text: 'my letters', slots: { dateFrom: '2019-01-01' } },
      { text: 'my letters from 2019 to 2021', slots: {} },
      { text: 'my letters', slots: {} },
    );
    expect(rows.dates).to.deep.equal({ right: 1, n: 4, besides: 1 });
  });

  it('counts whose information it is for every message with slots', () => {
    const { rows } = score(
      { text: 'my son’s file', slots: { onBehalf: true } },
      { text: 'my file', slots: { onBehalf: true } },
      { text: 'my son’s file', slots: {} },
      { text: 'my file', slots: {} },
      { text: 'my son’s file' },
    );
    expect(rows.onBehalf).to.deep.equal({ right: 2, n: 4, besides: 1 });
  });

  it('is added up over files', () => {
    const one = score({ text: 'my ctax letters', slots: { services: ['council tax'] } });
    const other = score({ text: 'my letters', slots: { services: ['council tax'], onBehalf: true } });
    expect(sumOf([one, other]).rows).to.deep.equal({
      dates: { right: 0, n: 0, besides: 0 },
      services: { right: 1, n: 2, besides: 0 },
      onBehalf: { right: 1, n: 2, besides: 0 },
    });
    expect(sumOf([one, other]).fails).to.have.length(2);
  });

  it('is printed a row a slot, in per cent', () => {
    expect(
      describeSlots(score({ text: 'my ctax letters', slots: { services: ['council tax'] } })).split('\n'),
    ).to.deep.equal([
      '  dates        0 right of    0            found besides 0',
      '  services     1 right of    1  100.0 %   found besides 0',
      '  onBehalf     1 right of    1  100.0 %   found besides 0',
    ]);
  });
});
