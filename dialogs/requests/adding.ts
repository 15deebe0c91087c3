/** A second request of the same right within a day, about the same person: what is known of the first, and adding to it. */
import type { Addition } from '../../src/requests/addition.js';
import { plainWords } from '../../src/requests/plain-words.js';
import type { PrivacyRequest } from '../../src/requests/request.js';
import type { Right } from '../../src/requests/right.js';
import type { ConversationState, RequestState } from '../conversation.js';
import { addOrNew } from '../steps/add-or-new.js';
import { ownWordsStep } from '../steps/own-words.js';
import { wording } from '../wording.js';
import type { Answers, RequestDefinition, SentRequest } from './definition.js';
import { definitions } from './index.js';

/** Longer ago, it is a request of its own: nobody is asked about it. Milliseconds. */
const TWICE_WITHIN = 24 * 3_600_000;

/** What is asked of a request as it stands: all of it, or only what is to be added to the first. */
export function definitionOf({
  right,
  answers,
}: {
  readonly right: Right;
  readonly answers: Answers;
}): RequestDefinition {
  const { steps, ...definition } = definitions[right];
  if (answers.start?.addsTo === undefined) return { ...definition, steps: [addOrNew, ...steps] };
  const others = steps.filter(({ step }) => step !== 'details');
  return {
    ...definition,
    // What was answered before is added as well; nothing more is asked.
    steps: [addOrNew, whatToAdd, ...others.map((one) => ({ ...one, applies: answered(one.step) }))],
  };
}

const answered =
  (step: keyof Answers) =>
  ({ answers }: { readonly answers: Answers }): boolean =>
    step in answers;

const whatToAdd = {
  ...ownWordsStep({
    step: 'details',
    label: 'What you add',
    names: ['what i add', 'details', 'what to add', 'addition'],
    question: wording.whatToAdd,
    why: wording.whyWhatToAdd,
    optional: true,
  }),
  skipped: wording.onlyFirstWords,
};

/** The newest request in this conversation that this one may be a repeat of. */
export function earlierThan(
  { right, answers }: RequestState,
  { sent = [] }: ConversationState,
  now: Date,
): SentRequest | undefined {
  return sent.findLast(
    (one) =>
      one.right === right && now.getTime() - Date.parse(one.sentAt) <= TWICE_WITHIN && maybeSamePerson(one, answers),
  );
}

/** Unless it is plainly about another person. */
function maybeSamePerson(one: SentRequest, { forWhom, subjectName }: Answers): boolean {
  if (!forWhom || one.forWhom === undefined) return true;
  if (forWhom.understood !== one.forWhom) return false;
  if (!subjectName || one.subjectName === undefined) return true;
  return plainWords(subjectName.understood) === plainWords(one.subjectName);
}

/** Remembers a request that goes to the Data Protection Officer with this turn. */
export function withSent(
  state: ConversationState,
  { reference, right, dueDate }: PrivacyRequest,
  { forWhom, subjectName }: Answers,
  now: Date,
): ConversationState {
  const one: SentRequest = {
    reference,
    right,
    dueDate,
    sentAt: now.toISOString(),
    ...(forWhom ? { forWhom: forWhom.understood } : {}),
    ...(subjectName ? { subjectName: subjectName.understood } : {}),
    additions: 0,
  };
  return { ...state, sent: [...(state.sent ?? []), one] };
}

/**
 * What is added to an earlier request, counted in the state. Undefined where the request under way is one of its own.
 * @param answers those that apply.
 */
export function additionOf(
  { request, state }: { readonly request: RequestState; readonly state: ConversationState },
  answers: Answers,
  { unfinished = false }: { readonly unfinished?: boolean } = {},
): { readonly addition: Addition; readonly state: ConversationState } | undefined {
  const first = (state.sent ?? []).find(({ reference }) => reference === request.answers.start?.addsTo);
  if (!first) return undefined;
  const number = first.additions + 1;
  const { start: _choice, ...given } = answers;
  const addition: Addition = {
    reference: first.reference,
    right: first.right,
    dueDate: first.dueDate,
    number,
    receivedAt: request.receivedAt,
    firstMessage: request.firstMessage,
    answers: Object.fromEntries(Object.entries(given).map(([step, { words }]) => [step, words])),
    ...(unfinished ? { unfinished } : {}),
  };
  const sent = (state.sent ?? []).map((one) => (one === first ? { ...one, additions: number } : one));
  return { addition, state: { ...state, sent } };
}
