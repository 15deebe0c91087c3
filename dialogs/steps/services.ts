/** Which of the council's services the request is about, matched to the council's own list; the person's words are kept. */
import Fuse from 'fuse.js';
import { plainWords } from '../../src/requests/plain-words.js';
import type { StepContext, StepDefinition } from '../requests/definition.js';

type Services = StepContext['services'];

const ALL =
  /^(?:(?:all|every|any)(?:thing| of (?:it|them))?(?: services?| departments?| of them)?|the whole (?:lot|council)|whole council|not sure|dont know|do not know|no idea|unsure|im not sure)$/;

/** Fuse's score from 0 (the same) to 1; above, another service is as likely. */
const MOST_DIFFERENT = 0.25;

/** With a space at both ends, so that whole words can be looked for. */
const padded = (text: string): string => ` ${plainWords(text)} `;

/** Names of the services that a text speaks of, in the order of the council's list. */
export function servicesIn(text: string, services: Services): string[] {
  const said = padded(text);
  const named = services.filter(({ name, also }) => [name, ...also].some((word) => said.includes(padded(word))));
  const found = new Set(named.map(({ name }) => name));
  const fuse = new Fuse(
    services.flatMap(({ name, also }) => [name, ...also].map((word) => ({ name, word }))),
    { keys: ['word'], includeScore: true, threshold: MOST_DIFFERENT, ignoreLocation: true, minMatchCharLength: 4 },
  );
  for (const part of text.slice(0, 300).split(/,|;|&|\band\b|\bor\b|\//i)) {
    const word = plainWords(part);
    if (
      word.length < 4 ||
      word.split(' ').length > 4 ||
      named.some(({ name, also }) => [name, ...also].some((known) => padded(part).includes(padded(known))))
    )
      continue;
    const best = fuse.search(word, { limit: 1 })[0];
    if (best) found.add(best.item.name);
  }
  return services.map(({ name }) => name).filter((name) => found.has(name));
}

/** @param question what is asked, as it differs from right to right. */
export function servicesStep(question: string): StepDefinition {
  return {
    step: 'services',
    label: 'Council services',
    names: ['service', 'services', 'department', 'departments', 'team'],
    ask: () => ({ text: question, buttons: [{ title: 'Not sure', value: 'Not sure' }] }),
    why: 'The council is large. Naming the services helps it look in the right place. “Not sure” is fine.',
    optional: true,
    ownWords: false,
    read: (text, { services }) => {
      const words = text.trim();
      if (ALL.test(plainWords(words)))
        return { answer: { words, understood: 'Not sure, or all of them', services: [] } };
      if (!/\p{L}/u.test(words))
        return {
          problem: 'I did not find a service in that. You can name one, such as housing or parking, or say “not sure”.',
        };
      const found = servicesIn(words, services);
      return {
        answer: {
          words,
          understood: found.length ? found.join(', ') : words,
          services: found.length ? found : [words],
        },
      };
    },
  };
}
