/** The whole service, wired in one place; the only file that chooses concrete classes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pino from 'pino';
import type { Finished, Surroundings } from '../dialogs/conversation.js';
import { MainDialog } from '../dialogs/main-dialog.js';
import { wording } from '../dialogs/wording.js';
import { readCompiled } from './answers/compiled.js';
import type { Council } from './answers/knowledge/schema.js';
import { createBot, type Bot } from './bot.js';
import type { Environment } from './config.js';
import { devMailJson, devMailPage } from './handoff/dev-mail.js';
import { composeMails } from './handoff/email.js';
import { startOutbox } from './handoff/outbox.js';
import { createFilesTransport } from './handoff/transports/files.js';
import { createSmtpTransport } from './handoff/transports/smtp.js';
import { createBotFrameworkEndpoint } from './http/bot-framework.js';
import { demoPage } from './http/demo-page.js';
import type { HttpDependencies, HttpSettings, ReadyCheck } from './http/dependencies.js';
import { createHub } from './http/direct-line/hub.js';
import { createServer } from './http/server.js';
import { createLog } from './log.js';
import { createMetrics } from './metrics.js';
import { ownSecrets } from './own-secrets.js';
import { startRecovery } from './recovery.js';
import { readBankHolidays } from './requests/bank-holidays.js';
import { newReference } from './requests/reference.js';
import { startRetention } from './privacy/retention.js';
import { openStores } from './stores/open.js';
import type { HandedOver, Stores } from './stores/store.js';

export interface AppOptions {
  readonly config: Environment;
  /** The project's folder, with `knowledge/` and the built `dist/`. */
  readonly root: string;
  readonly now: () => Date;
  /** Where the log goes instead of standard output. */
  readonly logTo?: pino.DestinationStream;
  /** A certificate authority to trust for SMTP besides the system's, PEM. */
  readonly smtpCa?: string;
}

/** The running service. */
export interface App {
  /** "http://127.0.0.1:3978" */
  readonly url: string;
  /** Where mail goes, in words. */
  readonly mail: string;
  /** What the data rests in, in words. */
  readonly database: string;
  readonly stores: Stores;
  readonly bot: Bot;
  /** Resolves once all mail that is due was tried. */
  deliverMail(): Promise<void>;
  /** Finishes what is under way and closes everything. */
  close(): Promise<void>;
}

/** Starts the service and resolves once it listens. Throws what keeps it from starting, with the remedy. */
export async function createApp({ config, root, now, logTo, smtpCa }: AppOptions): Promise<App> {
  const log = createLog(config.LOG_LEVEL, logTo);
  const secrets = await secretsOf(config);
  const { council, answerer } = readCompiled(join(root, 'dist', 'knowledge'), config.COUNCIL);
  const holidays = readBankHolidays(
    JSON.parse(readFileSync(join(root, 'knowledge', 'uk', 'bank-holidays.json'), 'utf8')),
    council.nation,
  );
  const stores = await openStores({
    dataDir: config.DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    encryptionKeys: secrets.encryptionKeys,
    log,
    now,
  });
  const transport = config.SMTP_URL
    ? createSmtpTransport({ url: config.SMTP_URL, ca: smtpCa })
    : createFilesTransport(config.DATA_DIR);
  const outbox = startOutbox({ store: stores.outbox, transport, log, now });
  const metrics = createMetrics({ backlog: () => stores.outbox.backlog() });
  const hub = createHub();

  const surroundings = (channelId: string): Surroundings => ({
    answerer,
    council,
    holidays,
    channel: CHANNEL_NAMES[channelId] ?? channelId,
    now: now(),
    newReference: () => newReference(),
  });
  const bot = createBot({
    conversations: stores.conversations,
    dialog: new MainDialog(({ channelId }) => surroundings(channelId)),
    handOver: (finished) => handOver(finished, council, config),
    onHandedOver: () => outbox.nudge(),
    apology: wording.fault(council),
    metrics,
    log,
    now,
  });
  const turns: HttpDependencies['turns'] = {
    respond: async (conversationId, incoming) => void (await bot.respond(conversationId, incoming)),
  };
  const server = createServer({
    conversations: stores.conversations,
    turns,
    hub,
    metrics,
    log,
    now,
    settings: settingsOf(config, secrets.directLineSecret),
    ready: () => readiness(stores),
    devMail: async (asJson) => (asJson ? devMailJson : devMailPage)(await stores.outbox.recent(100)),
    ...(hasDemoPage(config)
      ? { page: () => demoPage(isProduction(config) ? council : { ...council, devMailPath: '/dev/mail' }) }
      : {}),
    widgetFolder: join(root, 'dist', 'widget'),
    ...(config.AZURE_BOT_SERVICE
      ? {
          messages: createBotFrameworkEndpoint({
            bot,
            conversations: stores.conversations,
            now,
            ...credentialsOf(config),
          }),
        }
      : {}),
  });
  const recovery = startRecovery({ conversations: stores.conversations, turns, hub, log });
  const retention = startRetention({ conversations: stores.conversations, feedback: stores.feedback, log, now });
  outbox.nudge();
  const port = await server.listen(config.PORT, config.HOST);

  return {
    url: `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`,
    mail: transport.description,
    database: config.DATABASE_URL ? 'PostgreSQL' : `SQLite in ${config.DATA_DIR}`,
    stores,
    bot,
    deliverMail: () => outbox.drain(),
    async close() {
      await server.close();
      await recovery.stop();
      await retention.stop();
      await outbox.stop();
      await transport.close();
      await stores.close();
    },
  };
}

/** How the DPO's mail names the channels of the Bot Framework. */
const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  directline: 'Web chat',
  webchat: 'Web chat',
  msteams: 'Microsoft Teams',
};

const isProduction = ({ NODE_ENV }: Environment): boolean => NODE_ENV === 'production';
const hasDemoPage = (config: Environment): boolean => config.DEMO_PAGE ?? !isProduction(config);

async function secretsOf(config: Environment): Promise<Awaited<ReturnType<typeof ownSecrets>>> {
  const { ENCRYPTION_KEYS: encryptionKeys, DIRECT_LINE_SECRET: directLineSecret } = config;
  if (encryptionKeys && directLineSecret) return { encryptionKeys, directLineSecret };
  const own = await ownSecrets(config.DATA_DIR);
  return {
    encryptionKeys: encryptionKeys ?? own.encryptionKeys,
    directLineSecret: directLineSecret ?? own.directLineSecret,
  };
}

function handOver({ request, deadline }: Finished, council: Council, config: Environment): HandedOver {
  const dpoMailbox = config.DPO_MAILBOX ?? council.dpoMailbox;
  const mails = composeMails(request, {
    councilName: `${council.shortName} Council`,
    dpoMailbox,
    from: config.MAIL_FROM ?? 'Privacy assistant <privacy-assistant@localhost>',
    noticeUrl: council.noticeUrl,
    internalTarget: deadline.target,
  });
  return { request, mails };
}

function settingsOf(config: Environment, directLineSecret: string): HttpSettings {
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

function credentialsOf({ MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId }: Environment) {
  return {
    appId: MicrosoftAppId,
    appPassword: MicrosoftAppPassword,
    appType: MicrosoftAppType,
    tenantId: MicrosoftAppTenantId,
  };
}

async function readiness(stores: Stores): Promise<Record<string, ReadyCheck>> {
  const database = await stores.check().then(
    (): ReadyCheck => ({ ok: true }),
    (): ReadyCheck => ({ ok: false, detail: 'the database does not answer; see the log' }),
  );
  if (!database.ok) return { database };
  const { refused } = await stores.outbox.backlog();
  const mail: ReadyCheck =
    refused === 0
      ? { ok: true }
      : { ok: true, detail: `${refused} mails were refused for good: npm run requests -- list` };
  return { database, mail };
}
