import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { composeDpoMail } from '../../src/handoff/email.js';
import { REQUEST_SCHEMA_ID, requestJsonSchema } from '../../src/handoff/schema.js';
import { RIGHTS } from '../../src/requests/right.js';
import { aRequest, CONTEXT } from './requests.js';

const published = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(new URL('../../docs/request.schema.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;

describe('Published JSON Schema of request.json', () => {
  it('is what the request’s own schema says', async () => {
    expect(
      await published(),
      'docs/request.schema.json is out of date; write it again with: npx tsx tools/request-schema.ts',
    ).to.deep.equal(requestJsonSchema());
  });

  it('has an id, a title and the draft it is written in', async () => {
    const { $schema, $id, title } = await published();
    expect({ $schema, $id, title }).to.deep.equal({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: REQUEST_SCHEMA_ID,
      title: 'Privacy request',
    });
  });

  for (const right of RIGHTS) {
    it(`takes the attachment of a mail: ${right}`, async () => {
      const validate = new Ajv2020({ strict: true, validateFormats: false, allErrors: true }).compile(
        await published(),
      );
      const [attachment] = composeDpoMail(aRequest({ right }), CONTEXT).attachments;
      const content = JSON.parse(attachment?.content ?? '') as unknown;
      expect(validate(content), JSON.stringify(validate.errors)).to.equal(true);
    });
  }

  it('refuses what no request has', async () => {
    const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(await published());
    const { reference: _, ...withoutReference } = aRequest();
    expect(validate(withoutReference)).to.equal(false);
    expect(validate({ ...aRequest(), extra: 1 })).to.equal(false);
    expect(validate({ ...aRequest(), dueDate: '23/12/2026' })).to.equal(false);
    expect(validate({ ...aRequest(), answers: { shoeSize: '9' } })).to.equal(false);
  });
});
