/** The app package that an administrator uploads to Teams: manifest and icons in a zip. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { KnowledgeReader } from '../../src/answers/knowledge/reader.js';
import { councilSchema } from '../../src/answers/knowledge/schema.js';
import { ConfigError, environmentSchema } from '../../src/config.js';
import { manifestOf } from './manifest.js';

export interface PackageOptions {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the zip goes. */
  readonly folder: string;
}

const settingsSchema = z.object({
  COUNCIL: environmentSchema.shape.COUNCIL,
  MicrosoftAppId: z.guid("set it to the bot's Application (client) ID, 32 letters and digits in five groups"),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'set it to the public address, as https://privacy.example.gov.uk' }),
});

/**
 * Writes `<council>.zip`, the same bytes for the same settings.
 * @returns its path.
 * @throws {ConfigError} naming every setting that is missing or wrong, with the remedy; what is wrong with the council's file.
 */
export function writeTeamsPackage({ root, env, folder }: PackageOptions): string {
  const settings = settingsOf(env);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const manifest = manifestOf({
    council: councilOf(root, settings.COUNCIL),
    botId: settings.MicrosoftAppId,
    publicUrl: settings.PUBLIC_URL,
    version,
  });
  const icon = (name: string): Uint8Array => readFileSync(join(root, 'teams', name));
  const zip = zipSync(
    {
      'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
      'color.png': icon('color.png'),
      'outline.png': icon('outline.png'),
    },
    // The earliest that a zip can hold in every time zone.
    { mtime: new Date(1980, 0, 2) },
  );
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${settings.COUNCIL}.zip`);
  writeFileSync(path, zip);
  return path;
}

function settingsOf(env: PackageOptions['env']): z.output<typeof settingsSchema> {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return given[name] === undefined ? `${name} is missing: ${message}` : `${name}: ${message}`;
    }),
  );
}

function councilOf(root: string, name: string): z.output<typeof councilSchema> {
  const reader = new KnowledgeReader(join(root, 'knowledge'));
  const council = reader.one(`${name}/council.yaml`, councilSchema);
  if (council) return council;
  throw new Error(reader.faults.map(({ file, line, message }) => `knowledge/${file}:${line}: ${message}`).join('\n'));
}
