/** The built knowledge, taken apart: what an answerer is made of. */
import { readFileSync } from 'node:fs';
import { createAnswerer, type Answerer } from '../../../src/answers/answer.js';
import { readCompiled, type Compiled } from '../../../src/answers/compiled.js';
import type { Entry } from '../../../src/answers/knowledge/schema.js';
import { Classifier, type TrainedModel } from '../../../src/answers/model/classifier.js';
import type { Language } from '../../../src/answers/model/features.js';
import { decodeModel } from '../../../src/answers/model/file.js';
import { createReader } from '../../../src/answers/reading.js';
import { readWordClasses } from '../../../src/answers/text/word-classes.js';

const FOLDER = 'dist/knowledge';

export interface Known {
  readonly entries: readonly Entry[];
  readonly model: TrainedModel;
  readonly language: Language;
  readonly thresholds: Compiled['calibration']['thresholds'];
}

/** As the service reads it: nothing is remembered from answers given before. */
export function freshAnswerer(council: string): Answerer {
  return readCompiled(FOLDER, council).answerer;
}

/** @param folder where `compile()` wrote it. */
export function readKnown(council: string, folder = FOLDER): Known {
  const { entries, lexicon, wordClasses, calibration } = readCompiled(folder, council);
  return {
    entries,
    model: decodeModel(readFileSync(`${folder}/${council}.model`)),
    language: { lexicon, wordClasses: readWordClasses(wordClasses) },
    thresholds: calibration.thresholds,
  };
}

export function answererOf({ entries, model, language, thresholds }: Known): Answerer {
  return createAnswerer(entries, createReader(entries, new Classifier(model, language)), thresholds);
}
