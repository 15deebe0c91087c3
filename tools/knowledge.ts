/**
 * What an editor asks of the knowledge. `npm run knowledge -- check`: is it true to the notice, complete and readable?
 * `-- gaps`: what did residents ask that it has no good answer to? `-- feedback`: which answers did not help?
 */
const COMMANDS: Readonly<Record<string, () => Promise<number>>> = {
  check: async () => (await import('./knowledge/check.js')).check(),
  gaps: async () => (await import('./knowledge/gaps.js')).gaps(),
  feedback: async () => (await import('./knowledge/feedback.js')).feedback(),
};

const [command = '', ...rest] = process.argv.slice(2);
const run = Object.hasOwn(COMMANDS, command) && rest.length === 0 ? COMMANDS[command] : undefined;
if (!run) {
  console.error(`usage: npm run knowledge -- ${Object.keys(COMMANDS).join(' | ')}`);
  process.exit(2);
}
try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
