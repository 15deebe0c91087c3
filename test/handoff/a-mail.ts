/** A mail and its delivery, for the tests of the SMTP transport. */
import type { Delivery, Mail } from '../../src/handoff/mail.js';
import { createSmtpTransport, type SmtpOptions } from '../../src/handoff/transports/smtp.js';

export const MAIL: Mail = {
  from: 'Privacy assistant <privacy@example.gov.uk>',
  to: 'dpo@example.gov.uk',
  replyTo: 'zq@example.com',
  subject: '[Access request] PR-7K3M-Q2X9 – respond by 23 Dec 2026',
  messageId: '<pr-7k3m-q2x9.dpo@example.gov.uk>',
  headers: { 'X-Privacy-Request': 'PR-7K3M-Q2X9' },
  text: 'Café words\n.\nafter a lone dot\n',
  html: '<p>Café words</p>',
  attachments: [
    { filename: 'request.json', contentType: 'application/json; charset=utf-8', content: '{\n  "a": "é"\n}\n' },
  ],
};

/** Milliseconds; short, as nobody waits for a test. */
export const TIMEOUTS = { connection: 2_000, greeting: 150, socket: 1_000, delivery: 3_000 };

/** Delivers {@link MAIL} by a transport of its own. */
export async function deliverTo(
  server: { readonly port: number },
  options: Partial<SmtpOptions> = {},
): Promise<Delivery> {
  const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${server.port}`, timeouts: TIMEOUTS, ...options });
  try {
    return await transport.deliver(MAIL);
  } finally {
    await transport.close();
  }
}
