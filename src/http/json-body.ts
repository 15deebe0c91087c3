/** Reads a JSON body: capped, in UTF-8, and of the shape that the route asks for. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { contentTypeOf, hasBody, readBytes } from './body.js';
import { HttpFault } from './faults.js';

/** Levels of nesting. Activities have under ten; thousands would overflow the stack of whoever walks them next. */
const DEPTH_CAP = 64;

/**
 * Reads and parses the body.
 * @param schema the shape; an absent body is read as `{}`, so that a route decides by its schema whether it needs one.
 * @throws {HttpFault} WrongContentType, BodyTooLarge, BadJson, BadArgument, or BadRequest where the client went away.
 */
export async function readJson<T>(req: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const bytes = hasBody(req) ? await readBytes(refuseOtherTypes(req)) : Buffer.alloc(0);
  const value = bytes.length === 0 ? {} : parse(bytes);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || 'body';
  throw new HttpFault('BadArgument', `${field}: ${issue?.message ?? 'not as it should be'}`);
}

function refuseOtherTypes(req: IncomingMessage): IncomingMessage {
  const { type, isUtf8 } = contentTypeOf(req);
  const json = type === 'application/json' || type.endsWith('+json');
  if (!json || !isUtf8 || req.headers['content-encoding'] !== undefined) throw new HttpFault('WrongContentType');
  return req;
}

function parse(bytes: Buffer): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new HttpFault('BadJson');
  }
  if (isTooDeep(value)) throw new HttpFault('BadJson', `The body is nested more than ${DEPTH_CAP} levels deep.`);
  return value;
}

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_CAP) return true;
    level = level.flatMap((item): unknown[] => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}
