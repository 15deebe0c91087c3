/** The form that a person writes into, with the fields that fit the question. */
import { markup, type Html } from '../../../widget/content/html.js';
import {
  CONTACT_FIELDS,
  fieldFor,
  isContactStep,
  isPeriodStep,
  type Field,
} from '../../../widget/content/step-field.js';
import { COMPOSER, FIELDS } from '../../../widget/content/wording.js';
import type { FieldName, Fields, Problem } from './form-fields.js';
import { hidden } from './transcript.js';
import { PLAIN } from './wording.js';

export interface Writing {
  /** Whose question is answered; undefined: none was asked. */
  readonly step: string | undefined;
  readonly form: string;
  readonly fields: Fields;
  readonly problem?: Problem;
}

export function writingForm(writing: Writing): Html {
  const { step, form } = writing;
  const isSpecial = isContactStep(step) || isPeriodStep(step);
  const general = { ...fieldFor(isSpecial ? undefined : step) };
  const label = isContactStep(step) ? PLAIN.orWords : isPeriodStep(step) ? PLAIN.datesOrWords : general.label;
  const hint = label === COMPOSER.label ? undefined : COMPOSER.otherWords;
  return markup`<form method="post" action="/chat" class="writing" id="write" novalidate>
    ${hidden(form)} ${isContactStep(step) && contactFields(writing)} ${isPeriodStep(step) && periodFields(writing)}
    ${field('message', { ...general, label }, writing, hint)}
    <button type="submit" class="main">${COMPOSER.send}</button>
  </form>`;
}

function contactFields(writing: Writing): Html {
  return markup`<fieldset>
    <legend>${FIELDS.ways}</legend>
    ${field('email', CONTACT_FIELDS.email, writing)} ${field('phone', CONTACT_FIELDS.phone, writing)}
    ${field('post', CONTACT_FIELDS.post, writing)}
  </fieldset>`;
}

function periodFields(writing: Writing): Html {
  const part = (legend: string, month: FieldName, year: FieldName): Html =>
    markup`<fieldset class="dates">
      <legend>${legend}</legend>
      ${field(month, { ...NUMBER, label: FIELDS.month }, writing)}
      ${field(year, { ...NUMBER, label: FIELDS.year }, writing)}
    </fieldset>`;
  return markup`<p class="hint">${FIELDS.datesHint}</p>
    ${part(FIELDS.from, 'fromMonth', 'fromYear')} ${part(FIELDS.to, 'toMonth', 'toYear')}`;
}

const NUMBER = { autocomplete: 'off', inputmode: 'numeric', isLine: true, isName: true } as const;

/** A field with its label, its hint, and what is wrong with it. */
function field(name: FieldName, kind: Field, { fields, problem }: Writing, hint?: string): Html {
  const wrong = problem?.field === name ? problem.text : undefined;
  const ids = [wrong !== undefined && `${name}-error`, hint !== undefined && `${name}-hint`].filter(Boolean);
  const attributes = markup`id="${name}" name="${name}" autocomplete="${kind.autocomplete}"${
    kind.inputmode && markup` inputmode="${kind.inputmode}"`
  }${kind.isName && markup` spellcheck="false"`}${ids.length > 0 && markup` aria-describedby="${ids.join(' ')}"`}${
    wrong !== undefined && markup` aria-invalid="true"`
  }`;
  return markup`<div class="one${wrong !== undefined && ' wrong'}">
    <label for="${name}">${kind.label}</label>
    ${hint !== undefined && markup`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${wrong !== undefined && markup`<p class="error" id="${name}-error">${wrong}</p>`}
    ${
      kind.isLine
        ? markup`<input type="text" ${attributes} value="${fields[name]}" />`
        : // A line break straight after the tag is not part of what is in it.
          markup`<textarea rows="3" ${attributes}>\n${fields[name]}</textarea>`
    }
  </div>`;
}
