/** Reads a JSON body: capped, in UTF-8, and of the shape that the route asks for. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { HttpFault } from './faults.js';

/** Bytes. Room for a message far beyond the 2,000 characters that the bot reads, so that it can say so kindly. */
export const BODY_CAP = 256 * 1024;
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

function hasBody(req: IncomingMessage): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

function refuseOtherTypes(req: IncomingMessage): IncomingMessage {
  const [type = '', ...parameters] = (req.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const json = type.trim() === 'application/json' || type.trim().endsWith('+json');
  const utf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (!json || !utf8 || req.headers['content-encoding'] !== undefined) throw new HttpFault('WrongContentType');
  return req;
}

// Not `for await`: leaving such a loop early destroys the socket, and the client would never read why it was refused.
function readBytes(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (fault: HttpFault): void => {
      req.removeListener('data', take);
      req.resume();
      reject(fault);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > BODY_CAP) refuse(new HttpFault('BodyTooLarge'));
      else chunks.push(chunk);
    };
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', () => refuse(new HttpFault('BadRequest')));
    req.once('close', () => refuse(new HttpFault('BadRequest')));
    // The client may have gone while its token was read; then no event would come any more.
    if (req.destroyed) refuse(new HttpFault('BadRequest'));
    else if (Number(req.headers['content-length'] ?? 0) > BODY_CAP) refuse(new HttpFault('BodyTooLarge'));
    else req.on('data', take);
  });
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
