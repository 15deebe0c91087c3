/** The time that the request is about, played back in words so that a wrong reading shows. */
import { longDate, londonDate } from '../../src/requests/dates.js';
import { plainWords } from '../../src/requests/plain-words.js';
import { readPeriod, type Period } from '../../src/requests/period.js';
import type { StepDefinition } from '../requests/definition.js';

const ANY_TIME =
  /^(?:(?:all|any|every)(?:thing| of it| time| the time| dates?)?|any ?time|when ?ever|always|ever|forever|(?:from|since) (?:birth|i was born|forever|the year dot|the (?:start|beginning))(?: (?:to|till|until) now)?|(?:all|the whole) (?:the )?(?:dates|years|time|period)|as far back as (?:you (?:can|have)|possible)(?: go)?|(?:im )?not sure|(?:i )?(?:dont|cant) (?:know|mind|remember)|dunno|unsure|no idea|everything you have)$/;

function inWords({ from, to }: Period): string {
  if (from && to) return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
  if (from) return `${longDate(from)} onwards`;
  return to ? `up to ${longDate(to)}` : 'Any time';
}

/** @param question what is asked, as it differs from right to right. */
export function periodStep(question: string): StepDefinition {
  return {
    step: 'period',
    label: 'Dates',
    names: ['date', 'dates', 'period', 'years', 'year', 'time'],
    ask: () => ({ text: question, buttons: [{ title: 'Any time', value: 'Any time' }] }),
    why: 'Dates help the council find the right records sooner. Rough dates are fine, and so is “any time”.',
    optional: true,
    ownWords: false,
    read: (text, { now }) => {
      const words = text.trim();
      const said = plainWords(words);
      if (ANY_TIME.test(said)) return { answer: { words, understood: 'Any time' } };
      const today = londonDate(now);
      const period = readPeriod(words, today);
      if (period?.from !== undefined && period.from > today) {
        return {
          problem: `I read that as ${inWords(period)}, which is still to come. Which dates in the past do you mean? You can also say “any time”.`,
        };
      }
      if (!period && !/[\p{L}\p{N}]{2}/u.test(words))
        return {
          problem:
            'I did not find a date in that. You can say, for example, “2019 to 2021”, “since March last year” or “any time”.',
        };
      return { answer: { words, understood: period ? inWords(period) : words, ...period } };
    },
  };
}
