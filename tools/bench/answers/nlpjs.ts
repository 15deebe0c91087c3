/** nlp.js, trained on the phrasings with an intent for each entry. */
import { containerBootstrap, LangEn, Nlp } from '@nlpjs/basic';
import { fewOf, type Engine, type Phrasing } from './engine.js';

/** Trains for a quarter of a minute with eight phrasings of each entry, for two minutes with twenty. */
export async function nlpJsEngine(phrasings: readonly Phrasing[]): Promise<Engine> {
  const known = fewOf(phrasings);
  const container = await containerBootstrap();
  // It logs each pass of its training to the standard output, where the figures go.
  container.register('logger', { info: noLog, warn: noLog, error: noLog, log: noLog, debug: noLog }, true);
  container.registerConfiguration('nlu-??', { log: false });
  container.use(LangEn);
  const nlp = new Nlp({ container, autoSave: false, autoLoad: false, threshold: 0 });
  nlp.addLanguage('en');
  for (const { text, entry } of known) nlp.addDocument('en', text, entry);
  await nlp.train();
  return {
    name: 'nlp.js',
    phrasings: known.length,
    questions: Infinity,
    find: async (question) => (await nlp.process('en', question)).intent,
  };
}

const noLog = (): void => undefined;
