/** Checks the knowledge: every entry, every quote against the notice, and coverage of the notice. */
import { checkKnowledge } from '../../src/answers/knowledge/check.js';
import { describeFault, readKnowledge } from '../../src/answers/knowledge/load.js';

/** Prints the faults and what is there. Returns the exit code. */
export function check(): number {
  const council = process.env['COUNCIL'] ?? 'barnet';
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
  return all.length ? 1 : 0;
}
