/** Writes `docs/request.schema.json`. Run it after a change to the request's schema: `npx tsx tools/request-schema.ts`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { requestJsonSchema } from '../src/handoff/schema.js';

const path = fileURLToPath(new URL('../docs/request.schema.json', import.meta.url));
await mkdir(fileURLToPath(new URL('../docs/', import.meta.url)), { recursive: true });
await writeFile(
  path,
  await format(JSON.stringify(requestJsonSchema()), { ...(await resolveConfig(path)), filepath: path }),
);
console.log(`wrote ${path}`);
