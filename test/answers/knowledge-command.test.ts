import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { KnowledgeError, loadKnowledge, readKnowledge } from '../../src/answers/knowledge/load.js';
import { swap, withKnowledge, type Changes } from './a-knowledge-folder.js';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

describe('Faults in the knowledge', () => {
  const spoilt: Changes = {
    'uk/chat.yaml': swap('answer: Hello there.', 'answer: 1'),
    'uk/safety.yaml': swap('answer: Call 999 now.', 'reply: Call 999 now.'),
    'testham/topics/2-more.yaml': swap('You can ring or email us.', 'You can ring us.'),
  };

  it('are all told at once, and the rest is still read', () => {
    withKnowledge(spoilt, (root) => {
      const { knowledge, faults } = readKnowledge(root, 'testham');
      expect(faults.map(({ file, line }) => `${file}:${line}`)).to.deep.equal([
        'testham/topics/2-more.yaml:25',
        'uk/safety.yaml:1',
        'uk/safety.yaml:3',
        'uk/chat.yaml:3',
      ]);
      expect(knowledge?.entries).to.have.length(10);
    });
  });

  it('stop the knowledge from being loaded, and the error lists them a line each', () => {
    withKnowledge(spoilt, (root) => {
      const error = errorOf(() => loadKnowledge(root, 'testham'));
      expect(error).to.be.instanceOf(KnowledgeError);
      expect(String(error)).to.match(/^Error: 4 fault\(s\) in the knowledge:\n/);
      expect(String(error).split('\n')).to.have.length(5);
    });
  });

  it('of a council that is not there name its files', () => {
    withKnowledge({}, (root) => {
      const { knowledge, faults } = readKnowledge(root, 'elsewhere');
      expect(knowledge).to.equal(undefined);
      expect(faults.map(({ file }) => file)).to.deep.equal([
        'elsewhere/council.yaml',
        'elsewhere/notice.md',
        'elsewhere/not-asked.yaml',
      ]);
    });
  });
});

describe('npm run knowledge -- check', function () {
  this.timeout(30_000);
  const run = (changes: Changes, ...words: string[]): { status: number | null; stdout: string; stderr: string } =>
    withKnowledge(changes, (_, above) => {
      const tool = fileURLToPath(new URL('../../tools/knowledge.ts', import.meta.url));
      return spawnSync(process.execPath, ['--import', TSX, tool, ...words], {
        cwd: above,
        env: { PATH: process.env['PATH'], COUNCIL: 'testham' },
        encoding: 'utf8',
      });
    });

  it('exits 0 and counts what is there', () => {
    const { status, stdout, stderr } = run({}, 'check');
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(stdout).to.equal(
      'testham: 12 entries (7 answers), 19 phrasings; 12 of 13 passages covered, 1 left out with a reason\nno faults\n',
    );
  });

  it('exits 1 and names file, line, entry and remedy', () => {
    const { status, stdout, stderr } = run(
      { 'testham/topics/1-rights.yaml': swap('topics-to-write, request-access', 'nowhere') },
      'check',
    );
    expect(status).to.equal(1);
    expect(stderr).to.equal(
      `testham/topics/1-rights.yaml:1 copy: follow-up "nowhere" is not the id of an entry; correct it or leave it out\n`,
    );
    expect(stdout.split('\n').at(-2)).to.match(/^1 faults?$/);
  });

  it('exits 2 and says how it is used when asked for anything else', () => {
    const { status, stderr } = run({}, 'chek');
    expect({ status, stderr }).to.deep.equal({
      status: 2,
      stderr: 'usage: npm run knowledge -- check | gaps | feedback\n',
    });
  });
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
