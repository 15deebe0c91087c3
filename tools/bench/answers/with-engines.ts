/** Training, and then the engines side by side: they are prepared while the second training goes on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../../src/answers/compiled.js';
import type { Knowledge } from '../../../src/answers/knowledge/load.js';
import type { Question } from '../../evaluation/question.js';
import type { BenchOptions } from '../bench.js';
import type { Figure } from '../figure.js';
import { spread } from '../timing.js';
import { FEW_PHRASINGS, type Engine, type Phrasing } from './engine.js';
import { answererOf, readKnown } from './known.js';
import { nlpJsEngine } from './nlpjs.js';
import { ownRow } from './own.js';
import { fuseEngine, lunrEngine, miniSearchEngine } from './search-engines.js';
import { figuresOf, measureEngine, type Row } from './side-by-side.js';
import { measureTraining } from './training.js';

export interface Ground {
  readonly council: string;
  readonly knowledge: Knowledge;
  readonly phrasings: readonly Phrasing[];
  readonly questions: readonly Question[];
}

/** @returns the lines of the table, the assistant's `own` first. */
export async function measureWithEngines(
  ground: Ground,
  own: Row,
  report: (figure: Figure) => void,
  { full }: BenchOptions,
): Promise<Row[]> {
  const { council, knowledge, phrasings, questions } = ground;
  const folder = await mkdtemp(join(tmpdir(), 'few-phrasings-'));
  try {
    const engines = await measureTraining(council, report, async () => {
      compile(withFewPhrasings(knowledge), folder, council);
      return enginesOver(phrasings);
    });
    const known = readKnown(council, folder);
    // Like the others it gives the best that it finds: so few phrasings are too few to measure when to refuse.
    const daring = { ...known, thresholds: { ...known.thresholds, answer: 0 } };
    const few = {
      name: `this assistant, ${FEW_PHRASINGS} phrasings an entry, never refusing`,
      phrasings: knowledge.entries.length * FEW_PHRASINGS,
      fresh: () => answererOf(daring),
    };
    const rows = [own, await ownRow(few, questions, knowledge.notice)];
    for (const engine of engines) rows.push(await measureEngine(engine, questions, full, knowledge));
    for (const row of rows.slice(1)) figuresOf(row, own).forEach(report);
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function withFewPhrasings(knowledge: Knowledge): Knowledge {
  const entries = knowledge.entries.map((entry) => ({ ...entry, phrasings: spread(entry.phrasings, FEW_PHRASINGS) }));
  return { ...knowledge, entries };
}

async function enginesOver(phrasings: readonly Phrasing[]): Promise<Engine[]> {
  return [fuseEngine(phrasings), miniSearchEngine(phrasings), lunrEngine(phrasings), await nlpJsEngine(phrasings)];
}
