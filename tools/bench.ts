/**
 * `npm run bench [-- NAME…] [--full]`: measures, and prints a JSON line a figure and a table at the end. Without a name,
 * every benchmark runs. Each stands in `tools/bench/` and is named here.
 */
import type { Bench } from './bench/bench.js';
import { jsonOf, tableOf, type Figure } from './bench/figure.js';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  answers: async () => (await import('./bench/answers.js')).answers,
  handoff: async () => (await import('./bench/handoff.js')).handoff,
  widget: async () => (await import('./bench/widget.js')).widget,
};

const args = process.argv.slice(2);
const options = { full: args.includes('--full') };
const given = args.filter((arg) => arg !== '--full');
const unknown = given.filter((name) => !benches[name]);
if (unknown.length) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

const figures: Figure[] = [];
const ends: string[] = [];
for (const [name, load] of Object.entries(benches)) {
  if (given.length && !given.includes(name)) continue;
  const bench = await load();
  const report = (figure: Figure): void => {
    figures.push(figure);
    console.log(jsonOf(figure));
  };
  ends.push(...(await bench(report, options)));
}
console.log(['', tableOf(figures), ...ends].join('\n'));
