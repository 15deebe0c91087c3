/** The time that the request is about, played back in words so that a wrong reading shows. */
import { longDate, londonDate } from '../../src/requests/dates.js';
import { plainWords } from '../../src/requests/plain-words.js';
import { impossibleDate, readPeriod, type Period } from '../../src/requests/period.js';
import type { StepDefinition } from '../requests/definition.js';
import { yesOrNo } from '../said.js';

/** Whole answers that leave the dates open, once what people say around them is off. */
const ALL =
  /^(?:(?:all|any|every)(?:thing| of (?:it|them)| time| the time| dates?| years?)?|any ?time|when ?ever|always|(?:for )?ever|(?:all|throughout) my life|my (?:whole|entire) life|(?:all|the whole)(?: of)? (?:the )?(?:dates|years|time|period|lot)|(?:from )?(?:start|beginning) to (?:end|finish)|as far back as (?:you (?:can|have)|possible|it goes)(?: go)?|no preference|everything you(?: have|ve got))$/;
const FROM_THE_START =
  /^(?:ever )?(?:from|since) (?:(?:my )?birth|(?:when )?i was born|(?:for)?ever|the year dot|day (?:one|1)|the (?:very )?(?:start|beginning))(?: (?:up )?(?:to|till|until) (?:now|today|date|(?:the )?present(?: day)?))?$/;
const NOT_SURE =
  /^(?:(?:im )?(?:not|un)(?: really| quite| too)? ?sure(?: of)?|(?:i )?(?:really )?(?:dont|do not|cant|cannot|can not) (?:really )?(?:know|mind|remember|recall|say|think)|(?:i )?(?:have |got |havent )?(?:no|a) (?:idea|clue)|dunno|idk)$/;
const AROUND =
  /^(?:(?:er+|um+|oh|well|sorry|honestly|just|but|i think|probably) )+|(?: (?:sorry|please|pls|thanks|thank you|really|tbh|to be honest|honestly|exactly|when|the dates?|which dates?|dates|what dates|when it was|im afraid|any ?more|at the moment))+$/g;

function isAnyTime(words: string): boolean {
  const said = plainWords(words).replace(AROUND, '');
  return [ALL, FROM_THE_START, NOT_SURE].some((answer) => answer.test(said));
}

/** "1 March 2019 to 31 May 2020", "1 March 2019 onwards". */
export function periodInWords({ from, to }: Period): string {
  if (from && to) return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
  if (from) return `${longDate(from)} onwards`;
  return to ? `up to ${longDate(to)}` : 'Any time';
}

/** What is wrong with the dates in an answer, with a way on; undefined where nothing is. */
function problemOf(words: string, period: Period | undefined, today: string): string | undefined {
  const impossible = impossibleDate(words, today);
  if (impossible !== undefined)
    return `I could not find ${impossible} in the calendar. I read the day first, so 5/3/2024 is 5 March. Which date do you mean? Rough dates are fine, and you can also say “any time”.`;
  if (period?.from !== undefined && period.from > today)
    return `I read that as ${periodInWords(period)}, which is still to come. Which dates in the past do you mean? You can also say “any time”.`;
  if (!period && (!/[\p{L}\p{N}]{2}/u.test(words) || yesOrNo(words)))
    return 'I did not find a date in that. You can say, for example, “2019 to 2021”, “since March last year” or “any time”.';
  return undefined;
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
      if (isAnyTime(words)) return { answer: { words, understood: 'Any time' } };
      const today = londonDate(now);
      const period = readPeriod(words, today);
      const problem = problemOf(words, period, today);
      if (problem !== undefined) return { problem };
      return { answer: { words, understood: period ? periodInWords(period) : words, ...period } };
    },
  };
}
