/** The JSON Schema of `request.json`, published as `docs/request.schema.json` for whoever reads the attachment by machine. */
import { z } from 'zod';
import { privacyRequestSchema } from '../requests/request.js';

/** Names the schema; it changes when a reader of the attachment would have to. */
export const REQUEST_SCHEMA_ID = 'urn:council-privacy-assistant:request:1';

/** JSON Schema, draft 2020-12, made from {@link privacyRequestSchema}: the one place where the shape is written down. */
export function requestJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(privacyRequestSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: REQUEST_SCHEMA_ID,
    title: 'Privacy request',
    description: 'A data protection request as handed to the Data Protection Officer: the attachment request.json.',
    ...schema,
  };
}
