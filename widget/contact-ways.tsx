/** Which way of being reached is written down: the field, and a phone's keyboard, follow from it. */
import type { VNode } from 'preact';
import type { ContactWay } from './content/step-field.js';
import { FIELDS } from './content/wording.js';

const WAYS: readonly (readonly [ContactWay, string])[] = [
  ['email', FIELDS.byEmail],
  ['phone', FIELDS.byPhone],
  ['post', FIELDS.byPost],
];

export interface ContactWaysProps {
  readonly way: ContactWay;
  choose(way: ContactWay): void;
}

export function ContactWays({ way, choose }: ContactWaysProps): VNode {
  return (
    <fieldset class="ways">
      <legend class="unseen">{FIELDS.ways}</legend>
      {WAYS.map(([value, label]) => (
        <label>
          <input type="radio" name="pa-way" value={value} checked={value === way} onChange={() => choose(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
