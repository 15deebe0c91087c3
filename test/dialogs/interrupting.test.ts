/** What is said in the middle of a request that is no plain answer. */
import { expect } from 'chai';
import { definitions } from '../../dialogs/requests/index.js';
import { wording } from '../../dialogs/wording.js';
import { COUNCIL, NOW, Talk, talkAt } from './a-talk.js';

const CHOICES = ['forWhom', 'fullName', 'contact', 'emailCode', 'services', 'period'] as const;
const OWN_WORDS = ['details', 'identifiers', 'format', 'adjustments'] as const;
const QUESTION = 'what happens to my data?';
const valuesOf = (talk: Talk): string[] => (talk.last.buttons ?? []).map(({ value }) => value);

describe('a question in the middle of a request', () => {
  for (const step of [...CHOICES, ...OWN_WORDS]) {
    it(`is answered, and ${step} is asked again`, () => {
      const talk = talkAt(step);
      const before = talk.state.request;
      const last = talk.says(QUESTION);
      expect(talk.replies[0]).to.include({ kind: 'answer', entry: 'what-happens' });
      expect(talk.replies[0]).not.to.have.property('buttons');
      expect([talk.replies.length, last.step]).to.deep.equal([2, step]);
      expect(last.text.startsWith(wording.backTo)).to.equal(true);
      expect(talk.state.request).to.deep.include({ answers: before?.answers, trail: before?.trail });
    });
  }

  it('is not offered as the answer where it can be none', () => {
    for (const step of CHOICES) {
      const talk = talkAt(step);
      talk.says(QUESTION);
      expect(valuesOf(talk), step).not.to.include(wording.wasMyAnswer);
    }
  });

  for (const step of OWN_WORDS) {
    it(`is the answer to ${step} once the person says so`, () => {
      const talk = talkAt(step);
      talk.says(QUESTION);
      expect(valuesOf(talk)[0]).to.equal(wording.wasMyAnswer);
      expect(talk.says(wording.wasMyAnswer).step).not.to.equal(step);
      expect(talk.state.request?.answers[step]).to.deep.equal({ words: QUESTION, understood: QUESTION });
    });
  }

  it('is no longer the answer once something else was said', () => {
    const talk = talkAt('details');
    talk.says(QUESTION, 'my housing letters', wording.wasMyAnswer);
    expect(talk.step).to.equal('identifiers');
    expect(talk.state.request?.answers.details?.understood).to.equal('my housing letters');
    expect(talk.state.request?.answers).not.to.have.property('identifiers');
  });

  it('is part of the answer where it stands in a story', () => {
    const talk = talkAt('details');
    talk.says('all letters that ask “how are you?” and what the officer wrote');
    expect(talk.state.request?.answers.details?.understood).to.contain('how are you?');
  });

  it('is none where it offers an address', () => {
    const talk = talkAt('contact');
    expect(talk.says('can you use sarah@x.com?').step).to.equal('emailCode');
    expect(talk.state.request?.answers.contact?.email).to.equal('sarah@x.com');
  });
});

describe('what only sounds like something else', () => {
  it('is not a choice because it holds a number', () => {
    for (const said of ['I live at 3 High Street', 'one moment', 'flat 2']) {
      expect(talkAt('forWhom').says(said).step).to.equal('forWhom');
    }
  });

  it('is a name though questions begin so', () => {
    for (const name of ['Will Smith', 'May Jones', 'Can Yilmaz', 'Do Thi Hoa']) {
      const talk = talkAt('fullName');
      expect(talk.says(name).step, name).to.equal('contact');
      expect(talk.state.request?.answers.fullName?.understood).to.equal(name);
    }
    expect(talkAt('period').says('May 2020').step).to.equal('details');
  });
});

describe('a message that comes twice', () => {
  it('answers the step before, and not the next one too', () => {
    const talk = talkAt('period');
    talk.says('2019 to 2021', '2019 to 2021');
    expect([talk.step, talk.last.text.startsWith(wording.saidBefore)]).to.deep.equal(['details', true]);
    expect(talk.state.request?.answers).not.to.have.property('details');
  });

  it('is the answer to the next step where the person says so', () => {
    const talk = talkAt('period');
    talk.says('2019 to 2021', '2019 to 2021', wording.wasMyAnswer);
    expect(talk.step).to.equal('identifiers');
    expect(talk.state.request?.answers.details?.understood).to.equal('2019 to 2021');
  });

  it('where it began the request, does not answer its first step', () => {
    const talk = new Talk();
    talk.says('please correct my record', 'please correct my record');
    expect([talk.step, talk.last.text.startsWith(wording.saidBefore)]).to.deep.equal(['wrongInformation', true]);
  });

  it('may be meant twice, where it says little', () => {
    const talk = talkAt('services');
    expect(talk.says('not sure', 'not sure').step).to.equal('details');
    expect(talkAt('identifiers').says('no', 'no', 'no').step).to.equal('checkAnswers');
  });
});

describe('“ok”', () => {
  for (const { right, steps } of Object.values(definitions)) {
    it(`answers no step of ${right}`, () => {
      const context = { answers: {}, now: NOW, services: COUNCIL.services, dpoMailbox: '', danger: true, codesSent: 0 };
      for (const { step, read } of steps) {
        for (const said of ['ok', 'OK.', 'okay', 'alright', 'fine', '👍'])
          expect(read(said, context), `${said} at ${step}`).to.have.property('problem');
      }
    });
  }
});

describe('“send”, before all is answered,', () => {
  it('is told that it cannot be sent yet, and what can be skipped', () => {
    for (const said of ['send', 'send my request', 'submit it', 'Please send it']) {
      const needed = talkAt('fullName');
      expect(needed.says(said).text, said).to.equal(`${wording.notYet}\n\nWhat is your full name?`);
      const skippable = talkAt('format');
      expect(skippable.says(said).text.startsWith(wording.notYetOptional), said).to.equal(true);
      expect([needed.finished, needed.step, skippable.step]).to.deep.equal([undefined, 'fullName', 'format']);
    }
  });

  it('is an answer where it says what should be sent', () => {
    const talk = talkAt('details');
    talk.says('send me the emails about my rent');
    expect(talk.state.request?.answers.details?.understood).to.equal('send me the emails about my rent');
  });
});

describe('a button that was pressed late', () => {
  for (const late of [wording.wasMyAnswer, wording.stopYes, wording.stopNo, wording.offerYes, wording.offerNo]) {
    it(`changes nothing: “${late}”`, () => {
      for (const step of ['fullName', 'details', 'checkAnswers'] as const) {
        const talk = talkAt(step);
        const before = talk.state.request;
        expect(talk.says(late).step).to.equal(step);
        expect(talk.replies).to.have.length(1);
        expect(talk.state.request).to.deep.equal(before);
      }
    });
  }
});
