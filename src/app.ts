/** The whole service, wired in one place; with `handoff/transports/choose.ts`, the only file that chooses concrete classes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pino from 'pino';
import type { Surroundings } from '../dialogs/conversation.js';
import { MainDialog } from '../dialogs/main-dialog.js';
import { wording } from '../dialogs/wording.js';
import { readCompiled } from './answers/compiled.js';
import { createBot, type Bot } from './bot.js';
import type { Environment } from './config.js';
import { devMailJson, devMailPage } from './handoff/dev-mail.js';
import { countStuck, startAlerts } from './handoff/alerts.js';
import { startOutbox } from './handoff/outbox.js';
import type { Transport } from './handoff/mail.js';
import { chooseTransport } from './handoff/transports/choose.js';
import { createBotFrameworkEndpoint } from './http/bot-framework.js';
import type { BotServiceStandIn } from './http/connector-authentication.js';
import { demoPage } from './http/demo-page.js';
import type { HttpDependencies, ReadyCheck } from './http/dependencies.js';
import { createHub } from './http/direct-line/hub.js';
import { createServer } from './http/server.js';
import { createLog } from './log.js';
import { createMetrics } from './metrics.js';
import { every } from './periodic.js';
import { startRecovery } from './recovery.js';
import { bankHolidaySourceSchema, bankHolidayWarnings } from './requests/bank-holiday-source.js';
import { readBankHolidays } from './requests/bank-holidays.js';
import { newCode, newReference } from './requests/reference.js';
import { londonDate } from './requests/dates.js';
import { alertMailOf, credentialsOf, hasDemoPage, isProduction, mailerOf, secretsOf, settingsOf } from './settings.js';
import { startRetention } from './privacy/retention.js';
import { openStores } from './stores/open.js';
import type { Listening, Stores } from './stores/store.js';
import { startUnfinished } from './unfinished.js';

export interface AppOptions {
  readonly config: Environment;
  /** The project's folder, with `knowledge/` and the built `dist/`. */
  readonly root: string;
  readonly now: () => Date;
  /** Where the log goes instead of standard output. */
  readonly logTo?: pino.DestinationStream;
  /** A certificate authority to trust for SMTP besides the system's, PEM. */
  readonly smtpCa?: string;
  /** Where GOV.UK Notify is, instead of its own address. For tests. */
  readonly notifyUrl?: string;
  /** Stands in for Azure Bot Service and Microsoft Entra. For tests. */
  readonly botService?: BotServiceStandIn;
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
export async function createApp({ config, root, now, logTo, smtpCa, notifyUrl, botService }: AppOptions): Promise<App> {
  const log = createLog(config.LOG_LEVEL, logTo);
  const secrets = await secretsOf(config);
  const { council, answerer, entries } = readCompiled(join(root, 'dist', 'knowledge'), config.COUNCIL);
  const holidays = readBankHolidays(
    JSON.parse(readFileSync(join(root, 'knowledge', 'uk', 'bank-holidays.json'), 'utf8')),
    council.nation,
  );
  const holidaySource = bankHolidaySourceSchema.parse(
    JSON.parse(readFileSync(join(root, 'knowledge', 'uk', 'bank-holidays.source.json'), 'utf8')),
  );
  const stores = await openStores({
    dataDir: config.DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    encryptionKeys: secrets.encryptionKeys,
    log,
    now,
  });
  const transport = chooseTransport({ ...config, smtpCa, notifyUrl });
  const outbox = startOutbox({ store: stores.outbox, transport, log, now });
  const metrics = createMetrics({
    backlog: () => stores.outbox.backlog(),
    stuck: () => countStuck(stores.alerts, now()),
  });
  const hub = createHub();
  const listening = stores.listen?.({ grown: (id) => hub.wake(id), missed: () => hub.wakeAll() });

  const surroundings = (channelId: string): Surroundings => ({
    answerer,
    council,
    holidays,
    channel: CHANNEL_NAMES[channelId] ?? channelId,
    now: now(),
    newReference: () => newReference(),
    newCode: () => newCode(),
    unfinishedAfterHours: config.UNFINISHED_AFTER_HOURS,
  });
  const mailer = mailerOf(council, config);
  const bot = createBot({
    conversations: stores.conversations,
    dialog: new MainDialog(({ channelId }) => surroundings(channelId)),
    handOver: (finished) => mailer.handOver(finished),
    add: (addition) => mailer.add(addition),
    mailCode: (code) => mailer.code(code),
    surroundings,
    onMail: () => outbox.nudge(),
    apology: wording.fault(council),
    metrics,
    log,
    now,
  });
  const turns: HttpDependencies['turns'] = {
    respond: async (conversationId, incoming) => void (await bot.respond(conversationId, incoming)),
  };
  const admission = { refused: metrics.channelRefused, standIn: botService, ...credentialsOf(config) };
  const server = createServer({
    conversations: stores.conversations,
    turns,
    hub,
    metrics,
    log,
    now,
    settings: settingsOf(config, secrets.directLineSecret),
    ready: () => readiness(stores, transport, listening, now()),
    devMail: async (asJson) => (asJson ? devMailJson : devMailPage)(await stores.outbox.recent(100)),
    ...(hasDemoPage(config)
      ? { page: () => demoPage(isProduction(config) ? council : { ...council, devMailPath: '/dev/mail' }) }
      : {}),
    site: { council, entries },
    widgetFolder: join(root, 'dist', 'widget'),
    ...(config.AZURE_BOT_SERVICE
      ? {
          messages: createBotFrameworkEndpoint({ bot, conversations: stores.conversations, now, ...admission }),
        }
      : {}),
  });
  const recovery = startRecovery({ conversations: stores.conversations, turns, hub, log });
  const calendar = every(DAY_MS, log, 'bank-holidays-fault', async () => {
    for (const { problem, remedy } of bankHolidayWarnings(holidays, holidaySource, londonDate(now())))
      log.warn('bank-holidays', { remedy: `${problem} ${remedy}` });
  });
  // Before anything is deleted or passed on for being old: a crash may have been days ago.
  await recovery.looked;
  const retention = startRetention({ ...stores, transport, log, now });
  const unfinished = startUnfinished({
    conversations: stores.conversations,
    bot,
    log,
    now,
    afterMs: config.UNFINISHED_AFTER_HOURS * 3_600_000,
  });
  const alerts = startAlerts({
    store: stores.alerts,
    mail: alertMailOf(config, transport),
    onMail: () => outbox.nudge(),
    log,
    now,
  });
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
      await calendar.stop();
      await unfinished.stop();
      await retention.stop();
      await alerts.stop();
      await outbox.stop();
      await listening?.stop();
      await transport.close();
      await stores.close();
    },
  };
}

const DAY_MS = 86_400_000;

/** How the DPO's mail names the channels of the Bot Framework. */
const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  directline: 'Web chat',
  webchat: 'Web chat',
  msteams: 'Microsoft Teams',
};

async function readiness(
  stores: Stores,
  { receiver }: Transport,
  listening: Listening | undefined,
  now: Date,
): Promise<Record<string, ReadyCheck>> {
  const database = await stores.check().then(
    (): ReadyCheck => ({ ok: true }),
    (): ReadyCheck => ({ ok: false, detail: 'the database does not answer; see the log' }),
  );
  if (!database.ok) return { database };
  const { refused, late } = await countStuck(stores.alerts, now);
  const details = [
    ...(refused > 0 ? [`mails refused for good: ${refused}; see npm run requests -- list`] : []),
    ...(late > 0 ? [`mails waiting for four hours or more: ${late}; look at ${receiver.name}, and at the log`] : []),
  ];
  const mail: ReadyCheck =
    details.length === 0 ? { ok: true } : { ok: true, degraded: true, detail: details.join('; ') };
  if (!listening) return { database, mail };
  const instances: ReadyCheck = listening.connected
    ? { ok: true }
    : { ok: true, degraded: true, detail: 'other instances cannot be heard; WebSockets may be late by half a minute' };
  return { database, mail, instances };
}
