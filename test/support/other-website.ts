/** A page of another website that embeds the widget. */
import { createServer } from 'node:http';

export interface OtherWebsite {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the HTML, under a Content-Security-Policy where one is given. */
export function startOtherWebsite(html: string, policy?: string): Promise<OtherWebsite> {
  const server = createServer((_req, res) => {
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (policy !== undefined) res.setHeader('Content-Security-Policy', policy);
    res.end(html);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
