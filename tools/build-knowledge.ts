/** Compiles a council's knowledge into dist/knowledge: `tsx tools/build-knowledge.ts COUNCIL`. Part of the build. */
import { compile } from '../src/answers/compiled.js';
import { KnowledgeError, loadKnowledge } from '../src/answers/knowledge/load.js';

const council = process.argv[2] ?? 'barnet';
try {
  compile(loadKnowledge('knowledge', council), 'dist/knowledge', council);
} catch (error) {
  console.error(error instanceof KnowledgeError ? error.message : error);
  process.exitCode = 1;
}
