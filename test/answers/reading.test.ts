import { expect } from 'chai';
import type { Entry } from '../../src/answers/knowledge/schema.js';
import { createReader } from '../../src/answers/reading.js';
import { asks, clausesOf } from '../../src/answers/text/clauses.js';
import { answer, beyond, classifierOf, request, talk } from './made-by-hand.js';

describe('the clauses of a message', () => {
  const cases: readonly (readonly [said: string, clauses: readonly string[]])[] = [
    ['', []],
    ['do you sell it', []],
    ['Do you sell it? And what does it cost?', []],
    ['one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', []],
    [
      'I moved here in May with my mother. My sister lives next door to us. Who has seen my file?',
      ['I moved here in May with my mother.', 'My sister lives next door to us.', 'Who has seen my file?'],
    ],
    [
      'I got a letter from the housing people last week, but who gave them my number in the first place',
      ['I got a letter from the housing people last week', 'but who gave them my number in the first place'],
    ],
    [
      'the letter says that I owe money for last year\nwho told you where I live now and how I pay',
      ['the letter says that I owe money for last year', 'who told you where I live now and how I pay'],
    ],
    [
      'My cousin works at the library - can she look at what I borrowed there in the last ten years?',
      ['My cousin works at the library', 'can she look at what I borrowed there in the last ten years?'],
    ],
    [
      'Hi there. Ok so. I have been waiting for this for a very long time. When do I get my file?',
      ['I have been waiting for this for a very long time.', 'When do I get my file?'],
    ],
  ];
  for (const [said, clauses] of cases) {
    it(`of “${said.replace('\n', ' / ')}” are ${clauses.length}`, () =>
      void expect(clausesOf(said)).to.deep.equal(clauses));
  }

  it('are no more than a dozen, of a message at its full length', () => {
    const long = 'Who has my file? '.repeat(2_000 / 17);
    expect(clausesOf(long)).to.have.length(12);
    expect(clausesOf('a,'.repeat(1_000))).to.deep.equal([]);
  });
});

describe('a clause asks', () => {
  const ASKING =
    'who has it|Who’s got it|what’s that for|and how long|so do you sell it|but can I stop it|are you sure|anything else?|' +
    'ok what now|has it been sent|am i on it|plus is it free|she said it was you?';
  const TELLING =
    'I moved in May|my doctor has it|send me my file|not sure how|whoever it was|doing nothing|candles|area 51';
  for (const said of ASKING.split('|')) it(`in “${said}”`, () => void expect(asks(said)).to.equal(true));
  for (const said of TELLING.split('|')) it(`not in “${said}”`, () => void expect(asks(said)).to.equal(false));
});

describe('reading a message', () => {
  const [sells, shares, whole, police] = [
    answer('sells', [1]),
    answer('shares', [1]),
    answer('whole', [1, 2]),
    answer('police', [9]),
  ];
  const all = [sells, shares, whole, police];
  const ids = (text: string, known: Parameters<typeof classifierOf>[1]) =>
    createReader(all, classifierOf(all, known))(text).candidates.map(({ entry }) => entry.id);
  const scoreOf = (id: string, known: Readonly<Record<string, number>>, entries: readonly Entry[] = all): number =>
    createReader(entries, classifierOf(entries, { it: known }))('it').candidates.find(({ entry }) => entry.id === id)
      ?.score ?? 0;

  it('puts the likeliest entry first', () => {
    expect(ids('it', { it: { police: 0.7, sells: 0.2 } })[0]).to.equal('police');
  });

  it('lets entries that quote the same line support each other, and no others', () => {
    // Alone, the police are likeliest; but two that say the same outweigh them.
    expect(ids('it', { it: { police: 0.4, sells: 0.35, shares: 0.25 } })[0]).to.equal('sells');
    expect(scoreOf('police', { police: 0.4, sells: 0.35, shares: 0.25 })).to.equal(0.4);
    expect(scoreOf('sells', { sells: 0.5 })).to.equal(0.5);
  });

  it('supports less where only a part of the lines is the same', () => {
    const [same, part] = [scoreOf('shares', { sells: 0.5 }), scoreOf('whole', { sells: 0.5 })];
    expect(same).to.be.greaterThan(part);
    expect(part).to.be.greaterThan(0);
    expect(same).to.be.lessThan(0.5);
  });

  it('lends nothing to or from what quotes nothing', () => {
    const entries = [sells, beyond('bins'), request('access')];
    expect(scoreOf('bins', { sells: 0.5, bins: 0.1 }, entries)).to.equal(0.1);
    expect(scoreOf('sells', { sells: 0.5, bins: 0.3 }, entries)).to.equal(0.5);
  });

  it('refuses a model that knows an entry which the knowledge does not have, and says what to do', () => {
    const classifier = classifierOf([sells, police], {});
    expect(() => createReader([sells], classifier))
      .to.throw('"police"')
      .with.property('message')
      .that.contains('build');
  });

  describe('of several clauses', () => {
    const STORY = 'I was at the station with my brother on Monday night about his stolen bicycle.';
    const QUESTION = 'Do you sell my number?';
    const message = `${STORY} ${QUESTION}`;
    const entries = [sells, shares, whole, police, talk('safety', 'danger')];
    const read = (known: Parameters<typeof classifierOf>[1]) => {
      const classifier = classifierOf(entries, known);
      return { reading: createReader(entries, classifier)(message), scored: classifier.scored };
    };

    it('reads each of them, and says what it means and whether it asks', () => {
      const { reading, scored } = read({ [STORY]: { police: 0.9 }, [QUESTION]: { sells: 0.8 } });
      expect(scored).to.have.members([message, STORY, QUESTION]);
      expect(
        reading.clauses.map(({ text, asks: isAsking, entry, score }) => [text, isAsking, entry.id, score]),
      ).to.deep.equal([
        [STORY, false, 'police', 0.9],
        [QUESTION, true, 'sells', 0.8],
      ]);
    });

    it('hears the clause that asks above one that tells', () => {
      const { reading } = read({
        [message]: { police: 0.3, sells: 0.3 },
        [STORY]: { police: 0.6 },
        [QUESTION]: { sells: 0.6 },
      });
      expect(reading.candidates[0]?.entry).to.equal(sells);
    });

    it('keeps to the whole where the clauses say nothing', () => {
      const { reading } = read({ [message]: { police: 0.9 } });
      expect(reading.candidates[0]?.entry).to.equal(police);
    });

    it('hears danger in one clause, though less than in the whole message', () => {
      const inWhole = read({ [message]: { danger: 0.9 } }).reading.danger;
      const inClause = read({ [STORY]: { danger: 0.9 } }).reading.danger;
      expect(inWhole).to.be.closeTo(0.9, 1e-6);
      expect(inClause).to.be.within(0.3, 0.8);
      expect(read({ [QUESTION]: { sells: 0.9 } }).reading.danger).to.equal(0);
    });
  });
});
