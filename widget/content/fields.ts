/** JSON of which nothing is known yet. By hand, because a schema library would weigh more than the whole widget. */

/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** An activity as it came. `id` is missing on what some channels only pass on, such as typing. */
export interface Activity extends Fields {
  readonly type: string;
  readonly id?: string;
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or one without any field. */
export function fieldsIn(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** A text that says something, or undefined. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The objects in a list; of anything else, none. */
export function listIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
