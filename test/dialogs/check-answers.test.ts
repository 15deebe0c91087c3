import { expect } from 'chai';
import { wording } from '../../dialogs/wording.js';
import { ACCESS, Talk, talkAt } from './a-talk.js';

const WITH_ADJUSTMENTS = 'change the help I need';

describe('checking the answers', () => {
  for (const said of [
    'send',
    'Send my request',
    'yes',
    'yes please',
    'that’s right',
    'looks good',
    'aye',
    'go ahead and send it',
    'ok send it',
  ]) {
    it(`sends for “${said}”`, () => {
      const talk = talkAt('checkAnswers');
      expect(talk.says(said).step).to.equal('sent');
      expect(talk.finished?.request.reference).to.equal(talk.last.reference);
      expect(talk.state.request).to.equal(undefined);
    });
  }

  for (const said of [
    'ok',
    'OK.',
    'okay thanks',
    'fine',
    'right',
    'sure',
    'maybe',
    'not sure',
    'yes?',
    'yes but what happens to my data?',
    'hmm',
    'skip',
    '1',
    'help',
    'ok but wait a moment',
    wording.wasMyAnswer,
  ]) {
    it(`sends nothing for “${said}”, and shows them again`, () => {
      const talk = talkAt('checkAnswers');
      expect(talk.says(said).step).to.equal('checkAnswers');
      expect(talk.last.text).to.contain('Sarah Khan');
      expect(talk.finished).to.equal(undefined);
    });
  }

  it('offers to send, to change each answer, and to cancel, each by a button that is understood', () => {
    const talk = talkAt('checkAnswers');
    const { buttons = [] } = talk.last;
    expect(buttons.map(({ title }) => title)).to.deep.equal([
      'Send my request',
      'Change: Who it is about',
      'Change: Your name',
      'Change: How to reach you',
      'Change: Email confirmed',
      'Change: Council services',
      'Change: Dates',
      'Change: What is asked for',
      'Change: To help find the records',
      'Change: How you would like it',
      'Change: Help you need',
      'Cancel',
    ]);
    const steps = buttons.slice(1, -1).map(({ value }) => new Talk(talk.state).says(value).step);
    expect(steps).to.deep.equal([
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
    ]);
  });

  it('gives clients each answer with what to say to change it, and the text without them', () => {
    const { plain, summary } = talkAt('checkAnswers').last;
    expect(summary).to.have.length(10);
    expect(summary?.[1]).to.deep.equal({ label: 'Your name', value: 'Sarah Khan', change: 'Change name' });
    expect(summary?.at(-1)).to.include({ label: 'Help you need', value: 'Not provided' });
    expect(plain).to.contain(wording.check).and.not.to.contain('Sarah');
  });

  it('sends once: a second “send” finds nothing under way', () => {
    const talk = talkAt('checkAnswers');
    talk.says('send');
    expect(talk.says('send').text).to.equal(wording.nothingToChange);
    expect(talk.sent).to.have.length(1);
  });

  it('sends nothing while something is still to be asked', () => {
    const talk = talkAt('checkAnswers');
    expect(talk.says('he hits me').step).to.equal('checkAnswers');
    expect(talk.says('send').step).to.equal('safeToContact');
    expect(talk.says('no, he reads it').step).to.equal('checkAnswers');
    talk.says('send');
    expect(talk.finished?.request.requester.safeToContact).to.equal('no, he reads it');
  });

  it('shows hostile answers as they were typed, and as nothing else', () => {
    const talk = talkAt('fullName');
    talk.says('<img src=x onerror=alert(1)> [a](javascript:b) `c`', ...Object.values(ACCESS).slice(3));
    expect(talk.step).to.equal('checkAnswers');
    expect(talk.last.text)
      .to.contain('&lt;img')
      .and.not.to.match(/<img|\]\(javascript/);
  });

  it('shows an adjustment that was added at the end, and hands it over', () => {
    const talk = talkAt('checkAnswers');
    expect(talk.says(WITH_ADJUSTMENTS).step).to.equal('adjustments');
    expect(talk.says('please ring me, I cannot read long letters').text).to.contain('please ring me');
    talk.says('send');
    expect(talk.finished?.request.adjustments).to.equal('please ring me, I cannot read long letters');
  });
});

describe('what is said once it is sent', () => {
  it('names the reference, the day, and how the day was counted', () => {
    const talk = talkAt('checkAnswers');
    const { text, reference } = talk.says('send');
    expect(text)
      .to.contain('**Your request has been passed on.**')
      .and.to.contain(`Your reference: **${String(reference)}**`)
      .and.to.contain('by **Wednesday 23 December 2026**')
      .and.to.contain('One calendar month from 23 November 2026 is 23 December 2026.');
    expect(text).to.contain(talk.finished?.request.dueDateReason ?? 'no reason');
  });

  it('says how another day was counted, where the law’s day is no working day', () => {
    const talk = new Talk().later(4 * 24 * 60);
    const { text } = talk.says(...Object.values(ACCESS), 'send');
    expect(talk.finished?.request.dueDate).to.equal('2026-12-27');
    expect(text).to.contain('promises 30 days').and.to.contain('Sunday 27 December 2026');
  });

  it('promises an email only where one goes out', () => {
    expect(talkAt('checkAnswers').says('send').text).to.contain('You will get an email soon');
    const byPhone = talkAt('contact');
    const answers = Object.entries(ACCESS).slice(4);
    byPhone.says('07700 900123', ...answers.flatMap(([step, text]) => (step === 'emailCode' ? [] : [text])), 'send');
    expect(byPhone.last.text).to.contain('Please write your reference down').and.not.to.contain('get an email');
  });

  it('repeats nothing that the person said', () => {
    const { text } = talkAt('checkAnswers').says('send');
    for (const said of ['Sarah', 'example.org', 'discount']) expect(text).not.to.contain(said);
  });
});
