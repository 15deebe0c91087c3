/** Pages and files: the demonstration page, the widget, and in development the mail. */
import type { Request, Response, Server } from 'restify';
import type { HttpDependencies } from './dependencies.js';
import { HttpFault } from './faults.js';
import { parameter } from './parameters.js';
import { readable } from './readable.js';
import { pagePolicy } from './security-headers.js';
import { createStaticFiles, type StaticFiles } from './static-files.js';

type PageDependencies = Pick<HttpDependencies, 'settings' | 'page' | 'devMail' | 'widgetFolder'>;

/** Councils embed /widget.js by this one address, so a new version has to reach them soon. Seconds. */
const FRESH_SECONDS = 300;
/** Names that carry a hash of the content, as esbuild writes them: "panel-7QK2XM5A.css". */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

/** Each is there only if the app gave what it needs; otherwise the address is unknown. */
export function installPages(server: Server, { settings, page, devMail, widgetFolder }: PageDependencies): void {
  const policy = pagePolicy(settings.publicUrl);
  if (page) {
    readable(server, '/', async (_req, res) => sendPage(res, page(), policy));
  }
  if (settings.development && devMail) {
    readable(server, '/dev/mail', async (req, res) => {
      res.setHeader('Vary', 'Origin, Accept');
      if (/\bapplication\/json\b/i.test(req.headers.accept ?? '')) res.send(200, await devMail(true));
      else sendPage(res, String(await devMail(false)), policy);
    });
  }
  if (widgetFolder) {
    const files = createStaticFiles(widgetFolder);
    readable(server, '/widget.js', async (req, res) => sendFile(req, res, files, 'widget.js'));
    readable(server, '/assets/*', async (req, res) => sendFile(req, res, files, `assets/${parameter(req, '*')}`));
  }
}

function sendPage(res: Response, html: string, policy: string): void {
  res.setHeader('Content-Security-Policy', policy);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.sendRaw(200, html);
}

async function sendFile(req: Request, res: Response, files: StaticFiles, path: string): Promise<void> {
  const file = await files(path);
  if (!file) throw new HttpFault('UnknownRoute');
  res.setHeader('ETag', file.etag);
  res.setHeader(
    'Cache-Control',
    HASHED.test(path) ? 'public, max-age=31536000, immutable' : `public, max-age=${FRESH_SECONDS}`,
  );
  // Pages of other websites load these.
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  const known = (req.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(file.etag)) {
    res.send(304);
    return;
  }
  res.setHeader('Content-Type', file.type);
  res.sendRaw(200, file.body);
}
