/** The same right asked for twice in a conversation: it is told, never refused, and what belongs together is put together. */
import { expect } from 'chai';
import { wording } from '../../dialogs/wording.js';
import { passOn } from '../../dialogs/unfinished.js';
import { ACCESS, REFERENCE, SURROUNDINGS, Talk, talkAt } from './a-talk.js';

const DUE = 'Wednesday 23 December 2026';
const SECOND = 'PR-9X4W-8YZ2';
const ADD = wording.addTo(REFERENCE);

/** Somebody who has just sent a request for their own records. */
function sent(): Talk {
  const talk = talkAt('checkAnswers');
  talk.says('send my request');
  talk.surroundings = { ...talk.surroundings, newReference: () => SECOND };
  return talk;
}

/** …and asks for records again. */
function again(first: string = ACCESS.start): Talk {
  const talk = sent();
  talk.says(first);
  return talk;
}

describe('the same right, asked for twice in a conversation', () => {
  it('is told at once, with the reference and the date of the first, before anything else is asked', () => {
    const { last, finished } = again();
    expect([last.kind, last.right, last.step]).to.deep.equal(['request', 'access', 'start']);
    expect(last.text).to.contain(`**${REFERENCE}**, about you`).and.to.contain(DUE);
    expect(last.buttons?.map(({ value }) => value)).to.deep.equal([ADD, wording.makeNew]);
    expect(finished).to.equal(undefined);
  });

  const choices: readonly (readonly [said: string, becomes: 'added' | 'new'])[] = [
    [ADD, 'added'],
    ['add to it', 'added'],
    ['add it to the first one please', 'added'],
    ['Yes, add that to my first request', 'added'],
    ['add', 'added'],
    ["it's the same one", 'added'],
    ['the first', 'added'],
    ['put them together', 'added'],
    ['add my parking records from 2020 too', 'added'],
    [wording.makeNew, 'new'],
    ['a new one', 'new'],
    ['no, new', 'new'],
    ['make another request', 'new'],
    ["it's something else", 'new'],
    ['a separate request please', 'new'],
    ['it is for my mum', 'new'],
  ];
  for (const [said, becomes] of choices) {
    it(`“${said}” is ${becomes === 'new' ? 'a new request' : 'something to add'}`, () => {
      const talk = again();
      talk.says(said);
      expect(talk.state.request?.answers.start?.addsTo).to.equal(becomes === 'added' ? REFERENCE : undefined);
      expect(talk.step).not.to.equal('start');
    });
  }

  for (const said of ['yes', 'no', 'ok', 'banana', '42', 'my own'])
    it(`“${said}” is neither, and it is asked again`, () => {
      const talk = again();
      expect(talk.says(said).text).to.contain(REFERENCE);
      expect([talk.step, talk.state.request?.answers.start]).to.deep.equal(['start', undefined]);
    });

  it('answers a question in between, and asks again', () => {
    const talk = again();
    talk.says('do you sell my data?');
    expect(talk.replies.map(({ kind, step }) => step ?? kind)).to.deep.equal(['answer', 'start']);
  });

  it('can be cancelled there, and the first request stays as it was', () => {
    const talk = again();
    talk.says('cancel', wording.stopYes);
    expect(talk.state.request).to.equal(undefined);
    expect([talk.sent.length, talk.added.length]).to.deep.equal([1, 0]);
  });

  it('adds what was said in the first message and besides, under the first reference, with the date as it was', () => {
    const talk = again();
    expect(talk.says(ADD).step).to.equal('details');
    expect(talk.says('also the emails of Mr Green').summary).to.deep.include({
      label: 'What you add',
      value: 'also the emails of Mr Green',
      change: 'Change what i add',
    });
    const said = talk.says('send my request');
    expect([said.step, said.reference]).to.deep.equal(['sent', REFERENCE]);
    expect(said.text).to.contain(`The date stays the same: the council should answer by **${DUE}**`);
    expect(talk.finished).to.equal(undefined);
    expect(talk.added).to.deep.equal([
      {
        reference: REFERENCE,
        right: 'access',
        dueDate: '2026-12-23',
        number: 1,
        receivedAt: '2026-11-23T10:00:00.000Z',
        firstMessage: ACCESS.start,
        answers: { details: 'also the emails of Mr Green' },
      },
    ]);
  });

  it('asks nothing more where the first message says it all, and counts what is added', () => {
    const talk = sent();
    const words = 'Please send me the records of my two parking fines from 2021 as well';
    for (const number of [1, 2]) {
      expect(talk.says(words, ADD).step).to.equal('checkAnswers');
      talk.says('send it');
      expect(talk.added.at(-1)).to.deep.include({ number, reference: REFERENCE, firstMessage: words });
    }
  });

  it('can be made a new request after all, before it is sent', () => {
    const talk = again();
    talk.says(ADD, 'skip', 'change new or added', wording.makeNew);
    expect(talk.step).to.equal('forWhom');
    talk.says(...Object.values(ACCESS).slice(1), 'send my request');
    expect([talk.finished?.request.reference, talk.added.length]).to.deep.equal([SECOND, 0]);
  });

  it('goes on as usual as a new request', () => {
    const talk = again();
    talk.says(wording.makeNew, ...Object.values(ACCESS).slice(1), 'send my request');
    expect(talk.finished?.request).to.deep.include({ reference: SECOND, right: 'access', dueDate: '2026-12-23' });
    expect(talk.finished?.request.answers.start).to.equal(wording.makeNew);
    expect(talk.state.sent?.map(({ reference }) => reference)).to.deep.equal([REFERENCE, SECOND]);
  });

  it('is told before it is sent, where it turns out late that it is about the same person', () => {
    const talk = sent();
    talk.says('Please send me the records of my mum');
    expect(talk.step).not.to.equal('start');
    expect(talk.says('change who to my own').step).to.equal('start');
  });

  const untold: readonly (readonly [what: string, begin: () => Talk])[] = [
    ['of another right', () => again('please correct my address, it is wrong')],
    ['about somebody else', () => again('Please send me the records of my mum')],
    ['more than a day later', () => sent().later(24 * 60 + 1)],
    ['in another conversation', () => new Talk()],
  ];
  for (const [what, begin] of untold)
    it(`is not spoken of where the second is ${what}`, () => {
      const talk = begin();
      if (!talk.state.request) talk.says(ACCESS.start);
      expect(talk.state.request).not.to.equal(undefined);
      expect(talk.step).not.to.equal('start');
      expect(talk.last.text).not.to.contain(REFERENCE);
    });

  it('tells two people apart by their names', () => {
    const mum = ['my mum', 'Ada Khan', 'she asked me to', 'Sarah Khan', 'sarah@example.org', 'skip', 'council tax'];
    const talk = new Talk();
    talk.says(ACCESS.start, ...mum, 'any time', 'all of it please', 'skip', 'by email', 'skip', 'send my request');
    expect(talk.sent.map(({ subject }) => subject?.fullName)).to.deep.equal(['Ada Khan']);
    expect(talk.says('Please send me the records of my mum').text).to.contain('about Ada Khan');
    expect(talk.says("it's for myself").step).not.to.equal('start');
  });

  it('passes on what was to be added where its person falls silent, marked as unfinished', () => {
    const talk = again();
    talk.says(ADD);
    const { added, finished, replies, state } = passOn(talk.state, SURROUNDINGS);
    expect(finished).to.deep.equal([]);
    expect(added).to.have.length(1);
    expect(added[0]).to.deep.include({ reference: REFERENCE, number: 1, unfinished: true, firstMessage: ACCESS.start });
    expect(replies[0]?.text).to.contain(REFERENCE);
    expect(state.sent?.[0]?.additions).to.equal(1);
  });

  it('takes a button that is pressed late for what it is', () => {
    const talk = again();
    talk.says(wording.makeNew);
    expect(talk.says(wording.makeNew).step).to.equal('forWhom');
  });
});
