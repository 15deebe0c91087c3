/** The real bot with the council's knowledge behind the real HTTP server, with every page; its mail is kept to be looked at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { MainDialog } from '../../dialogs/main-dialog.js';
import { wording } from '../../dialogs/wording.js';
import { readCompiled, type Compiled } from '../../src/answers/compiled.js';
import { createBot } from '../../src/bot.js';
import { readConfig } from '../../src/config.js';
import { demoPage } from '../../src/http/demo-page.js';
import { createHub } from '../../src/http/direct-line/hub.js';
import { createLog } from '../../src/log.js';
import { createMetrics } from '../../src/metrics.js';
import { readBankHolidays } from '../../src/requests/bank-holidays.js';
import { newReference } from '../../src/requests/reference.js';
import type { PrivacyRequest } from '../../src/requests/request.js';
import { mailerOf } from '../../src/settings.js';
import type { Mail } from '../../src/handoff/mail.js';
import { ROOT } from '../support/app.js';
import { freshSqlite } from '../support/fresh-database.js';
import { fixedClock, startHttpService, type HttpService, type ServiceOptions } from '../support/http-service.js';

export interface RealService extends HttpService {
  /** What was handed over to the DPO, in order. */
  readonly requests: readonly PrivacyRequest[];
  /** Mails that bring codes. */
  readonly codes: readonly Mail[];
}

let compiled: Compiled | undefined;

/** The council and its entries, as the build made them. */
export function knowledge(): Compiled {
  compiled ??= readCompiled(join(ROOT, 'dist', 'knowledge'), 'barnet');
  return compiled;
}

/** Starts it. `close` belongs into `afterEach`. */
export async function startRealService({ settings, ...options }: ServiceOptions = {}): Promise<RealService> {
  const { council, answerer, entries } = knowledge();
  const clock = fixedClock();
  const { now } = clock;
  const database = await freshSqlite();
  const { conversations } = await database.open({ now });
  const hub = createHub();
  const holidays = readBankHolidays(
    JSON.parse(readFileSync(join(ROOT, 'knowledge', 'uk', 'bank-holidays.json'), 'utf8')),
    council.nation,
  );
  const mailer = mailerOf(council, readConfig({}));
  const requests: PrivacyRequest[] = [];
  const codes: Mail[] = [];
  const surroundings = (): ReturnType<Parameters<typeof createBot>[0]['surroundings']> => ({
    answerer,
    council,
    holidays,
    channel: 'Web chat',
    now: now(),
    newReference: () => newReference(),
    newCode: () => '482913',
    unfinishedAfterHours: 24,
  });
  const bot = createBot({
    conversations,
    dialog: new MainDialog(surroundings),
    add: (addition) => mailer.add(addition),
    handOver: (finished) => {
      requests.push(finished.request);
      return mailer.handOver(finished);
    },
    mailCode: (code) => {
      const passing = mailer.code(code);
      codes.push(passing.mail);
      return passing;
    },
    surroundings,
    onMail: () => undefined,
    apology: wording.fault(council),
    metrics: createMetrics({ ofProcess: false }),
    log: createLog('silent', new Writable({ write: (_chunk, _encoding, done) => done() })),
    now,
  });
  const service = await startHttpService({
    conversations,
    hub,
    now,
    turns: { respond: async (id, incoming) => void (await bot.respond(id, incoming)) },
    page: () => demoPage(council),
    site: { council, entries },
    widgetFolder: join(ROOT, 'dist', 'widget'),
    settings: { ...settings },
    ...options,
  });
  return {
    ...service,
    clock,
    requests,
    codes,
    async close() {
      await service.close();
      await database.dispose();
    },
  };
}
