/** Which of the council's services the request is about, matched to the council's own list; the person's words are kept. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { StepContext, StepDefinition } from '../requests/definition.js';
import { isMisspelt } from './misspelt.js';

type Services = StepContext['services'];

const ALL =
  /^(?:(?:all|every|any)(?:thing| of (?:it|them))?(?: services?| departments?| of them)?|the (?:whole )?lot|(?:the )?whole council|(?:im )?not sure|(?:i )?(?:dont|do not) know|dunno|(?:i have )?no idea|unsure)(?: which(?: ones?)?)?(?: sorry| please)?$/;

/** What people say around the name of a service. */
const BESIDES =
  /^(?:(?:a|my|the|your|about|for|with|at|in|its|it is) )+|(?: (?:please|team|department|dept|office|people|stuff|records?|files?))+$/g;

/** With a space at both ends, so that whole words can be looked for. */
const padded = (text: string): string => ` ${plainWords(text)} `;

/** Names of the services that a text names, in the order of the council's list. "Housing benefit" names no housing. */
export function servicesIn(text: string, services: Services): string[] {
  const words = services
    .flatMap(({ name, also }) => [name, ...also].map((word) => ({ name, word: padded(word) })))
    .sort((a, b) => b.word.length - a.word.length);
  const found = new Set<string>();
  let said = padded(text);
  for (const { name, word } of words) {
    if (!said.includes(word)) continue;
    found.add(name);
    said = said.replaceAll(word, ' | ');
  }
  return inOrder(found, services);
}

/** The same for an answer to the question, which may be misspelt. */
function servicesMeant(text: string, services: Services): string[] {
  const found = new Set(servicesIn(text, services));
  for (const part of text.slice(0, 300).split(/[,;&/\n]|\band\b|\bor\b/i)) {
    const typed = plainWords(part).replace(BESIDES, '');
    if (!typed || servicesIn(part, services).length) continue;
    for (const { name, also } of services) {
      if ([name, ...also].some((word) => isMisspelt(typed, plainWords(word)))) found.add(name);
    }
  }
  return inOrder(found, services);
}

function inOrder(found: ReadonlySet<string>, services: Services): string[] {
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
      const found = servicesMeant(words, services);
      return {
        answer: {
          words,
          understood: found.length ? found.join('; ') : words,
          services: found.length ? found : [words],
        },
      };
    },
  };
}
