import { expect } from 'chai';
import type { Gap } from '../../src/stores/store.js';
import { clustersOf } from '../../tools/knowledge/clusters.js';
import { describeGaps } from '../../tools/knowledge/gaps.js';
import { describeTallies } from '../../tools/knowledge/feedback.js';

describe('clusters of messages', () => {
  const tables: readonly { readonly title: string; readonly groups: readonly (readonly string[])[] }[] = [
    {
      title: 'the same words, however they are written and bent',
      groups: [['do you use blockchain', 'Do you USE blockchains?', 'is there a blockchain', 'using a blockchain']],
    },
    {
      title: 'what shares most of its telling words',
      groups: [
        ['is my drone footage kept', 'who keeps the drone footage', 'drone footage?'],
        ['can the school see my drone'],
      ],
    },
    {
      title: 'nothing by the words that everybody uses',
      groups: [['do you sell my data'], ['who can delete my data'], ['what is the information for my pets']],
    },
    {
      title: 'messages of nothing but such words, where they are the same',
      groups: [['who are you', 'Who are you?'], ['what do you do']],
    },
    { title: 'what was redacted out of it, by what is left', groups: [['[name] reads horoscopes', 'horoscopes']] },
  ];
  for (const { title, groups } of tables) {
    it(`put together ${title}`, () => {
      const found = clustersOf(groups.flat()).map((group) => [...group].sort());
      expect(found).to.have.deep.members(groups.map((group) => [...group].sort()));
    });
  }

  it('come the largest first, each led by its commonest text', () => {
    const texts = ['one moon', 'a drone', 'drones fly', 'drones fly', 'the drones fly low', 'one moon'];
    expect(clustersOf(texts)).to.deep.equal([
      ['drones fly', 'drones fly', 'a drone', 'the drones fly low'],
      ['one moon', 'one moon'],
    ]);
  });

  it('lose no text, and are made in time for a month of them', () => {
    const texts = Array.from({ length: 5_000 }, (_, i) => `topic${i % 700} and matter${i % 13} of ${i}`);
    const began = performance.now();
    expect(clustersOf(texts).flat()).to.have.members(texts);
    expect(performance.now() - began).to.be.below(3_000);
  });

  it('of nothing are none', () => void expect(clustersOf([])).to.deep.equal([]));
});

describe('gaps as an editor reads them', () => {
  it('are counted, with why, a sample and the nearest entry with its score', () => {
    const kept: readonly Gap[] = [
      { words: 'is it true', why: 'clarify' },
      { words: 'do you use drones', why: 'unanswerable' },
      { words: 'do you use drones', why: 'unhelpful', entry: 'cctv' },
      { words: 'drones?', why: 'unanswerable' },
    ];
    expect(
      describeGaps(kept, (text) => (text.includes('drone') ? { entry: 'cctv', score: 0.4156 } : undefined)),
    ).to.deep.equal([
      '    3  nearest cctv 0.42  (2 not answered; 1 did not help: cctv)',
      '       “do you use drones”',
      '    1  nothing near  (1 asked back)',
      '       “is it true”',
    ]);
  });
});

describe('verdicts as an editor reads them', () => {
  it('come by the share of those whom the answer did not help; of equal shares, the one of more judgements first', () => {
    expect(
      describeTallies([
        { entry: 'all-well', helpful: 12, unhelpful: 0 },
        { entry: 'often', helpful: 10, unhelpful: 20 },
        { entry: 'seldom', helpful: 1, unhelpful: 2 },
        { entry: 'never-once', helpful: 0, unhelpful: 1 },
      ]),
    ).to.deep.equal([
      ' 100 %        1 of 1 not helpful  never-once',
      '  67 %      20 of 30 not helpful  often',
      '  67 %        2 of 3 not helpful  seldom',
      '   0 %       0 of 12 not helpful  all-well',
    ]);
  });
});
