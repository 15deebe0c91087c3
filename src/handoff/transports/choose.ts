/** By which way mail goes. */
import type { Transport } from '../mail.js';
import { createFilesTransport } from './files.js';
import { createNotifyTransport } from './notify.js';
import { createSmtpTransport } from './smtp.js';

/** The settings of the environment that choose it, and what only tests set. */
export interface TransportSettings {
  readonly DATA_DIR: string;
  readonly SMTP_URL?: string;
  readonly NOTIFY_API_KEY?: string;
  readonly NOTIFY_TEMPLATE_DPO?: string;
  readonly NOTIFY_TEMPLATE_RESIDENT?: string;
  readonly NOTIFY_REPLY_TO_ID?: string;
  /** A certificate authority to trust for SMTP besides the system's, PEM. */
  readonly smtpCa?: string;
  /** Where GOV.UK Notify is, instead of its own address. */
  readonly notifyUrl?: string;
}

/**
 * GOV.UK Notify, a mail server, or files where there is neither; `readConfig` sees to it that both are never set, and
 * that Notify has its templates. Connects to nothing yet.
 * @throws {Error} where an address cannot be used, with the remedy.
 */
export function chooseTransport({ DATA_DIR, SMTP_URL, smtpCa, notifyUrl, ...settings }: TransportSettings): Transport {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_TEMPLATE_DPO: dpo, NOTIFY_TEMPLATE_RESIDENT: resident } = settings;
  if (apiKey && dpo && resident) {
    const replyToId = settings.NOTIFY_REPLY_TO_ID;
    return createNotifyTransport({ apiKey, templates: { dpo, resident }, replyToId, url: notifyUrl });
  }
  return SMTP_URL ? createSmtpTransport({ url: SMTP_URL, ca: smtpCa }) : createFilesTransport(DATA_DIR);
}
