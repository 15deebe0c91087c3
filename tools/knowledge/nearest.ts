/** What the built knowledge takes a message for, however unsure it is. */
import { readFileSync } from 'node:fs';
import { readCompiled } from '../../src/answers/compiled.js';
import { Classifier } from '../../src/answers/model/classifier.js';
import { decodeModel } from '../../src/answers/model/file.js';
import { createReader } from '../../src/answers/reading.js';
import { readWordClasses } from '../../src/answers/text/word-classes.js';

const FOLDER = 'dist/knowledge';

/** An entry's id, and its score from 0 to about 1. */
export type Nearest = (text: string) => { readonly entry: string; readonly score: number } | undefined;

/** @throws where the knowledge was not built, with the remedy. */
export function readNearest(council: string): Nearest {
  const { entries, lexicon, wordClasses } = readCompiled(FOLDER, council);
  const language = { lexicon, wordClasses: readWordClasses(wordClasses) };
  const read = createReader(entries, new Classifier(decodeModel(readFileSync(`${FOLDER}/${council}.model`)), language));
  return (text) => {
    const [best] = read(text).candidates;
    return best && { entry: best.entry.id, score: best.score };
  };
}
