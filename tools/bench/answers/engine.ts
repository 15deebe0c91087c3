/** What is measured side by side: something that finds an entry for a question. */
import { spread } from '../timing.js';

export interface Phrasing {
  readonly text: string;
  /** Id of the entry that it was written for. */
  readonly entry: string;
}

export interface Engine {
  readonly name: string;
  /** How many phrasings it was given. */
  readonly phrasings: number;
  /** How many questions it is asked, unless all are wanted: some engines take long for each. */
  readonly questions: number;
  /** Finds the id of the entry that fits best. */
  readonly find: (question: string) => string | undefined | Promise<string | undefined>;
}

/** Makes an engine of the phrasings; may take a minute. */
export type EngineMaker = (phrasings: readonly Phrasing[]) => Engine | Promise<Engine>;

/** So many phrasings of each entry are for engines that cannot take them all: they would train, or search, for far too long. */
export const FEW_PHRASINGS = 8;

/** {@link FEW_PHRASINGS} of each entry, evenly spread over all that it has. */
export function fewOf(phrasings: readonly Phrasing[]): Phrasing[] {
  const byEntry = new Map<string, Phrasing[]>();
  for (const phrasing of phrasings) byEntry.set(phrasing.entry, [...(byEntry.get(phrasing.entry) ?? []), phrasing]);
  return [...byEntry.values()].flatMap((own) => spread(own, FEW_PHRASINGS));
}
