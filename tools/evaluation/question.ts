/** A question of the evaluation set. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { RIGHTS } from '../../src/requests/right.js';

const range = z.tuple([z.int().positive(), z.int().positive()]);
const kind = z.enum(['answer', 'request', 'out_of_scope', 'other', 'safety']);

export const questionSchema = z.object({
  id: z.string(),
  text: z.string(),
  kind,
  gold: z.array(range).default([]),
  rights: z.array(z.enum(RIGHTS)).optional(),
  expect: z.literal('safety').optional(),
  also: z.array(kind).default([]),
});
export type Question = z.infer<typeof questionSchema>;

/** @throws {z.ZodError} where a line is not as it should be. */
export function readQuestions(path: string): Question[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim());
  return lines.map((line) => questionSchema.parse(JSON.parse(line)));
}
