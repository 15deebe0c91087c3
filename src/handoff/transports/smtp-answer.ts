/** What a mail server's answer, or its silence, means for a mail that waits to be delivered. */
import type { NodemailerError } from 'nodemailer';
import type { Delivery } from '../mail.js';

/** Longest answer that is kept in a request's history, in characters. */
const LONGEST_ANSWER = 160;

/**
 * Permanent by their first digit, and yet nothing that is wrong with the mail: 503 is a session in the wrong state, the
 * rest are about signing in or encrypting (RFC 4954, RFC 3207), which an operator puts right.
 */
const ABOUT_THE_SESSION = new Set([503, 530, 534, 535, 538]);

/**
 * A server's last line without what it may repeat of the mail: addresses, links and anything in quotes or brackets go.
 * Linear in the length of the answer, of which no more than 1,000 characters are looked at.
 */
export function shortened(response: string): string {
  const line =
    response
      .slice(-1_000)
      .split(/\r?\n/)
      .filter((part) => part.trim() !== '')
      .at(-1) ?? '';
  const plain = line
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/"[^"]*"?|<[^>]*>?|\([^)]*\)?/g, ' ')
    .split(/\s+/)
    .filter((word) => !/@|%40|:\/\/|^www\./i.test(word))
    .join(' ')
    .replace(/ ([:;,.])/g, '$1')
    .trim();
  return plain.length > LONGEST_ANSWER ? `${plain.slice(0, LONGEST_ANSWER - 1)}…` : plain;
}

/** The outcome of an attempt that failed. Only a 5xx about this very mail is final: everything else is tried again. */
export function outcomeOf(error: NodemailerError): Delivery {
  const { code = 'ERROR', responseCode, response } = error;
  const said = response === undefined ? '' : shortened(response);
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    // Without an answer the client itself could not send it: an address or a size that no attempt would change.
    if (responseCode === undefined) return { outcome: 'refused', answer: `not sent: ${shortened(error.message)}` };
    const final = responseCode >= 500 && !ABOUT_THE_SESSION.has(responseCode);
    return { outcome: final ? 'refused' : 'retry', answer: said };
  }
  return { outcome: 'retry', answer: [whatFailed(error), said].filter(Boolean).join(': ') };
}

/** What failed before the server could judge the mail, and the remedy. */
function whatFailed({ code, originalCode, timeoutType }: NodemailerError): string {
  const cause = originalCode ? ` (${originalCode})` : '';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign-in failed; check the user and password in SMTP_URL';
  if (code === 'ETLS' || /CERT|SSL|TLS|SIGNATURE/.test(originalCode ?? '')) {
    return `no trusted encrypted connection${cause}; the server must offer TLS with a certificate for its name that this machine trusts (NODE_EXTRA_CA_CERTS adds an authority)`;
  }
  if (code === 'ETIMEDOUT')
    return `no answer in time (${timeoutType ?? 'DELIVERY_TIMEOUT'}); check that the mail server is up`;
  if (code === 'EDNS') return 'the mail server was not found; check the host in SMTP_URL';
  if (code === 'ESOCKET')
    return `no connection${cause}; check the host and port in SMTP_URL and that the mail server is up`;
  if (code === 'ECONNECTION') return 'the mail server closed the connection';
  if (code === 'EPROTOCOL') return 'the mail server did not answer as one does';
  return `not sent (${code ?? 'unknown fault'})`;
}
