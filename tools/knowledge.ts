/** `npm run knowledge -- check`: is what the assistant knows true to the notice, complete and readable? */
import { checkKnowledge } from '../src/answers/knowledge/check.js';
import { describeFault, readKnowledge } from '../src/answers/knowledge/load.js';

const [command, ...rest] = process.argv.slice(2);
const council = process.env['COUNCIL'] ?? 'barnet';
if (command !== 'check' || rest.length > 0) {
  console.error('usage: npm run knowledge -- check');
  process.exit(2);
}
const { knowledge, faults: unreadable } = readKnowledge('knowledge', council);
const { faults, coverage } = knowledge ? checkKnowledge(knowledge) : { faults: [], coverage: undefined };
const all = [...unreadable, ...faults];
for (const fault of all) console.error(describeFault(fault));
if (knowledge && coverage) {
  const phrasings = knowledge.entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const answers = knowledge.entries.filter((entry) => entry.act === 'answer').length;
  console.log(
    `${council}: ${knowledge.entries.length} entries (${answers} answers), ${phrasings} phrasings; ` +
      `${coverage.covered} of ${coverage.passages} passages covered, ${coverage.notAsked} left out with a reason`,
  );
}
console.log(all.length ? `${all.length} faults` : 'no faults');
process.exitCode = all.length ? 1 : 0;
