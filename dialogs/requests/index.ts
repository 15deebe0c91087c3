/** The rights that can be exercised in the conversation. A new one is a file beside this, and a line here. */
import type { Right } from '../../src/requests/right.js';
import { access } from './access.js';
import type { RequestDefinition } from './definition.js';
import { objection } from './objection.js';

export const definitions: Readonly<Partial<Record<Right, RequestDefinition>>> = { access, objection };
