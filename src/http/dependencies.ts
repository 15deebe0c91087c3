/** What the HTTP layer is given. */
import type { Request, Response } from 'restify';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { ConversationStore } from '../stores/store.js';
import type { Hub } from './direct-line/hub.js';
import type { Site } from './public/site.js';
import type { Turns } from './turns.js';

/** A part of the service, as /readyz shows it. */
export interface ReadyCheck {
  /** False: without it nobody can be served here, and a load balancer should send them to another instance. */
  readonly ok: boolean;
  /** It serves, and yet somebody has to look. No other instance would do better, so this one stays in service. */
  readonly degraded?: boolean;
  /** For the operator: what is wrong and what to do. Seen by whoever may call /readyz, so no address or password. */
  readonly detail?: string;
}

export interface HttpSettings {
  /** Opens /dev/mail and lets this machine's own pages in. */
  readonly development: boolean;
  /** "https://privacy.example.gov.uk", where residents reach the service. Unset: whatever host the request names. */
  readonly publicUrl?: string;
  /** Origins of the websites that embed the widget. */
  readonly allowedOrigins: readonly string[];
  /** Signs tokens, and is itself taken in place of one. */
  readonly directLineSecret: string;
  /** New conversations per client and minute; 0: no limit. */
  readonly conversationsPerMinute: number;
  /** Messages per conversation and minute; 0: no limit. */
  readonly messagesPerMinute: number;
  /** Believe X-Forwarded-For: only where a proxy of ours writes it. */
  readonly trustProxy?: boolean;
  /** How long a posted activity waits for its turn before it is answered all the same. Clients give up at 15 to 20 s. */
  readonly answerWithinMs?: number;
  /** How often an open socket gets an empty frame. */
  readonly keepAliveMs?: number;
}

export interface HttpDependencies {
  readonly conversations: ConversationStore;
  readonly turns: Turns;
  /** Shared with the bot, which shows that it is typing through it. */
  readonly hub: Hub;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly now: () => Date;
  readonly settings: HttpSettings;
  /** By name: database, mail … A rejection counts as not ready. */
  ready(): Promise<Readonly<Record<string, ReadyCheck>>>;
  /** The body of /dev/mail: any JSON, or a whole HTML page. */
  devMail?(asJson: boolean): Promise<unknown>;
  /** The demonstration page, as HTML. Without it, `GET /` is not there. */
  page?(): string;
  /** The council and its answers, for /chat, /answers and /accessibility; without it, they are not there. */
  readonly site?: Site;
  /** The folder with the built widget: widget.js and assets/. */
  readonly widgetFolder?: string;
  /** The Bot Framework endpoint; answers the request itself. */
  messages?(req: Request, res: Response): Promise<void>;
}
