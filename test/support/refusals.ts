/** Tables of requests that the service refuses, each in its own way. */
import { expect } from 'chai';
import { call, type Call, type Started } from './direct-line-calls.js';
import type { HttpService } from './http-service.js';

export interface Refusal {
  readonly title: string;
  /** @param other a conversation that the caller has no token for. */
  readonly path: (own: Started, other: Started) => string;
  readonly options: (own: Started) => Call;
  readonly expected: readonly [status: number, code: string];
}

/** The address of the routes that begin conversations. */
export const START = '/v3/directline/conversations';

export const activitiesOf = ({ conversationId }: Started): string => `${START}/${conversationId}/activities`;

export const HELLO = { type: 'message', text: 'Hello' };

/** One test a row: the status, the code, and that it is JSON which says no more than it should. */
export function itRefuses(cases: readonly Refusal[], given: () => readonly [HttpService, Started, Started]): void {
  for (const { title, path, options, expected } of cases) {
    it(`answers ${title} with ${expected.join(' ')}`, async () => {
      const [service, own, other] = given();
      const { status, body, headers } = await call(service, path(own, other), options(own));
      const error = body['error'] as { code: string; message: string };
      expect([status, error.code]).to.deep.equal(expected);
      expect(Object.keys(body)).to.deep.equal(['error']);
      expect(error.message).to.match(/^\S.{10,}/);
      expect(headers.get('content-type')).to.equal('application/json');
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
    });
  }
}
