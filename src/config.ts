/** The environment, parsed once: every fault is reported at once, with what to do about it. */
import { z } from 'zod';

const LARGEST_PORT = 65_535;
const WHOLE = /^\d{1,9}$/;

/** Parts of a list that is parted by commas. */
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const oneOf = <const T extends readonly [string, ...string[]]>(options: T): z.ZodEnum<{ [K in T[number]]: K }> =>
  z.enum(options, `write one of ${options.join(', ')}`);
const onOrOff = z.stringbool({ error: 'write on or off' });
const perMinute = z.string().regex(WHOLE, 'write a whole number; 0 is no limit').transform(Number);
const port = z
  .string()
  .refine(
    (text) => WHOLE.test(text) && Number(text) <= LARGEST_PORT,
    `write a whole number from 0 to ${LARGEST_PORT}; 0 takes any port that is free`,
  )
  .transform(Number);

const KEY = /^[a-z0-9-]{1,16}:[A-Za-z0-9+/]{43}=$/;
const keyRing = list
  .refine(
    (parts) => parts.length > 0 && parts.every((part) => KEY.test(part)),
    'write each key as id:base64 of 32 random bytes, parted by commas; an id has small letters, digits and hyphens',
  )
  .transform((parts) =>
    parts.map((part) => {
      const [id = '', key = ''] = part.split(':');
      return { id, key: Buffer.from(key, 'base64') };
    }),
  )
  .refine(
    (keys) => new Set(keys.map(({ id }) => id)).size === keys.length,
    'two keys have one id; name each differently',
  );

/** "Name <address>" or the address alone. */
const SENDER = /^(?:[^<>@]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

/** `{name}-{service id}-{secret}`, the last two of which are UUIDs. */
const NOTIFY_KEY = /^\S.*-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const notifyId = z.guid('copy the id from GOV.UK Notify: 32 letters and digits in five groups');

const isOrigin = (text: string): boolean =>
  /^https?:/i.test(text) && URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`;
const origins = list
  .refine((parts) => parts.every(isOrigin), 'write each website as https://www.example.gov.uk, parted by commas')
  .transform((parts) => parts.map((part) => new URL(part).origin));

/** One field a variable; `.env.example` explains each, and is tested against this. */
export const environmentSchema = z.object({
  NODE_ENV: oneOf(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3978),
  COUNCIL: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'name a folder under knowledge/')
    .default('barnet'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'write the whole address, as https://privacy.example.gov.uk' })
    .optional(),
  DEMO_PAGE: onOrOff.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'write postgres://user:password@host/database, or leave it out for SQLite')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, hostname: /./, error: 'write smtp://user:password@host:587' }).optional(),
  MAIL_FROM: z.string().regex(SENDER, 'write an address, as privacy@example.gov.uk').optional(),
  DPO_MAILBOX: z.email('write an address, as data.protection@example.gov.uk').optional(),
  ALERT_MAILBOX: z.email('write an address, as it-on-call@example.gov.uk').optional(),
  NOTIFY_API_KEY: z.string().regex(NOTIFY_KEY, 'copy the whole key from GOV.UK Notify, its name included').optional(),
  NOTIFY_TEMPLATE_DPO: notifyId.optional(),
  NOTIFY_TEMPLATE_RESIDENT: notifyId.optional(),
  NOTIFY_REPLY_TO_ID: notifyId.optional(),
  ENCRYPTION_KEYS: keyRing.optional(),
  DIRECT_LINE_SECRET: z.string().min(32, 'use at least 32 random characters').optional(),
  ALLOWED_ORIGINS: origins.default([]),
  AZURE_BOT_SERVICE: onOrOff.default(true),
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: oneOf(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
  MicrosoftAppTenantId: z.string().optional(),
  RATE_LIMIT_CONVERSATIONS: perMinute.optional(),
  RATE_LIMIT_MESSAGES: perMinute.optional(),
  UNFINISHED_AFTER_HOURS: z
    .string()
    .regex(/^\d{1,3}$/, 'write whole hours, from 1 to 168')
    .transform(Number)
    .refine((hours) => hours >= 1 && hours <= 168, 'write whole hours, from 1 to 168')
    .default(24),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
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
  { name: 'ENCRYPTION_KEYS', why: 'id:base64 of 32 random bytes, for what is kept at rest' },
  { name: 'DIRECT_LINE_SECRET', why: 'at least 32 random characters, to sign the tokens of conversations' },
];

/** What the bot's registration consists of, by its kind: a managed identity has no password. */
const REGISTRATION = {
  SingleTenant: ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'],
  UserAssignedMSI: ['MicrosoftAppId', 'MicrosoftAppTenantId'],
  MultiTenant: ['MicrosoftAppId', 'MicrosoftAppPassword'],
} as const;

type Given = Readonly<Record<string, string>>;

/** What is wrong with GOV.UK Notify as a whole, in every environment: mail goes one way, and needs templates on this one. */
function faultsOfNotify(given: Given): string[] {
  if (given['NOTIFY_API_KEY'] === undefined) return [];
  const templates = ['NOTIFY_TEMPLATE_DPO', 'NOTIFY_TEMPLATE_RESIDENT'].filter((name) => given[name] === undefined);
  return [
    ...(given['SMTP_URL'] === undefined
      ? []
      : ['NOTIFY_API_KEY and SMTP_URL are both set: mail goes one way only; leave one of them out']),
    ...templates.map(
      (name) => `${name} is missing: GOV.UK Notify sends only by templates; README.md says what they hold`,
    ),
  ];
}

/** What production lacks. A variable that is given but wrong is not missing; the schema has its fault. */
function missingInProduction(given: Given): string[] {
  const { AZURE_BOT_SERVICE, MicrosoftAppType } = environmentSchema.shape;
  const faults = PRODUCTION_NEEDS.filter(({ name }) => given[name] === undefined).map(
    ({ name, why }) => `${name} is missing: ${why}`,
  );
  if (given['NOTIFY_API_KEY'] === undefined) {
    if (given['SMTP_URL'] === undefined)
      faults.push('SMTP_URL is missing: requests could not be delivered; set it, or NOTIFY_API_KEY for GOV.UK Notify');
    if (given['MAIL_FROM'] === undefined)
      faults.push(
        "MAIL_FROM is missing: a sender that the council's domain allows, or its mail server drops every request",
      );
  }
  if (AZURE_BOT_SERVICE.safeParse(given['AZURE_BOT_SERVICE']).data !== false) {
    const kind = MicrosoftAppType.safeParse(given['MicrosoftAppType']).data ?? 'SingleTenant';
    for (const name of REGISTRATION[kind].filter((part) => given[part] === undefined))
      faults.push(
        `${name} is missing: without it /api/messages would answer anybody; set it, or AZURE_BOT_SERVICE=off for the web chat alone`,
      );
  }
  return faults;
}

/**
 * Parses the environment. An empty variable counts as unset.
 * @throws {ConfigError} naming every variable that is wrong or, in production, missing.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Environment {
  const given: Given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = environmentSchema.safeParse(given);
  const faults = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  faults.push(...faultsOfNotify(given));
  if (given['NODE_ENV'] === 'production') faults.push(...missingInProduction(given));
  if (!parsed.success || faults.length) throw new ConfigError(faults);
  return parsed.data;
}
