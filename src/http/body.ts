/** Reads the bytes of a request's body, up to a cap. */
import type { IncomingMessage } from 'node:http';
import { HttpFault } from './faults.js';

/** Bytes. Room for a message far beyond the 2,000 characters that the bot reads, so that it can say so kindly. */
export const BODY_CAP = 256 * 1024;

export function hasBody(req: IncomingMessage): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

/** The media type in small letters, and whether the text is in UTF-8, as where nothing is said. */
export function contentTypeOf(req: IncomingMessage): { readonly type: string; readonly isUtf8: boolean } {
  const [type = '', ...parameters] = (req.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return { type: type.trim(), isUtf8: charset === undefined || /^charset="?utf-?8"?$/.test(charset) };
}

/**
 * Not `for await`: leaving such a loop early destroys the socket, and the client would never read why it was refused.
 * @throws {HttpFault} BodyTooLarge, or BadRequest where the client went away.
 */
export function readBytes(req: IncomingMessage): Promise<Buffer> {
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
