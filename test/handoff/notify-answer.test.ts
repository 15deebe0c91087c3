import { expect } from 'chai';
import { acceptedBy, outcomeOf } from '../../src/handoff/transports/notify-answer.js';

const answered = (status: number, data: unknown): unknown =>
  Object.assign(new Error('x'), { response: { status, data } });
const error = (kind: string, message: string): unknown => ({ status_code: 400, errors: [{ error: kind, message }] });

/** Notify's errors as it documents them, and what becomes of the mail. */
const CASES = [
  [400, 'ValidationError', 'email_address Not a valid email address', 'refused', 'check DPO_MAILBOX'],
  [400, 'BadRequestError', "Can't send to this recipient using a team-only API key", 'retry', 'set a live key'],
  [
    400,
    'BadRequestError',
    'Can’t send to this recipient when service is in trial mode – see …',
    'retry',
    'service live',
  ],
  [400, 'BadRequestError', 'Missing personalisation: name', 'retry', '((request_file))'],
  [400, 'BadRequestError', 'Template not found', 'retry', 'check NOTIFY_TEMPLATE_DPO'],
  [400, 'BadRequestError', 'Template has been deleted', 'retry', 'NOTIFY_TEMPLATE_RESIDENT'],
  [
    400,
    'BadRequestError',
    'email_reply_to_id 1 does not exist in database for service id 2',
    'retry',
    'NOTIFY_REPLY_TO_ID',
  ],
  [
    400,
    'BadRequestError',
    'Send files by email has not been set up - add contact details',
    'retry',
    'Send files by email',
  ],
  [400, 'BadRequestError', 'Emails cannot be longer than 2000000 bytes. Your message is 3', 'refused', 'by hand'],
  [400, 'BadRequestError', 'File did not pass the virus scan', 'refused', 'by hand'],
  [400, 'BadRequestError', 'Something that nobody has seen yet', 'retry', 'that the service is live'],
  [401, 'AuthError', 'Unauthorized: authentication token must be provided', 'retry', 'check NOTIFY_API_KEY'],
  [403, 'AuthError', 'Invalid token: API key not found', 'retry', 'check NOTIFY_API_KEY'],
  [403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds', 'retry', 'clock'],
  [404, 'NoResultFound', 'No result found', 'retry', 'not how Notify answers'],
  [413, 'BadRequestError', 'File is larger than 2MB', 'refused', 'larger than Notify takes'],
  [429, 'RateLimitError', 'Exceeded rate limit for key type live of 3000 requests per 60 seconds', 'retry', 'limit'],
  [429, 'TooManyRequestsError', 'Exceeded send limits (250000) for today', 'retry', 'limit'],
  [500, 'Exception', 'Internal server error', 'retry', 'status page'],
  [503, 'BadRequestError', 'Antivirus API error', 'retry', 'status page'],
] as const;

describe('What GOV.UK Notify answers', () => {
  for (const [status, kind, message, outcome, remedy] of CASES)
    it(`${outcome === 'retry' ? 'has a mail tried again' : 'gives a mail up'}: ${status} ${message}`, () => {
      const delivery = outcomeOf(answered(status, error(kind, message)));
      expect(delivery.outcome).to.equal(outcome);
      expect(delivery.answer)
        .to.match(new RegExp(`^${status} ${kind}: `))
        .and.to.contain(remedy);
    });

  it('is never repeated: neither its message, nor a kind of error that is none', () => {
    for (const status of [400, 403, 413, 429, 500])
      for (const kind of ['BadRequestError', 'zq@example.com', '<b>', 'x'.repeat(1_000)]) {
        const { answer } = outcomeOf(answered(status, error(kind, 'zq@example.com wrote about dampness')));
        expect(answer).not.to.match(/zq|dampness|<b>|xxx/);
        expect(answer).to.match(new RegExp(`^${status}(?: BadRequestError)?: `));
      }
  });

  for (const data of [
    undefined,
    null,
    '',
    '<html>',
    [],
    {},
    { errors: [] },
    { errors: [{ error: 1 }] },
    { errors: 'x' },
  ])
    it(`has a mail tried again where it cannot be read: ${JSON.stringify(data)}`, () => {
      for (const status of [200, 204, 302, 400, 404]) {
        expect(outcomeOf(answered(status, data))).to.deep.equal({
          outcome: 'retry',
          answer: `${status}: this is not how Notify answers; check what stands between it and this machine`,
        });
      }
    });

  for (const [code, says] of [
    ['ENOTFOUND', 'was not found'],
    ['EAI_AGAIN', 'was not found'],
    ['ECONNREFUSED', 'no connection (ECONNREFUSED)'],
    ['ECONNRESET', 'no connection (ECONNRESET)'],
    ['CERT_HAS_EXPIRED', 'no trusted encrypted connection (CERT_HAS_EXPIRED)'],
    ['ERR_CANCELED', 'no answer in time'],
  ] as const)
    it(`is missed with a remedy: ${code}`, () => {
      const delivery = outcomeOf(Object.assign(new Error('to zq@example.com'), { code }));
      expect(delivery.outcome).to.equal('retry');
      expect(delivery.answer).to.contain(says).and.to.match(/; \w/);
    });

  it('may be no error at all', () => {
    for (const thrown of [undefined, 'text', new TypeError('x'), { code: 7 }])
      expect(outcomeOf(thrown)).to.include({ outcome: 'retry' });
  });

  it('is a yes, whatever else it says: a second mail would be one too many', () => {
    const id = '3c1c6a30-9f0b-4a52-8f37-2b1f5b7f0e99';
    expect(acceptedBy({ id, content: { body: 'words' } })).to.deep.equal({
      outcome: 'accepted',
      answer: `201 accepted, id ${id}`,
    });
    for (const data of ['', null, { id: 'zq@example.com' }])
      expect(acceptedBy(data)).to.deep.equal({ outcome: 'accepted', answer: '201 accepted' });
  });
});
