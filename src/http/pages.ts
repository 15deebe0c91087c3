/** Pages and files: the demonstration page, the pages for residents, the widget, and in development the mail. */
import type { Request, Response, Server } from 'restify';
import { accessibilityPage } from './public/accessibility-page.js';
import { installAnswersPage } from './answers-page/install.js';
import { sendEither } from './compression.js';
import type { HttpDependencies } from './dependencies.js';
import { HttpFault } from './faults.js';
import { parameter } from './parameters.js';
import { readable } from './readable.js';
import { pagePolicy, STYLED_PAGE_POLICY } from './security-headers.js';
import { createStaticFiles, type StaticFiles } from './static-files.js';

type PageDependencies = Pick<HttpDependencies, 'settings' | 'page' | 'site' | 'devMail' | 'widgetFolder'>;

/** Councils embed /widget.js by this one address, so a new version has to reach them soon. Seconds. */
const FRESH_SECONDS = 300;
/** Names that carry a hash of the content, as esbuild writes them: "panel-7QK2XM5A.css". */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

/** Each is there only if the app gave what it needs; otherwise the address is unknown. */
export function installPages(server: Server, { settings, page, site, devMail, widgetFolder }: PageDependencies): void {
  if (page) {
    const policy = pagePolicy({ publicUrl: settings.publicUrl });
    readable(server, '/', async (_req, res) => sendPage(res, page(), policy));
  }
  if (site) {
    installAnswersPage(server, site);
    readable(server, '/accessibility', async (_req, res) =>
      sendPage(res, accessibilityPage(site.council), pagePolicy()),
    );
  }
  if (settings.development && devMail) {
    readable(server, '/dev/mail', async (req, res) => {
      res.setHeader('Vary', 'Origin, Accept');
      if (/\bapplication\/json\b/i.test(req.headers.accept ?? '')) res.send(200, await devMail(true));
      else sendPage(res, String(await devMail(false)), STYLED_PAGE_POLICY);
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
  sendEither(req, res, file.body, file.gzipped);
}
