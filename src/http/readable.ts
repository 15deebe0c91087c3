/** Routes that only show something. */
import type { Request, Response, Server } from 'restify';

/** Mounts a handler for GET and, as RFC 9110 section 9.1 asks of every server, for HEAD. */
export function readable(server: Server, path: string, handler: (req: Request, res: Response) => Promise<void>): void {
  server.get(path, async (req, res) => handler(req, res));
  server.head(path, async (req, res) => handler(req, res));
}
