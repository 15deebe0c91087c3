/** A council's website for a benchmark: one page, and files that go compressed over the network. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface Website {
  readonly url: string;
  close(): Promise<void>;
}

export async function startWebsite(page: string, files: Readonly<Record<string, string>>): Promise<Website> {
  const compressed = new Map(
    Object.entries(files).map(([path, file]) => [path, gzipSync(readFileSync(file), { level: 9 })]),
  );
  const server = createServer((req, res) => {
    const file = compressed.get(req.url ?? '');
    res.setHeader('Content-Type', file ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    if (file) res.setHeader('Content-Encoding', 'gzip');
    res.end(file ?? (req.url === '/' ? page : ''));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
