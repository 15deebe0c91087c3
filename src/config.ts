/** The environment, parsed once: every fault is reported at once, with what to do about it. */
import { z } from 'zod';

const optional = <T extends z.ZodType>(schema: T): z.ZodOptional<T> => schema.optional();
const port = z.coerce.number().int().min(0).max(65_535);
const perMinute = z.coerce.number().int().min(0);
const keyRing = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(
        z
          .string()
          .regex(
            /^[a-z0-9-]{1,16}:[A-Za-z0-9+/]{43}=$/,
            'write each key as id:base64 of 32 random bytes, parted by commas',
          )
          .transform((part) => {
            const [id, key] = part.split(':');
            return { id: id ?? '', key: Buffer.from(key ?? '', 'base64') };
          }),
      )
      .min(1),
  );

/** One field a variable; the comment of `.env.example` for each is its description here. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3978),
  COUNCIL: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'name a folder under knowledge/')
    .default('barnet'),
  PUBLIC_URL: optional(z.url()),
  DEMO_PAGE: optional(z.stringbool()),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'write postgres://user:password@host/database, or leave it out for SQLite'),
  ),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'write smtp://user:password@host:587')),
  MAIL_FROM: optional(z.string().min(3)),
  DPO_MAILBOX: optional(z.email()),
  NOTIFY_API_KEY: optional(z.string().min(1)),
  ENCRYPTION_KEYS: optional(keyRing),
  DIRECT_LINE_SECRET: optional(z.string().min(32, 'use at least 32 random characters')),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim().replace(/\/$/, ''))
        .filter(Boolean),
    ),
  AZURE_BOT_SERVICE: z.stringbool().default(true),
  MicrosoftAppId: optional(z.string().min(1)),
  MicrosoftAppPassword: optional(z.string().min(1)),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
  MicrosoftAppTenantId: optional(z.string().min(1)),
  RATE_LIMIT_CONVERSATIONS: perMinute.optional(),
  RATE_LIMIT_MESSAGES: perMinute.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type Environment = z.infer<typeof environmentSchema>;

/** What is wrong with the environment, a line each. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Without these, production would lose, leak or misdirect something. */
const PRODUCTION_NEEDS: readonly { readonly name: keyof Environment; readonly why: string }[] = [
  { name: 'PUBLIC_URL', why: 'the address that residents reach this service by, for links and the widget' },
  { name: 'MAIL_FROM', why: "a sender that the council's domain allows, or its mail server drops every request" },
  { name: 'ENCRYPTION_KEYS', why: 'id:base64 of 32 random bytes, for what is kept at rest' },
  { name: 'DIRECT_LINE_SECRET', why: 'at least 32 random characters, to sign the tokens of conversations' },
];

/**
 * Parses the environment.
 * @throws {ConfigError} naming every variable that is wrong or, in production, missing.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? 'environment'}: ${issue.message}`);
  if (given['NODE_ENV'] === 'production') {
    for (const { name, why } of PRODUCTION_NEEDS)
      if (given[name] === undefined) faults.push(`${name} is missing: ${why}`);
    if (given['SMTP_URL'] === undefined && given['NOTIFY_API_KEY'] === undefined)
      faults.push('SMTP_URL or NOTIFY_API_KEY is missing: requests could not be delivered');
    if (parsed.data?.AZURE_BOT_SERVICE !== false) {
      for (const name of ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const) {
        if (given[name] === undefined)
          faults.push(
            `${name} is missing: without it /api/messages would answer anybody; set it, or AZURE_BOT_SERVICE=off for the web chat alone`,
          );
      }
    }
  }
  if (!parsed.success || faults.length) throw new ConfigError(faults);
  return parsed.data;
}
