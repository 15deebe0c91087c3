/** The answer engine: speed, memory, training, growth, and other engines beside it on the same phrasings and questions. */
import { loadKnowledge } from '../../src/answers/knowledge/load.js';
import { readQuestions } from '../evaluation/question.js';
import { FEW_PHRASINGS, type Phrasing } from './answers/engine.js';
import { measureGrowth } from './answers/growth.js';
import { freshAnswerer, readKnown } from './answers/known.js';
import { COMMON_WORDS } from './answers/multiplied.js';
import { measureOwn, ownRow } from './answers/own.js';
import { measureReady } from './answers/ready.js';
import { markdownOf } from './answers/side-by-side.js';
import { measureWithEngines } from './answers/with-engines.js';
import type { Bench } from './bench.js';
import { spread } from './timing.js';

const EVALUATION = ['evaluation/dev.jsonl', 'evaluation/dev-hard.jsonl'];
/** Phrasings that are asked beside the evaluation questions. */
const PHRASINGS_ASKED = 1_000;
/** With the knowledge multiplied, an answer takes long. */
const QUESTIONS_FOR_GROWTH = 120;

export const answers: Bench = async (report, options) => {
  const council = process.env['COUNCIL'] ?? 'barnet';
  const knowledge = loadKnowledge('knowledge', council);
  const phrasings = knowledge.entries.flatMap((entry) =>
    entry.phrasings.map((text): Phrasing => ({ text, entry: entry.id })),
  );
  const questions = EVALUATION.flatMap(readQuestions);
  const texts = questions.map(({ text }) => text);
  const fresh = (): ReturnType<typeof freshAnswerer> => freshAnswerer(council);

  await measureReady(council, report);
  await measureOwn([...texts, ...spread(phrasings, PHRASINGS_ASKED).map(({ text }) => text)], fresh, report);
  const own = { name: 'this assistant', phrasings: phrasings.length, fresh };
  const row = await ownRow(own, questions, knowledge.notice);
  const rows = await measureWithEngines({ council, knowledge, phrasings, questions }, row, report, options);
  await measureGrowth(readKnown(council), spread(texts, QUESTIONS_FOR_GROWTH), report);
  return [...NOTES, '', markdownOf(rows)];
};

const NOTES = [
  '',
  `Knowledge × 10, × 100: entries, classes and phrasings are multiplied. The trained model is repeated; in each copy all but the ${COMMON_WORDS} commonest words are other words.`,
  'The words to which spelling is corrected grow by the square root (Heaps). What the questions do not reach is left out of memory.',
  `Side by side: where all phrasings would take far too long, ${FEW_PHRASINGS} of each entry are given; slow engines are asked fewer questions, evenly spread. --full asks all.`,
];
