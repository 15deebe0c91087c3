/** The same right asked for twice within a day: whether this belongs to the first request, or is one of its own. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { Reading, SentRequest, StepAnswer, StepContext, StepDefinition } from '../requests/definition.js';
import { wording } from '../wording.js';
import { forWhomSteps } from './for-whom.js';

const FIRST =
  '(?:it|that|that one|this one|(?:the|my) (?:first|last|old|other|earlier|same)(?: (?:one|request|complaint))?)';
const ADD = new RegExp(
  `^(?:(?:yes|please|just|can you|could you|i want to|id like to) )*(?:add(?: (?:it|this|that))?(?: to (?:${FIRST}|pr(?: \\w{4}){2}))?|(?:its |it is )?(?:the )?(?:same|first|earlier)(?: (?:one|request|thing))?|put (?:it|them) together)(?: please)?$`,
);
const NEW =
  /^(?:(?:no|please|just|make|start|i want|id like|its|it is|this is) )*(?:(?:a |an )?(?:new|another|separate|second|different|other)(?: (?:one|request|complaint|thing|matter))?|(?:something|somewhat) (?:else|different))(?: please)?$/;
/** "Add my parking records too": with what is to be added. */
const ADD_THIS = /^\W*(?:(?:yes|please|can you|could you|i want to|i[’']d like to),? )*add\s+\S+/i;

export const addOrNew: StepDefinition = {
  step: 'start',
  label: 'New or added',
  names: ['new or added', 'new request', 'whether it is new'],
  ask: ({ earlier }) => {
    const titles = [...(earlier ? [wording.addTo(earlier.reference)] : []), wording.makeNew];
    return { text: earlier ? wording.twice(earlier) : '', buttons: titles.map((title) => ({ title, value: title })) };
  },
  why: wording.whyAddOrNew,
  optional: false,
  ownWords: false,
  applies: ({ earlier }) => earlier !== undefined,
  settles: ['details'],
  recognises: (text) =>
    ADD.test(plainWords(text)) || NEW.test(plainWords(text)) ? 'whole' : ADD_THIS.test(text) ? 'part' : undefined,
  read: (text, context) => readChoice(text, context),
};

function readChoice(text: string, context: StepContext): Reading {
  const { earlier } = context;
  const words = text.trim();
  const said = plainWords(text);
  if (!earlier || NEW.test(said)) return { answer: asNew(words) };
  const added: StepAnswer = { words, understood: `Added to ${earlier.reference}`, addsTo: earlier.reference };
  if (ADD.test(said)) return { answer: added };
  if (ADD_THIS.test(text)) return { answer: added, also: { details: { words, understood: words } } };
  return forAnother(text, earlier, context) ?? { problem: wording.addOrNewUnclear(earlier.reference) };
}

const asNew = (words: string): StepAnswer => ({ words, understood: 'A new request' });

/** "It is for my mum": of another person than the first one, it is a new one. */
function forAnother(text: string, earlier: SentRequest, context: StepContext): Reading | undefined {
  const reading = forWhomSteps[0]?.read(text, context);
  if (!reading || 'problem' in reading || reading.answer.understood === earlier.forWhom) return undefined;
  return { answer: asNew(text.trim()), also: { ...reading.also, forWhom: reading.answer } };
}
