/**
 * What GOV.UK Notify's answer, or its silence, means for a mail that waits to be delivered. Of an answer nothing is kept
 * but its status and the kind of error: the rest is our own words, so that none of the mail's can come back with it.
 */
import { z } from 'zod';
import type { Delivery } from '../mail.js';

const acceptedSchema = z.object({ id: z.guid() });
/** How an attempt fails: with an answer that is not the one for a mail that was taken, or without any. */
const failureSchema = z.object({
  code: z.string().optional(),
  response: z.object({ status: z.number(), data: z.unknown() }).optional(),
});
/** Notify's errors, as its documentation has them. The kinds are settled, the messages may change. */
const errorsSchema = z.object({
  errors: z.tuple([z.object({ error: z.string().regex(/^\w{1,40}$/), message: z.string() })], z.unknown()),
});
/** As much of a message as is looked at, in characters. */
const LONGEST_MESSAGE = 500;

interface Cause {
  readonly says: RegExp;
  readonly remedy: string;
  /** No attempt will deliver this mail. */
  readonly final?: true;
}

/** What Notify calls a bad request: nearly always how it is set up. A message that is not known gets all the remedies. */
const BAD_REQUESTS: readonly Cause[] = [
  {
    says: /missing personalisation/i,
    remedy:
      'a template asks for more than ((subject)), ((body)) and, for the Data Protection Officer alone, ((request_file)); change it in Notify',
  },
  {
    says: /trial mode|team-only/i,
    remedy:
      'the service is in trial mode, or the key is for the team alone; ask Notify to make the service live, and set a live key',
  },
  {
    says: /send files by email/i,
    remedy: 'the service may not send files yet; in Notify, fill in Settings, Send files by email',
  },
  { says: /reply_to/i, remedy: 'check NOTIFY_REPLY_TO_ID' },
  { says: /virus/i, remedy: 'the virus scan refused request.json; pass the request on by hand', final: true },
  {
    says: /emails cannot be longer/i,
    remedy: 'the mail is longer than Notify takes; pass the request on by hand',
    final: true,
  },
  { says: /template/i, remedy: 'check NOTIFY_TEMPLATE_DPO and NOTIFY_TEMPLATE_RESIDENT' },
];
const ANY_BAD_REQUEST =
  'check the templates with their placeholders, NOTIFY_REPLY_TO_ID, and that the service is live and may send files by email';

/** @param data the body of an answer with status 201. */
export function acceptedBy(data: unknown): Delivery {
  const { data: accepted } = acceptedSchema.safeParse(data);
  return { outcome: 'accepted', answer: accepted ? `201 accepted, id ${accepted.id}` : '201 accepted' };
}

/**
 * The outcome of an attempt that failed. Final is only what is wrong with this very mail; a key, a template or a limit is
 * put right by an operator, or by time, and the mail goes out then.
 */
export function outcomeOf(error: unknown): Delivery {
  const { code = 'unknown fault', response } = failureSchema.safeParse(error).data ?? {};
  return response ? answeredWith(response.status, response.data) : { outcome: 'retry', answer: whatFailed(code) };
}

function answeredWith(status: number, data: unknown): Delivery {
  const first = errorsSchema.safeParse(data).data?.errors[0];
  const answer = (remedy: string): string => `${[status, first?.error].filter(Boolean).join(' ')}: ${remedy}`;
  const retry = (remedy: string): Delivery => ({ outcome: 'retry', answer: answer(remedy) });
  const refused = (remedy: string): Delivery => ({ outcome: 'refused', answer: answer(remedy) });
  if (status === 400 && first?.error === 'ValidationError') {
    return refused('Notify does not take the address; check DPO_MAILBOX, or reach the person in another way');
  }
  if (status === 400 && first) {
    const message = first.message.slice(0, LONGEST_MESSAGE);
    const cause = BAD_REQUESTS.find(({ says }) => says.test(message));
    return (cause?.final ? refused : retry)(cause?.remedy ?? ANY_BAD_REQUEST);
  }
  if (status === 401 || status === 403) {
    return retry('check NOTIFY_API_KEY, and that the clock of this machine is right to within 30 seconds');
  }
  if (status === 413) return refused('the mail is larger than Notify takes; pass the request on by hand');
  if (status === 429) return retry('a limit of Notify is reached, for a minute or for today; its settings name them');
  if (status >= 500) return retry('Notify has a fault; if it lasts, look at its status page');
  return retry('this is not how Notify answers; check what stands between it and this machine');
}

/** What failed before there was an answer, and the remedy. */
function whatFailed(code: string): string {
  // Nobody aborts but our own deadline, and the end of the service.
  if (code === 'ERR_CANCELED') return 'no answer in time; check the connection to GOV.UK Notify';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `GOV.UK Notify was not found (${code}); check the DNS`;
  if (/CERT|SSL|TLS|SIGNATURE/.test(code)) {
    return `no trusted encrypted connection (${code}); GOV.UK Notify must be reached with its own certificate (NODE_EXTRA_CA_CERTS adds an authority)`;
  }
  return `no connection (${code}); check that this machine may reach GOV.UK Notify`;
}
