/** Compiles a council's knowledge into dist/knowledge: `tsx tools/build-knowledge.ts COUNCIL`. Part of the build. */
import { compile } from '../src/answers/compiled.js';
import { KnowledgeError, loadKnowledge } from '../src/answers/knowledge/load.js';

const council = process.argv[2] ?? 'barnet';
try {
  const { thresholds, falseAlarms, dangerMissed, clarified } = compile(
    loadKnowledge('knowledge', council),
    'dist/knowledge',
    council,
  );
  if (process.argv.includes('--report')) console.log({ thresholds, falseAlarms, dangerMissed, clarified });
} catch (error) {
  console.error(error instanceof KnowledgeError ? error.message : error);
  process.exitCode = 1;
}
