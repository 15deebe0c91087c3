/** Reads the knowledge and its model once, and prints how long that took and what it holds. */
import { readCompiled } from '../../../src/answers/compiled.js';

const council = process.argv[2] ?? 'barnet';
const collect = globalThis.gc;
if (!collect) throw new Error('Run this with --expose-gc.');
/** What is held, in bytes: on the heap and in buffers beside it, and all that is resident. */
const held = (): { readonly own: number; readonly resident: number } => {
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { own: heapUsed + external, resident: rss };
};

const before = held();
const began = performance.now();
const compiled = readCompiled('dist/knowledge', council);
const milliseconds = performance.now() - began;
const after = held();
// Named here, so that it is not collected before it is measured.
const entries = compiled.entries.length;
console.log(
  JSON.stringify({
    milliseconds,
    ownMegabytes: (after.own - before.own) / 1e6,
    residentMegabytes: (after.resident - before.resident) / 1e6,
    entries,
  }),
);
