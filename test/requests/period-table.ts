/** Tables of what people say and which dates it is, as the tests of periods read them. */
import { expect } from 'chai';
import { readPeriod } from '../../src/requests/period.js';

/** Monday. */
export const TODAY = '2026-11-23';

/** First and last day, both of the period; '' is an open end. */
export type Row = readonly [said: string, from: string, to: string];

export function eachIsRead(rows: readonly Row[]): void {
  for (const [said, from, to] of rows) {
    it(`reads ${from || '…'} to ${to || '…'} in “${said}”`, () => {
      const period = readPeriod(said, TODAY);
      expect([period?.from ?? '', period?.to ?? '']).to.deep.equal([from, to]);
    });
  }
}
