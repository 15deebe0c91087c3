/** Somebody at the command line, whose output a test reads. */
import type { Stores } from '../../src/stores/store.js';
import type { Operator } from '../../tools/requests/operator.js';
import { AT } from '../support/fresh-database.js';

export interface TestOperator extends Operator {
  readonly printed: string[];
  readonly complaints: string[];
}

export function anOperator(stores: Stores, who = 'j.bloggs', now = AT): TestOperator {
  const printed: string[] = [];
  const complaints: string[] = [];
  return {
    stores,
    council: 'barnet',
    who,
    now: () => now,
    print: (line) => void printed.push(line),
    complain: (line) => void complaints.push(line),
    printed,
    complaints,
  };
}
