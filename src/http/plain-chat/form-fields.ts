/** What somebody filled into a form, and the message that it makes. */
import type { IncomingMessage } from 'node:http';
import { periodWords } from '../../../widget/content/period-words.js';
import { COMPOSER } from '../../../widget/content/wording.js';
import { contentTypeOf, readBytes } from '../body.js';
import { HttpFault } from '../faults.js';

/** The bot reads no more. Characters. */
const MOST_CHARACTERS = 2_000;

const NAMES = ['message', 'email', 'phone', 'post', 'fromMonth', 'fromYear', 'toMonth', 'toYear'] as const;
export type FieldName = (typeof NAMES)[number];

/** As typed; '' where a field was left empty, or was not there. */
export type Fields = Readonly<Record<FieldName, string>>;

export const NO_FIELDS = fieldsFrom(() => null);

export interface Filled {
  /** The hidden value of the form; see `session.ts`. */
  readonly form: string;
  /** Of the button that was pressed, if it says something by itself. */
  readonly choice?: string;
  readonly fields: Fields;
}

/** @throws {HttpFault} WrongContentType, BodyTooLarge, BadRequest */
export async function readFilled(req: IncomingMessage): Promise<Filled> {
  const { type, isUtf8 } = contentTypeOf(req);
  if (type !== 'application/x-www-form-urlencoded' || !isUtf8) throw new HttpFault('WrongContentType');
  const body = new URLSearchParams((await readBytes(req)).toString('utf8'));
  const choice = body.get('choice');
  return {
    form: body.get('form') ?? '',
    ...(choice === null ? {} : { choice }),
    // Browsers send the line ends of Windows.
    fields: fieldsFrom((name) => body.get(name)?.replace(/\r\n/g, '\n') ?? null),
  };
}

function fieldsFrom(valueOf: (name: FieldName) => string | null): Fields {
  const [message = '', email = '', phone = '', post = '', fromMonth = '', fromYear = '', toMonth = '', toYear = ''] =
    NAMES.map((name) => valueOf(name) ?? '');
  return { message, email, phone, post, fromMonth, fromYear, toMonth, toYear };
}

/** What is wrong with what was filled in, and where. */
export interface Problem {
  readonly text: string;
  readonly field: FieldName;
}

/** What a form says: the button's words, or what stands in the fields, in one message. */
export function messageFrom({ choice, fields }: Filled): { readonly text: string } | { readonly problem: Problem } {
  const period = periodWords(fields);
  if ('problem' in period) return { problem: { text: period.problem, field: period.field } };
  const ways = [fields.email, fields.phone, fields.post].map((way) => way.trim()).filter(Boolean);
  const parts = [period.words, ways.join(', '), fields.message.trim()].filter(Boolean);
  const text = choice ?? parts.join('\n');
  if (text === '') return { problem: { text: COMPOSER.empty, field: 'message' } };
  return text.length > MOST_CHARACTERS ? { problem: { text: COMPOSER.tooLong, field: 'message' } } : { text };
}
