/**
 * Full-text engines over the phrasings: the entry of the best hit is what they find. Each with the settings that find most
 * of those that were tried.
 */
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { fewOf, type Engine, type Phrasing } from './engine.js';

/** Compares a question with every phrasing, letter by letter: with all of them, that would be seconds for each. */
export function fuseEngine(phrasings: readonly Phrasing[]): Engine {
  const known = fewOf(phrasings);
  const fuse = new Fuse(known, { keys: ['text'], ignoreLocation: true, threshold: 0.4 });
  return {
    name: 'Fuse.js, whole questions',
    phrasings: known.length,
    questions: 32,
    find: (question) => fuse.search(question, { limit: 1 })[0]?.item.entry,
  };
}

export function miniSearchEngine(phrasings: readonly Phrasing[]): Engine {
  const index = new MiniSearch<Phrasing & { readonly id: number }>({ fields: ['text'] });
  index.addAll(phrasings.map((phrasing, id) => ({ ...phrasing, id })));
  const positions = new Map(phrasings.map(({ entry }, id): [unknown, string] => [id, entry]));
  return {
    name: 'MiniSearch, fuzzy 0.2, prefix',
    phrasings: phrasings.length,
    questions: 32,
    find: (question) => positions.get(index.search(question, { fuzzy: 0.2, prefix: true })[0]?.id),
  };
}

export function lunrEngine(phrasings: readonly Phrasing[]): Engine {
  const index = lunr((builder) => {
    builder.ref('id');
    builder.field('text');
    phrasings.forEach(({ text }, id) => builder.add({ id: String(id), text }));
  });
  return {
    name: 'lunr',
    phrasings: phrasings.length,
    questions: 200,
    find: (question) => {
      const hits = index.query((query) => {
        for (const word of lunr.tokenizer(question)) query.term(word, {});
      });
      return hits[0] && phrasings[Number(hits[0].ref)]?.entry;
    },
  };
}
