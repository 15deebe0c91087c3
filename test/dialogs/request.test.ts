import { expect } from 'chai';
import { wording } from '../../dialogs/wording.js';
import { ACCESS, Talk, talkAt } from './a-talk.js';

/** Steps of an access request, in the order in which they are asked. */
const STEPS = [
  'forWhom',
  'fullName',
  'contact',
  'emailCode',
  'services',
  'period',
  'details',
  'identifiers',
  'format',
  'adjustments',
] as const;
const OPTIONAL: readonly string[] = ['emailCode', 'services', 'period', 'identifiers', 'format', 'adjustments'];

describe('a guided request', () => {
  it('asks each step once, in order, and then shows every answer', () => {
    const talk = new Talk();
    const asked = Object.values(ACCESS).map((text) => talk.says(text).step);
    expect(asked).to.deep.equal([...STEPS, 'checkAnswers']);
    expect(talk.last.text.split('\n').filter((line) => line.startsWith('- '))).to.deep.equal([
      '- **Who it is about**: Me',
      '- **Your name**: Sarah Khan',
      '- **How to reach you**: sarah@example\\.org',
      '- **Email confirmed**: No',
      '- **Council services**: Council tax',
      '- **Dates**: 1 January 2019 to 31 December 2021',
      '- **What is asked for**: letters about my discount',
      '- **To help find the records**: Not provided',
      '- **How you would like it**: by email',
      '- **Help you need**: Not provided',
    ]);
  });

  it('begins by saying what it does, what becomes of it if it is left, and what the first message said already', () => {
    const talk = new Talk();
    const { text, step } = talk.says('Please send me the parking and library records');
    expect(step).to.equal('forWhom');
    expect(text)
      .to.contain('It is free')
      .and.to.contain('- **Council services**: Parking; Libraries')
      .and.to.contain('I pass on what you told me after 24 hours');
    expect(talk.says('me', 'Sarah Khan', '07700 900123').step).to.equal('period');
  });

  describe('going back', () => {
    for (const [i, step] of STEPS.entries()) {
      it(`from ${step} asks ${i === 0 ? 'it again, as it is the first' : `${String(STEPS[i - 1])} again`}`, () => {
        const reply = talkAt(step).says('back');
        expect(reply.step).to.equal(i === 0 ? 'forWhom' : STEPS[i - 1]);
        expect(reply.text.startsWith(wording.backToStart)).to.equal(i === 0);
      });
    }

    it('from the end leads all the way to the beginning, and forward again', () => {
      const talk = talkAt('checkAnswers');
      const back = [...STEPS].map(() => talk.says('go back').step);
      expect(back).to.deep.equal([...STEPS].reverse());
      expect(talk.state.request?.answers).to.deep.equal({});
      const { start: _start, ...answers } = ACCESS;
      expect(talk.says(...Object.values(answers)).step).to.equal('checkAnswers');
    });

    it('drops what hung on the answer: who the other person is, and what lets one ask for them', () => {
      const talk = talkAt('forWhom');
      talk.says('my mum', 'Ada Khan', 'she asked me in writing', 'back', 'back', 'back');
      expect(talk.step).to.equal('forWhom');
      expect(talk.says('my dad').step).to.equal('subjectName');
      expect(talk.says('Bob Khan').step).to.equal('authority');
      expect(JSON.stringify(talk.state)).not.to.contain('Ada');
    });

    it('to how to reach the person takes back that the email address was confirmed', () => {
      const talk = talkAt('emailCode');
      expect(talk.says(talk.codes[0]?.digits ?? '').step).to.equal('services');
      talk.says('back', 'back');
      expect(talk.step).to.equal('contact');
      expect(talk.state.request?.answers).not.to.have.any.keys('contact', 'emailCode');
    });

    it('leaves an answer as it was that was only about to be changed', () => {
      const talk = talkAt('checkAnswers');
      expect(talk.says('change my name').step).to.equal('fullName');
      const reply = talk.says('back');
      expect(reply.step).to.equal('checkAnswers');
      expect(reply.text).to.contain('Sarah Khan').and.to.contain('by email');
    });

    it('passes over steps that no longer apply', () => {
      const talk = talkAt('forWhom');
      talk.says('my mum', 'Ada Khan', 'she asked me in writing', 'change who it is for', 'my own');
      expect(talk.step).to.equal('fullName');
      expect(talk.says('back').step).to.equal('forWhom');
    });
  });

  describe('skipping', () => {
    for (const step of STEPS) {
      const optional = OPTIONAL.includes(step);
      it(`${optional ? 'leaves out' : 'is refused at'} ${step}`, () => {
        const talk = talkAt(step);
        const offered = (talk.last.buttons ?? []).some(({ value }) => value === 'Skip');
        expect(offered).to.equal(optional);
        const reply = talk.says('skip');
        if (optional) {
          expect(reply.step).not.to.equal(step);
          expect(talk.state.request?.answers[step]).to.deep.equal({ words: '', understood: '' });
        } else {
          expect(reply.step).to.equal(step);
          expect(reply.text.startsWith(wording.notOptional)).to.equal(true);
        }
      });
    }
  });

  for (const [step, why] of [
    ['forWhom', 'whose records'],
    ['fullName', 'who is asking'],
    ['contact', 'one way to reply'],
    ['emailCode', 'not a check of who you are'],
    ['services', 'look in the right place'],
    ['period', 'right records sooner'],
    ['details', 'the sooner the council can find it'],
    ['identifiers', 'under an old name'],
    ['format', 'that you can use'],
    ['adjustments', 'make it possible for you to use your rights'],
  ] as const) {
    it(`says why it asks ${step}, for “help”, and asks again`, () => {
      const talk = talkAt(step);
      const before = talk.state;
      for (const said of ['help', 'why?', 'Why do you need that?', 'I don’t understand']) {
        const reply = talk.says(said);
        expect(reply.text).to.contain(why);
        expect(reply.step).to.equal(step);
      }
      expect(talk.state).to.deep.equal(before);
    });
  }

  it('says why where the question names what is asked', () => {
    expect(talkAt('fullName').says('why do you need my name?').text).to.contain('who is asking');
    expect(talkAt('contact').says('Why are you asking for my email').text).to.contain('one way to reply');
  });

  it('says it again, and where to find a person, when asked to', () => {
    expect(talkAt('contact').says('pardon?').text).to.match(/^How should the council reach you/);
    const reply = talkAt('contact').says('can I speak to a real person?');
    expect(reply.text).to.contain('dpo@anywhere.example').and.to.contain('a computer program');
    expect(reply.step).to.equal('contact');
  });
});

describe('somebody who comes back to a request', () => {
  it('after more than half an hour is welcomed, and goes on where they were', () => {
    const talk = talkAt('fullName').later(31);
    const reply = talk.says('Sarah Khan');
    expect(reply.step).to.equal('contact');
    expect(reply.text.startsWith(wording.welcomeBack)).to.equal(true);
    expect(talk.later(1).says('pardon?').text).not.to.contain(wording.welcomeBack);
  });

  it('within half an hour is not, nor is anybody who has no request', () => {
    expect(talkAt('fullName').later(29).says('Sarah Khan').text).not.to.contain(wording.welcomeBack);
    const asking = new Talk();
    asking.says('do you sell my details');
    expect(asking.later(600).says('do you sell my details').text).not.to.contain(wording.welcomeBack);
    expect(asking.later(600).says(ACCESS.start).text).not.to.contain(wording.welcomeBack);
  });

  it('to give it up is told so, and no more', () => {
    const talk = talkAt('fullName');
    talk.says('cancel');
    expect(talk.later(60).says('Yes, stop').text).to.match(/^I have stopped\./);
  });
});
