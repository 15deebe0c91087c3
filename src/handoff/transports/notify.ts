/** Mail by GOV.UK Notify: a template of the council's is filled in, and the attachment goes behind a link. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NotifyClient } from 'notifications-node-client';
import { z } from 'zod';
import type { Delivery, Mail, Transport } from '../mail.js';
import { acceptedBy, outcomeOf } from './notify-answer.js';
import { contentOf, FILE_WEEKS, type NotifyContent } from './notify-content.js';
import { isLoopback } from './smtp.js';

const NOTIFY_URL = 'https://api.notifications.service.gov.uk';
/** Of one mail from beginning to end, in milliseconds. Must be less than the outbox's lease. */
const DELIVERY_MS = 60_000;
/** Bytes of an answer, which repeats the mail. */
const LARGEST_ANSWER = 10_000_000;

type HttpClient = Parameters<NotifyClient['setClient']>[0];
/** What Notify's client keeps its HTTP client in, whose type it does not tell. */
const apiClientSchema = z.object({ restClient: z.custom<HttpClient>((value) => typeof value === 'function') });

export interface NotifyOptions {
  /** `{name}-{service id}-{secret}`, as Notify shows it once. */
  readonly apiKey: string;
  /** Ids of the templates: of mail to the Data Protection Officer, and of all other mail. */
  readonly templates: { readonly dpo: string; readonly resident: string };
  /** The id of a reply-to address of the service. Without it: the service's own. */
  readonly replyToId?: string;
  /** Where the API is, instead of Notify's own address. For tests. */
  readonly url?: string;
  /** A certificate authority to trust besides, PEM. For tests; operators set NODE_EXTRA_CA_CERTS. */
  readonly ca?: string;
  readonly deliveryMs?: number;
}

/**
 * A transport over Notify's API. Does not connect yet. A mail may arrive twice, as with SMTP: Notify has no way to be
 * told that two are one, so nothing is tried again here, only by the outbox.
 * @throws {Error} where `url` is neither https nor on this machine itself.
 */
export function createNotifyTransport(options: NotifyOptions): Transport {
  const url = readUrl(options.url ?? NOTIFY_URL);
  const underWay = new Set<AbortController>();
  return {
    description: `GOV.UK Notify (${url.host})`,
    receiver: {
      name: 'GOV.UK Notify',
      remedy:
        'the address in DPO_MAILBOX, the key in NOTIFY_API_KEY, the templates in NOTIFY_TEMPLATE_DPO and NOTIFY_TEMPLATE_RESIDENT, the reply-to address in NOTIFY_REPLY_TO_ID, the settings of the service at Notify',
    },
    deliver: async (mail: Mail): Promise<Delivery> => {
      const controller = new AbortController();
      const deadline = setTimeout(() => controller.abort(), options.deliveryMs ?? DELIVERY_MS);
      underWay.add(controller);
      try {
        const client = createClient(url, options, controller.signal);
        return acceptedBy((await send(client, options, mail)).data);
      } catch (error) {
        return outcomeOf(error);
      } finally {
        clearTimeout(deadline);
        underWay.delete(controller);
      }
    },
    close: () => {
      for (const controller of underWay) controller.abort();
      return Promise.resolve();
    },
  };
}

function send(client: NotifyClient, { templates, replyToId }: NotifyOptions, mail: Mail) {
  const { template, reference, subject, body, file } = contentOf(mail);
  return client.sendEmail(templates[template], mail.to, {
    personalisation: {
      subject,
      body,
      ...(file === undefined ? {} : { request_file: placedFile(client, file) }),
    },
    reference,
    emailReplyToId: replyToId,
  });
}

function placedFile(client: NotifyClient, file: NonNullable<NotifyContent['file']>) {
  return typeof file === 'string'
    ? file
    : client.prepareUpload(file.content, {
        filename: file.filename,
        confirmEmailBeforeDownload: true,
        retentionPeriod: `${FILE_WEEKS} weeks`,
      });
}

/** Straight to the one server: no redirect is followed and no proxy of the environment taken, and no connection stays. */
function createClient({ origin }: URL, { apiKey, ca }: NotifyOptions, signal: AbortSignal): NotifyClient {
  const client = new NotifyClient(origin, apiKey);
  const { restClient } = apiClientSchema.parse(client.apiClient);
  client.setClient(
    restClient.create({
      signal,
      proxy: false,
      maxRedirects: 0,
      maxContentLength: LARGEST_ANSWER,
      validateStatus: (status) => status === 201,
      httpAgent: new HttpAgent({ keepAlive: false }),
      httpsAgent: new HttpsAgent({ keepAlive: false, rejectUnauthorized: true, minVersion: 'TLSv1.2', ca }),
    }),
  );
  return client;
}

function readUrl(text: string): URL {
  const url = new URL(text);
  const onThisMachine = url.protocol === 'http:' && isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !onThisMachine) {
    throw new Error(`GOV.UK Notify is reached by https alone: ${url.origin} would pass on requests in the open`);
  }
  return url;
}
