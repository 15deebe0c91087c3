/** `GET /answers`: every answer on one page. */
import type { Server } from 'restify';
import { compressed, sendEither } from '../compression.js';
import type { Site } from '../public/site.js';
import { readable } from '../readable.js';
import { pagePolicy } from '../security-headers.js';
import { answersPage, MOST_QUERY } from './page.js';

/** The knowledge changes with a new version of the service only. Seconds. */
const FRESH_SECONDS = 300;

/** The page as a whole is made once. */
export function installAnswersPage(server: Server, site: Site): void {
  const whole = answersPage(site, '');
  const wholeCompressed = compressed(whole);
  const policy = pagePolicy({ forms: "'self'" });

  readable(server, '/answers', async (req, res) => {
    const query = (new URLSearchParams(req.getQuery()).get('q') ?? '').trim().slice(0, MOST_QUERY);
    res.setHeader('Content-Security-Policy', policy);
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (query !== '') {
      // What somebody looks for is nobody else's.
      const page = answersPage(site, query);
      sendEither(req, res, page, await compressed(page));
      return;
    }
    res.setHeader('Cache-Control', `public, max-age=${FRESH_SECONDS}`);
    sendEither(req, res, whole, await wholeCompressed);
  });
}
