/** Which of the council's services the request is about, matched to the council's own list; the person's words are kept. */
import { plainWords } from '../../src/requests/plain-words.js';
import { meantService } from '../mining/misspelt.js';
import { inOrder, servicesIn, type Services } from '../mining/services.js';
import type { StepDefinition } from '../requests/definition.js';
import { yesOrNo } from '../said.js';

const ALL =
  /^(?:(?:all|every|any)(?:thing| of (?:it|them))?(?: services?| departments?| of them)?|the (?:whole )?lot|(?:the )?whole council|(?:im )?not sure|(?:i )?(?:dont|do not) know|dunno|(?:i have )?no idea|unsure)(?: which(?: ones?)?)?(?: sorry| please)?$/;

/** What people say around the name of a service. */
const BESIDES =
  /^(?:(?:a|my|the|your|about|for|with|at|in|its|it is) )+|(?: (?:please|team|department|dept|office|people|stuff|records?|files?))+$/g;

/** Services named in an answer to the question, which may be misspelt; part by part, as they are listed. */
function servicesMeant(text: string, services: Services): string[] {
  const found = servicesIn(text, services).map((name) => ({ name }));
  for (const part of text.slice(0, 300).split(/[,;&/\n]|\band\b|\bor\b/i)) {
    const typed = plainWords(part).replace(BESIDES, '');
    if (!typed || servicesIn(part, services).length) continue;
    const name = meantService(typed, services);
    if (name !== undefined) found.push({ name });
  }
  return inOrder(found, services);
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
      if (!/\p{L}/u.test(words) || yesOrNo(words))
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
