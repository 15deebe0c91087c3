/** Which field fits the question of a step. Whatever it is, any words can be written into it. */
import { COMPOSER, FIELDS } from './wording.js';

/** What a browser or a keyboard is told of a field: HTML's `autocomplete` and `inputmode`. */
export interface Field {
  readonly label: string;
  /** "off", "name" …: WCAG 2.2, 1.3.5, asks for it where the field is about the person themselves. */
  readonly autocomplete: string;
  readonly inputmode?: 'numeric' | 'email' | 'tel';
  /** A line is enough, so Enter needs no second meaning. */
  readonly isLine: boolean;
  /** How many lines are seen where nothing is written yet; 1 unless it says so. */
  readonly rows?: number;
  /** Names and addresses are no words for a dictionary. */
  readonly isName?: boolean;
}

const MESSAGE_FIELD: Field = { label: COMPOSER.label, autocomplete: 'off', isLine: false };
const ANSWER_FIELD: Field = { ...MESSAGE_FIELD, label: COMPOSER.answer };

const BY_STEP: Readonly<Record<string, Field>> = {
  fullName: { label: FIELDS.fullName, autocomplete: 'name', isLine: true, isName: true },
  subjectName: { label: FIELDS.subjectName, autocomplete: 'off', isLine: true, isName: true },
  emailCode: {
    label: FIELDS.emailCode,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    isLine: true,
    isName: true,
  },
};

/** Steps after which whatever is written is a message like any other. */
const NO_ANSWER: readonly string[] = ['start', 'checkAnswers', 'sent'];

/** @param step of the last message of the assistant. */
export function fieldFor(step: string | undefined): Field {
  if (step === undefined || NO_ANSWER.includes(step)) return MESSAGE_FIELD;
  return BY_STEP[step] ?? ANSWER_FIELD;
}

/** The ways in which somebody may be reached, each with a field of its own. */
export const CONTACT_FIELDS = {
  email: { label: FIELDS.email, autocomplete: 'email', inputmode: 'email', isLine: true, isName: true },
  phone: { label: FIELDS.phone, autocomplete: 'tel', inputmode: 'tel', isLine: true, isName: true },
  post: { label: FIELDS.post, autocomplete: 'street-address', isLine: false, rows: 3, isName: true },
} as const satisfies Readonly<Record<string, Field>>;

export type ContactWay = keyof typeof CONTACT_FIELDS;

/** The steps with fields of their own besides. */
export const isContactStep = (step: string | undefined): boolean => step === 'contact';
export const isPeriodStep = (step: string | undefined): boolean => step === 'period';
