/**
 * The knowledge as the running service reads it: checked, quotes located, model trained, and without the phrasings, which
 * only training needs. Made by the build; reading it takes a fraction of a second.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge, LexiconConcept } from './knowledge/load.js';
import type { Council, Entry } from './knowledge/schema.js';
import { createAnswerer, type Answerer } from './answer.js';
import { calibrate, type Calibration } from './calibration.js';
import { tryOut } from './measure.js';
import { Classifier } from './model/classifier.js';
import { decodeModel, encodeModel } from './model/file.js';
import { train } from './model/train.js';
import { createReader } from './reading.js';
import { readWordClasses } from './text/word-classes.js';

interface CompiledFile {
  readonly council: Council;
  readonly entries: readonly Entry[];
  readonly lexicon: readonly LexiconConcept[];
  /** The text of `word-classes.txt`. */
  readonly wordClasses: string;
  readonly calibration: Calibration;
}

export interface Compiled extends CompiledFile {
  readonly answerer: Answerer;
}

const pathsOf = (folder: string, council: string): { readonly knowledge: string; readonly model: string } => ({
  knowledge: join(folder, `${council}.json`),
  model: join(folder, `${council}.model`),
});

/** Trains the model, sets its thresholds, and writes both files. The same knowledge always gives the same bytes. */
export function compile(knowledge: Knowledge, folder: string, councilFolder: string): Calibration {
  const language = { lexicon: knowledge.lexicon, wordClasses: readWordClasses(knowledge.wordClasses) };
  let calibration: Calibration | undefined;
  const model = train(knowledge.entries, language, (sofar, heldOut) => {
    const read = createReader(knowledge.entries, new Classifier(sofar, language));
    calibration = calibrate(tryOut(read, knowledge.entries, heldOut));
  });
  if (!calibration) throw new Error('the model was not measured while it was trained');
  const entries = knowledge.entries.map((entry) => ({ ...entry, phrasings: [] }));
  const { council, lexicon, wordClasses } = knowledge;
  const paths = pathsOf(folder, councilFolder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    paths.knowledge,
    JSON.stringify({ council, entries, lexicon, wordClasses, calibration } satisfies CompiledFile),
  );
  writeFileSync(paths.model, encodeModel(model));
  return calibration;
}

/**
 * Reads what {@link compile} wrote.
 * @throws where it is missing or damaged, with the remedy.
 */
export function readCompiled(folder: string, councilFolder: string): Compiled {
  const paths = pathsOf(folder, councilFolder);
  let file: CompiledFile;
  try {
    // Written by the build of this very version, and never from outside.
    file = JSON.parse(readFileSync(paths.knowledge, 'utf8')) as CompiledFile;
  } catch (error) {
    throw new Error(`${paths.knowledge} cannot be read. Build it with: npm run build`, { cause: error });
  }
  const language = { lexicon: file.lexicon, wordClasses: readWordClasses(file.wordClasses) };
  const classifier = new Classifier(decodeModel(readFileSync(paths.model)), language);
  return {
    ...file,
    answerer: createAnswerer(file.entries, createReader(file.entries, classifier), file.calibration.thresholds),
  };
}
