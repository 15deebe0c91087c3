/** What every benchmark is. */
import type { Figure } from './figure.js';

export interface BenchOptions {
  /** Leaves nothing out, however long it takes. */
  readonly full: boolean;
}

/**
 * @param report is called with each figure as soon as it is known.
 * @returns what a reader should see below the table of figures: notes, further tables.
 */
export type Bench = (report: (figure: Figure) => void, options: BenchOptions) => Promise<readonly string[]>;
