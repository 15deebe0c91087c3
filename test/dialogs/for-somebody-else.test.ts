/** Asking for another person: who they are, and what lets one ask. */
import { expect } from 'chai';
import { authorityQuestion, NO_PAPERS } from '../../dialogs/steps/authority.js';
import { Talk, talkAt } from './a-talk.js';

const ESTATE = /living people.*Are you dealing with their estate/s;
const POWER = /power of attorney, and what it covers, or an order of the Court of Protection/;
const WRITTEN = /permission in writing\? The council will need to see it/;
const PARENT = /parental responsibility.*whether they know about it and agree/s;
const ANYBODY = /^What lets you ask for them\?/;

describe('what lets somebody ask for another person', () => {
  const asked: readonly (readonly [relationship: string, question: RegExp])[] = [
    ['my daughter, she is nine', PARENT],
    ['he is my foster son', PARENT],
    ['my grandson', PARENT],
    ['I am her attorney', POWER],
    ['I am his deputy', POWER],
    ['I have LPA for her', POWER],
    ['my client', WRITTEN],
    ['I am their solicitor', WRITTEN],
    ['I am her caseworker', WRITTEN],
    ['my late uncle', ESTATE],
    ['my wife, who died in May', ESTATE],
    ['I am the executor', ESTATE],
    ['my son, he passed away', ESTATE],
    ['my friend', ANYBODY],
    ['the neighbour', ANYBODY],
    ['I look after him', ANYBODY],
    ['my mum', ANYBODY],
    ['my husband Derek', ANYBODY],
  ];
  for (const [relationship, question] of asked) {
    it(`is asked to fit “${relationship}”`, () => {
      const talk = talkAt('forWhom');
      talk.says('someone else’s', relationship, 'Ada Khan');
      expect(talk.step).to.equal('authority');
      expect(talk.last.text).to.match(question);
      expect(talk.last.text.endsWith(NO_PAPERS)).to.equal(true);
    });
  }

  it('is asked to fit what was said of whose it is, without asking who they are', () => {
    for (const [said, question] of [
      ['my son', PARENT],
      ['on behalf of a client', WRITTEN],
      ['my late father', ESTATE],
      ['my friend', ANYBODY],
    ] as const) {
      const talk = talkAt('forWhom');
      expect(talk.says(said).step, said).to.equal('subjectName');
      expect(talk.says('Ada Khan').text, said).to.match(question);
    }
  });

  it('is asked to fit what the first message says', () => {
    const talk = new Talk();
    expect(talk.says('Please send me the records of my late father').step).to.equal('subjectName');
    expect(talk.says('Karim Khan').text).to.match(ESTATE);
  });

  it('is not asked where the first message says it', () => {
    const talk = new Talk();
    talk.says('Please send me the file of my mum. I have power of attorney for her');
    expect(talk.step).to.equal('subjectName');
    expect(talk.says('Ada Khan').step).to.equal('fullName');
    expect(talk.state.request?.answers.authority?.understood).to.contain('power of attorney');
  });

  it('is asked anew, as it fits, where it turns out to be another person', () => {
    const talk = talkAt('forWhom');
    talk.says('my friend', 'Ada Khan', 'she said yes', 'change who it is for to my daughter', 'Zoe Khan');
    expect(talk.step).to.equal('authority');
    expect(talk.last.text).to.match(PARENT);
  });

  it('decides nothing: whatever is said is taken, and goes to the council', () => {
    for (const said of ['nothing really', 'she does not know about it', 'I just want to', 'none']) {
      const talk = talkAt('forWhom');
      expect(talk.says('my friend', 'Ada Khan', said).step, said).to.equal('fullName');
      expect(talk.state.request?.answers.authority?.understood).to.equal(said);
    }
  });

  it('is asked in one way only of each: the first that fits, death before all', () => {
    const answers = (words: string) => ({ relationship: { words, understood: words } });
    expect(authorityQuestion(answers('my late client'))).to.match(ESTATE);
    expect(authorityQuestion(answers('attorney for my son'))).to.match(POWER);
    expect(authorityQuestion({})).to.match(ANYBODY);
  });
});

describe('asking for another person', () => {
  for (const [first, rest] of [
    ['Delete my account', ['the old gym card']],
    ['Put it on hold', ['the visit report about the flat', 'not sure']],
    ['I take back my yes', ['photos from the summer fair']],
    ['I complain about it', ['you sent the letter to next door', 'skip']],
    ['I object to this', ['the posters', 'it makes her ill']],
    ['Please correct it', ['the name in the register', 'Ada with one d']],
  ] as const) {
    it(`works for “${first}” too`, () => {
      const talk = new Talk();
      talk.says(first, ...rest, 'my mum', 'Ada Khan', 'she asked me to in a letter', 'Sarah Khan', '020 7946 0958');
      while (talk.step !== 'checkAnswers') talk.says('skip');
      talk.says('send');
      expect(talk.finished?.request.subject).to.deep.equal({
        fullName: 'Ada Khan',
        relationship: 'They are my mum',
        authority: 'she asked me to in a letter',
      });
      expect(talk.finished?.request.requester.fullName).to.equal('Sarah Khan');
    });
  }
});
