/** What the parts of the service are told, from the environment. */
import { CODE_MINUTES } from '../dialogs/steps/email-code.js';
import type { Council } from './answers/knowledge/schema.js';
import type { Environment } from './config.js';
import type { AlertContext } from './handoff/alert-mail.js';
import type { Transport } from './handoff/mail.js';
import { createMailer, type Mailer } from './handoff/mailer.js';
import type { HttpSettings } from './http/dependencies.js';
import { ownSecrets } from './own-secrets.js';

export const isProduction = ({ NODE_ENV }: Environment): boolean => NODE_ENV === 'production';
export const hasDemoPage = (config: Environment): boolean => config.DEMO_PAGE ?? !isProduction(config);

export async function secretsOf(config: Environment): Promise<Awaited<ReturnType<typeof ownSecrets>>> {
  const { ENCRYPTION_KEYS: encryptionKeys, DIRECT_LINE_SECRET: directLineSecret } = config;
  if (encryptionKeys && directLineSecret) return { encryptionKeys, directLineSecret };
  const own = await ownSecrets(config.DATA_DIR);
  return {
    encryptionKeys: encryptionKeys ?? own.encryptionKeys,
    directLineSecret: directLineSecret ?? own.directLineSecret,
  };
}

const senderOf = ({ MAIL_FROM }: Environment): string => MAIL_FROM ?? 'Privacy assistant <privacy-assistant@localhost>';

/** Undefined where nobody is to be mailed. */
export function alertMailOf(config: Environment, { receiver }: Transport): AlertContext | undefined {
  const { ALERT_MAILBOX: to } = config;
  return to === undefined ? undefined : { from: senderOf(config), to, receiver };
}

export function mailerOf(council: Council, config: Environment): Mailer {
  return createMailer(
    {
      councilName: `${council.shortName} Council`,
      dpoMailbox: config.DPO_MAILBOX ?? council.dpoMailbox,
      from: senderOf(config),
      noticeUrl: council.noticeUrl,
    },
    CODE_MINUTES,
  );
}

export function settingsOf(config: Environment, directLineSecret: string): HttpSettings {
  return {
    development: !isProduction(config),
    ...(config.PUBLIC_URL ? { publicUrl: config.PUBLIC_URL } : {}),
    allowedOrigins: config.ALLOWED_ORIGINS,
    directLineSecret,
    conversationsPerMinute: config.RATE_LIMIT_CONVERSATIONS ?? (isProduction(config) ? 20 : 0),
    messagesPerMinute: config.RATE_LIMIT_MESSAGES ?? (isProduction(config) ? 60 : 0),
    trustProxy: isProduction(config),
  };
}

export function credentialsOf({
  MicrosoftAppId,
  MicrosoftAppPassword,
  MicrosoftAppType,
  MicrosoftAppTenantId,
}: Environment) {
  return {
    appId: MicrosoftAppId,
    appPassword: MicrosoftAppPassword,
    appType: MicrosoftAppType,
    tenantId: MicrosoftAppTenantId,
  };
}
