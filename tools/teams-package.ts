/** `npm run teams:package`: writes `dist/teams/<council>.zip`, to be uploaded in the Teams admin centre. See docs/teams.md. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTeamsPackage } from './teams/package.js';

const root = fileURLToPath(new URL('..', import.meta.url));
try {
  const path = writeTeamsPackage({ root, env: process.env, folder: join(root, 'dist', 'teams') });
  console.log(`wrote ${path}; docs/teams.md says how to upload it`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
