import { expect } from 'chai';
import { wording } from '../../dialogs/wording.js';
import { ACCESS, Talk, talkAt } from './a-talk.js';

describe('changing an answer', () => {
  const directly: readonly (readonly [said: string, shown: string, gone: string])[] = [
    ['change my name to Sara Kahn', 'Sara Kahn', 'Sarah Khan'],
    ['the dates should be 2015 to 2016', '1 January 2015', '2019'],
    ['my name is Sara Kahn', 'Sara Kahn', 'Sarah Khan'],
    ['change the services to housing', 'Housing', 'Council tax'],
    ['change what i asked for to everything', 'everything', 'discount'],
    ['correct my phone number to 07700 900123', '07700 900123', 'sarah@'],
  ];
  for (const [said, shown, gone] of directly) {
    it(`takes the new one at once from “${said}”`, () => {
      const { text, step } = talkAt('checkAnswers').says(said);
      expect(step).to.equal('checkAnswers');
      expect(text).to.contain(shown).and.not.to.contain(gone);
    });
  }

  for (const said of [
    'Change my email to x@y.org',
    'please change the email to x@y.org',
    'I want to change my email address to x@y.org',
    'no, my email is x@y.org',
  ]) {
    it(`takes another email address at once from “${said}”, and sends a code to it`, () => {
      const talk = talkAt('checkAnswers');
      expect(talk.says(said).step).to.equal('emailCode');
      expect(talk.codes.map(({ email }) => email)).to.deep.equal(['sarah@example.org', 'x@y.org']);
      expect(talk.says(talk.codes[1]?.digits ?? '').step).to.equal('checkAnswers');
      expect(talk.last.text).to.contain('x@y').and.not.to.contain('sarah@');
    });
  }

  const named: readonly (readonly [said: string, step: string])[] = [
    ['change my name', 'fullName'],
    ['my name is wrong', 'fullName'],
    ['change the email', 'contact'],
    ['that’s wrong, the dates', 'period'],
    ['can I change the services?', 'services'],
    ['edit my old address', 'identifiers'],
    ['fix the format', 'format'],
    ['change the help i need', 'adjustments'],
    ['change what I want', 'details'],
    ['change who it is for', 'forWhom'],
    ['dates', 'period'],
  ];
  for (const [said, step] of named) {
    it(`asks ${step} again for “${said}”, then goes back to where it was`, () => {
      const talk = talkAt('checkAnswers');
      expect(talk.says(said).step).to.equal(step);
      expect(talk.says(step === 'forWhom' ? 'me' : 'skip', 'Anna Bell 07700 900123').step).to.equal('checkAnswers');
    });
  }

  it('works in the middle, and then goes on from there', () => {
    const talk = talkAt('period');
    expect(talk.says('change my name to Sara Kahn').step).to.equal('period');
    expect(talk.state.request?.answers.fullName?.understood).to.equal('Sara Kahn');
    expect(talk.says('change my email').step).to.equal('contact');
    expect(talk.says('x@y.org').step).to.equal('emailCode');
    expect(talk.says('skip').step).to.equal('period');
  });

  it('asks which one, with a button each, where that is not clear', () => {
    const talk = talkAt('checkAnswers');
    for (const said of ['no', 'change something', 'I made a mistake']) {
      const { text, buttons } = talk.says(said);
      expect(text).to.equal(wording.whatToChange);
      expect(buttons?.map(({ title }) => title))
        .to.include('Change: Your name')
        .and.to.have.length(10);
    }
    for (const { value } of talk.last.buttons ?? []) {
      expect(new Talk(talk.state).says(value).step, value).not.to.equal('checkAnswers');
    }
    expect(talk.says('change my shoe size').text).to.equal(wording.cannotFind);
  });

  it('asks for the corrected one again where it cannot be read, and keeps the old one meanwhile', () => {
    const talk = talkAt('checkAnswers');
    const reply = talk.says('change my email to sarah@');
    expect([reply.step, reply.text.split('.')[0]]).to.deep.equal([
      'contact',
      'That email address does not look complete',
    ]);
    expect(talk.says('back').text).to.contain('sarah@example');
    expect(talk.says('change my email to sarah@', 'x@y.org', 'skip').text).to.contain('x@y');
  });

  it('takes words at a step for its answer where they name no answer', () => {
    const talk = talkAt('details');
    expect(talk.says('change my address with council tax').step).to.equal('identifiers');
    expect(talk.state.request?.answers.details?.understood).to.equal('change my address with council tax');
  });

  it('of how to reach the person asks anew whether that is safe, where somebody may be in danger', () => {
    const talk = new Talk({ greeted: true, danger: true });
    talk.says(ACCESS.start, 'me', 'Jo Bell', '07700 900123', 'Yes, it is safe');
    expect(talk.step).to.equal('services');
    expect(talk.says('change my phone number to 020 7946 0958').step).to.equal('safeToContact');
    expect(talk.state.request?.answers).not.to.have.property('safeToContact');
  });

  it('to the same again asks nothing anew', () => {
    const talk = talkAt('checkAnswers');
    expect(talk.says('change my email to sarah@example.org').step).to.equal('checkAnswers');
    expect(talk.codes).to.have.length(1);
  });

  it('of whose it is, to one’s own, leaves nothing of the other person in the request', () => {
    const talk = talkAt('forWhom');
    talk.says('my mum', 'Ada Khan', 'she wrote to me', ...Object.values(ACCESS).slice(2));
    expect(talk.last.text).to.contain('Ada Khan');
    expect(talk.says('change who it is for to my own').text).not.to.contain('Ada Khan');
    talk.says('send');
    expect(talk.finished?.request).not.to.have.property('subject');
    expect(JSON.stringify(talk.finished)).not.to.contain('Ada').and.not.to.contain('she wrote');
  });

  it('of whose it is, to another person, asks about that one anew', () => {
    const talk = talkAt('forWhom');
    talk.says('my mum', 'Ada Khan', 'she wrote to me', ...Object.values(ACCESS).slice(2));
    expect(talk.says('change who it is for to my dad').step).to.equal('subjectName');
    expect(talk.says('Bob Khan').step).to.equal('authority');
    expect(talk.says('power of attorney').step).to.equal('checkAnswers');
    talk.says('send');
    expect(talk.finished?.request.subject).to.deep.equal({
      fullName: 'Bob Khan',
      relationship: 'They are my dad',
      authority: 'power of attorney',
    });
  });
});
