/** The answer engine: speed, memory, training, growth, and other engines beside it on the same phrasings and questions. */
import { loadKnowledge, type Knowledge } from '../../src/answers/knowledge/load.js';
import { readQuestions } from '../evaluation/question.js';
import { measureGrowth } from './answers/growth.js';
import type { Engine, Phrasing } from './answers/engine.js';
import { freshAnswerer, readKnown } from './answers/known.js';
import { COMMON_WORDS } from './answers/multiplied.js';
import { nlpJsEngine } from './answers/nlpjs.js';
import { measureOwn, ownRow } from './answers/own.js';
import { measureReady } from './answers/ready.js';
import { fuseEngine, lunrEngine, miniSearchEngine } from './answers/search-engines.js';
import { figuresOf, markdownOf, measureEngine, type Row } from './answers/side-by-side.js';
import { measureTraining } from './answers/training.js';
import type { Bench } from './bench.js';
import { spread } from './timing.js';

const EVALUATION = ['evaluation/dev.jsonl', 'evaluation/dev-hard.jsonl'];
/** Phrasings that are asked beside the evaluation questions. */
const PHRASINGS_ASKED = 1_000;
/** With the knowledge multiplied, an answer takes long. */
const QUESTIONS_FOR_GROWTH = 150;

export const answers: Bench = async (report, { full }) => {
  const council = process.env['COUNCIL'] ?? 'barnet';
  const fresh = (): ReturnType<typeof freshAnswerer> => freshAnswerer(council);
  const questions = EVALUATION.flatMap(readQuestions);
  const texts = questions.map(({ text }) => text);
  const knowledge = loadKnowledge('knowledge', council);
  const phrasings = phrasingsOf(knowledge);

  await measureReady(council, report);
  await measureOwn([...texts, ...spread(phrasings, PHRASINGS_ASKED).map(({ text }) => text)], fresh, report);
  const engines = await measureTraining(council, report, () => enginesOver(phrasings));

  const own = await ownRow(questions, phrasings.length, fresh, knowledge.notice);
  const rows: Row[] = [];
  for (const engine of engines) {
    const row = await measureEngine(engine, questions, full, knowledge);
    rows.push(row);
    figuresOf(row, own).forEach(report);
  }
  await measureGrowth(readKnown(council), spread(texts, QUESTIONS_FOR_GROWTH), report);
  return [...NOTES, '', markdownOf(own, rows)];
};

const phrasingsOf = ({ entries }: Knowledge): Phrasing[] =>
  entries.flatMap(({ id, phrasings }) => phrasings.map((text) => ({ text, entry: id })));

async function enginesOver(phrasings: readonly Phrasing[]): Promise<Engine[]> {
  return [
    fuseEngine(phrasings),
    miniSearchEngine(phrasings),
    lunrEngine(phrasings),
    // The figure for its phrasings says how many of each entry it was given: all of them would train for hours.
    await nlpJsEngine(phrasings),
  ];
}

const NOTES = [
  '',
  `Knowledge × 10, × 100: entries, classes and phrasings are multiplied. The trained model is repeated; in each copy all but the ${COMMON_WORDS} commonest words are other words.`,
  'The words to which spelling is corrected grow by the square root (Heaps). What the questions do not reach is left out of memory.',
  'Side by side: engines that take long are asked fewer questions, or given fewer phrasings of each entry, evenly spread. --full asks all.',
];
