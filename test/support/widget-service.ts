/** The real HTTP server with the built widget, the demonstration page and {@link createWidgetBot} behind it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHub } from '../../src/http/direct-line/hub.js';
import { demoPage } from '../../src/http/demo-page.js';
import { buildWidget, type BuiltFile } from '../../tools/build-widget.mjs';
import { freshSqlite } from './fresh-database.js';
import { fixedClock, startHttpService, type HttpService, type ServiceOptions } from './http-service.js';
import { createWidgetBot, NOTICE_URL, type WidgetBot } from './widget-bot.js';

/** The widget as it is shipped, in a folder of its own. */
export interface BuiltWidget {
  readonly folder: string;
  readonly files: Readonly<Record<string, BuiltFile>>;
  remove(): Promise<void>;
}

export async function buildForTests(): Promise<BuiltWidget> {
  const folder = await mkdtemp(join(tmpdir(), 'widget-'));
  const files = await buildWidget({ outDir: folder, minify: true });
  return { folder, files, remove: () => rm(folder, { recursive: true }) };
}

export type WidgetService = Omit<HttpService, 'bot'> & { readonly bot: WidgetBot };

/** @param widget without it, the service has no widget and no page. */
export async function startWidgetService(widget?: BuiltWidget, options: ServiceOptions = {}): Promise<WidgetService> {
  const { now } = fixedClock();
  const database = await freshSqlite();
  const { conversations } = await database.open({ now });
  const hub = createHub();
  const bot = createWidgetBot(conversations, hub, now);
  const service = await startHttpService({
    conversations,
    hub,
    turns: bot,
    ...(widget
      ? {
          widgetFolder: widget.folder,
          page: () => demoPage({ name: 'London Borough of Example', shortName: 'Example', noticeUrl: NOTICE_URL }),
        }
      : {}),
    ...options,
  });
  return {
    ...service,
    hub,
    bot,
    async close() {
      await service.close();
      await database.dispose();
    },
  };
}
