import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { checkKnowledge } from '../../src/answers/knowledge/check.js';
import { describeFault, readKnowledge, type Knowledge } from '../../src/answers/knowledge/load.js';
import type { AnswerEntry } from '../../src/answers/knowledge/schema.js';
import { RIGHTS } from '../../src/requests/right.js';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** A quote longer than this is no longer read. */
const MOST_LINES = 14;
/** With fewer the classifier does not know an entry from its neighbours. */
const LEAST_PHRASINGS = 20;

describe('Knowledge of Barnet', function () {
  this.timeout(60_000);
  let knowledge: Knowledge;
  let answers: AnswerEntry[];
  const faults: string[] = [];

  before(() => {
    const read = readKnowledge(path('knowledge'), 'barnet');
    faults.push(...read.faults.map(describeFault));
    if (!read.knowledge) throw new Error(faults.join('\n'));
    knowledge = read.knowledge;
    answers = knowledge.entries.flatMap((entry) => (entry.act === 'answer' ? [entry] : []));
  });

  it('has no fault, and every passage of the notice is covered or left out with a reason', () => {
    const checked = checkKnowledge(knowledge);
    expect([...faults, ...checked.faults.map(describeFault)]).to.deep.equal([]);
    const { passages, covered, notAsked } = checked.coverage;
    expect(covered + notAsked).to.equal(passages);
    expect(notAsked, 'nearly everything that the notice says is something people ask').to.be.at.most(5);
  });

  it('quotes word for word what was published, as a plain search finds it', () => {
    const squeeze = (text: string): string => text.replace(/[\s|]+/g, ' ').trim();
    const published = squeeze(readFileSync(path('test/fixtures/barnet-privacy-notice.txt'), 'utf8'));
    const invented = answers.flatMap(({ id, quotes }) =>
      quotes
        .flatMap(({ text }) => text.split(/[\n|]/))
        .filter((part) => !published.includes(squeeze(part)))
        .map((part) => `${id}: ${part}`),
    );
    expect(invented).to.deep.equal([]);
  });

  it('says for each line of a quote which line of the notice it is', () => {
    for (const { id, quotes } of answers) {
      for (const { lines, text, section } of quotes) {
        expect(lines, id).to.have.length(text.split(/[\n|]/).filter((part) => part.trim()).length);
        for (const number of lines) expect(knowledge.notice.lines[number - 1]?.section, id).to.equal(section);
      }
    }
  });

  it('quotes only what answers', () => {
    const long = answers.filter(({ quotes }) => new Set(quotes.flatMap(({ lines }) => lines)).size > MOST_LINES);
    expect(long.map(({ id }) => id)).to.deep.equal([]);
  });

  it('knows how people ask for each answer', () => {
    const bare = answers.filter(({ phrasings }) => phrasings.length < LEAST_PHRASINGS);
    expect(bare.map(({ id, phrasings }) => `${id}: ${phrasings.length}`)).to.deep.equal([]);
  });

  it('knows how people exercise each right', () => {
    const rights = knowledge.entries.flatMap((entry) => (entry.act === 'request' ? [entry.right] : []));
    expect([...rights].sort()).to.deep.equal([...RIGHTS].sort());
  });

  it('offers something to go on with after each answer', () => {
    expect(answers.filter(({ followUps }) => followUps.length === 0).map(({ id }) => id)).to.deep.equal([]);
    expect(answers.filter(({ followUps }) => followUps.length > 3).map(({ id }) => id)).to.deep.equal([]);
  });
});
