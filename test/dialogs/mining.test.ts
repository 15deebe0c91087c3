import { expect } from 'chai';
import { mineMessage } from '../../dialogs/mining/index.js';
import { loadKnowledge } from '../../src/answers/knowledge/load.js';
import { TODAY } from './a-talk.js';

const { services } = loadKnowledge('knowledge', 'barnet').council;
const mine = (said: string) => mineMessage(said, { services, today: TODAY });
/** What is understood of each step. */
const understood = (said: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(mine(said)).map(([step, answer]) => [step, answer.understood]));

describe('a first message', () => {
  it('is taken for all that it says', () => {
    const said =
      'I’m Sarah Khan, send me everything social services wrote about my son Leo between Jan 2021 and last March, ' +
      'large print please, sarah@example.org';
    expect(mine(said)).to.deep.equal({
      forWhom: { words: 'everything social services wrote about my son', understood: 'Someone else' },
      relationship: { words: 'my son', understood: 'They are my son' },
      subjectName: { words: 'Leo', understood: 'Leo' },
      fullName: { words: 'Sarah Khan', understood: 'Sarah Khan' },
      contact: { words: 'sarah@example.org', understood: 'sarah@example.org', email: 'sarah@example.org' },
      services: { words: 'social services', understood: 'Social services', services: ['Social services'] },
      period: mine('between Jan 2021 and last March').period,
      format: { words: 'large print', understood: 'Large print' },
    });
    expect(mine(said).period).to.include({ from: '2021-01-01', to: '2026-03-31' });
  });

  const others: readonly (readonly [said: string, answers: Readonly<Record<string, string>>])[] = [
    [
      'Dear Sir or Madam,\n\nI request all information held about my late father, Mr George Mills, by adult social care. ' +
        'I am the executor of his estate.\n\nYours faithfully,\nJanet Mills\n14 Oak Grove\nLondon N12 8QR',
      {
        forWhom: 'Someone else',
        relationship: 'They are my father',
        subjectName: 'George Mills',
        authority: 'I am the executor of his estate',
        fullName: 'Janet Mills',
        contact: '14 Oak Grove, London N12 8QR',
        services: 'Adult social care',
      },
    ],
    [
      "hiya my name is kev dunn, i'm dyslexic so ring me on 07700 900456, want my parkin file",
      {
        forWhom: 'Me',
        fullName: 'kev dunn',
        contact: '07700 900456',
        services: 'Parking',
        adjustments: 'Dyslexic',
      },
    ],
    [
      'Our client Ms T Okonkwo asks for her housing file. Signed authority will follow by post.',
      {
        forWhom: 'Someone else',
        relationship: 'They are my client',
        subjectName: 'T Okonkwo',
        authority: 'Signed authority will follow by post',
        services: 'Housing and homelessness',
      },
    ],
    ['gimme it all', {}],
    ['', {}],
  ];
  for (const [said, answers] of others) {
    it(`is taken so: “${said.replaceAll('\n', '⏎')}”`, () => void expect(understood(said)).to.deep.equal(answers));
  }

  it('is read in no time, however hostile', () => {
    mine('warm up');
    const pieces = [
      'my ',
      "my mum's ",
      "mum's a ",
      'everything about ',
      'what on my ',
      "a' ",
      'Ab ',
      'I’m ',
      'my name is ',
      '@',
      'a@b.c ',
      'send it to ',
      '07700 ',
      '+44 (0) ',
      '14 High St ',
      'counsil tax ',
      'planing ',
      'by email ',
      'email me ',
      'i am very ',
      'she has given ',
      'thanks Ab ',
      '\n',
      '. ',
      ', ',
      'on behalf of ',
      'write to me at ',
      'step ',
      '- ',
      'a',
      '0',
      'children ',
    ];
    for (const piece of pieces) {
      const hostile = piece.repeat(4_000 / piece.length);
      const began = performance.now();
      mine(hostile);
      expect(performance.now() - began, piece).to.be.lessThan(1_000);
    }
  });
});
