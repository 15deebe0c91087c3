/** Answers that are compressed where the client takes them so. Only for what holds nothing of anybody. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'restify';

/** Compresses as well as gzip can; for what is kept and sent often. */
export const compressed = (body: Buffer | string): Promise<Buffer> => promisify(gzip)(body, { level: 9 });

export function takesGzip(req: Request): boolean {
  return /(?:^|,)\s*gzip\s*(?:;\s*q=(?:1|0?\.\d*[1-9])|,|$)/i.test(req.headers['accept-encoding'] ?? '');
}

/** Sends it, compressed or as it is. @param gzipped what {@link compressed} made of it. */
export function sendEither(req: Request, res: Response, body: Buffer | string, gzipped: Buffer): void {
  res.setHeader('Vary', 'Origin, Accept-Encoding');
  if (!takesGzip(req)) {
    res.sendRaw(200, body);
    return;
  }
  res.setHeader('Content-Encoding', 'gzip');
  res.sendRaw(200, gzipped);
}
