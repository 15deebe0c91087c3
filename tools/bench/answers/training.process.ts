/** Trains once, into the folder that is named, and prints how long that took and the hashes of what came of it. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../../src/answers/compiled.js';
import { loadKnowledge } from '../../../src/answers/knowledge/load.js';

const [folder, council = 'barnet'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder to train into.');
const knowledge = loadKnowledge('knowledge', council);
const began = performance.now();
compile(knowledge, folder, council);
const seconds = (performance.now() - began) / 1000;
const hashes = readdirSync(folder)
  .sort()
  .map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}`,
  );
console.log(JSON.stringify({ seconds, peakMegabytes: process.resourceUsage().maxRSS / 1e3, hashes }));
