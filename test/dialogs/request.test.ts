import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../dialogs/conversation.js';
import { wording } from '../../dialogs/wording.js';
import { ACCESS, Talk, talkAt } from './a-talk.js';

const OBJECTION = 'I object to you using my details';

/** Steps of an access request, in the order in which they are asked, each with the one before. */
const STEPS = ['forWhom', 'fullName', 'contact', 'services', 'period', 'details', 'identifiers', 'format'] as const;
const OPTIONAL: readonly string[] = ['services', 'period', 'identifiers', 'format'];

describe('a guided request', () => {
  it('asks each step once, in order, and then shows every answer', () => {
    const talk = new Talk();
    const asked = Object.values(ACCESS).map((text) => talk.says(text).step);
    expect(asked).to.deep.equal([...STEPS, 'checkAnswers']);
    expect(talk.last.text.split('\n').filter((line) => line.startsWith('- '))).to.deep.equal([
      '- **Who it is about**: Me',
      '- **Your name**: Sarah Khan',
      '- **How to reach you**: sarah@example\\.org',
      '- **Council services**: Council tax',
      '- **Dates**: 1 January 2019 to 31 December 2021',
      '- **What is asked for**: letters about my discount',
      '- **To help find the records**: Not provided',
      '- **How you would like it**: by email',
    ]);
    expect(talk.last.buttons?.map(({ value }) => value)).to.deep.equal([
      'Send my request',
      'Change something',
      'Cancel',
    ]);
  });

  it('begins by saying what it does, and plays back what the first message said already', () => {
    const talk = new Talk();
    const { text, step } = talk.says('Please send me a copy of my parking and library records');
    expect(step).to.equal('forWhom');
    expect(text).to.contain('It is free').and.to.contain('- **Council services**: Parking; Libraries');
    expect(talk.says('me', 'Sarah Khan', 'sarah@example.org').step).to.equal('period');
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
      const { start: _start, ...answers } = ACCESS;
      expect(talk.says(...Object.values(answers)).step).to.equal('checkAnswers');
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
      talk.says('my mum', 'Ada Khan', 'she wrote to me', 'change who it is for', 'my own');
      expect(talk.step).to.equal('fullName');
      expect(talk.says('back').step).to.equal('forWhom');
    });
  });

  describe('skipping', () => {
    for (const step of STEPS) {
      const optional = OPTIONAL.includes(step);
      it(`${optional ? 'leaves out' : 'is refused at'} ${step}`, () => {
        const talk = talkAt(step);
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

  for (const step of [...STEPS, 'checkAnswers'] as const) {
    it(`is given up at ${step} by “cancel”, with all its answers`, () => {
      const talk = talkAt(step);
      expect(talk.says('cancel').text).to.contain('Nothing was sent');
      expect(talk.state.request).to.equal(undefined);
      expect(JSON.stringify(talk.state)).not.to.contain('Sarah');
    });
  }

  for (const [step, why] of [
    ['forWhom', 'whose records'],
    ['fullName', 'who is asking'],
    ['contact', 'one way to reply'],
    ['services', 'look in the right place'],
    ['period', 'right records sooner'],
    ['details', 'the sooner the council can find it'],
    ['identifiers', 'under an old name'],
    ['format', 'that you can use'],
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
    expect(reply.text).to.contain('dpo@anywhere.example');
    expect(reply.step).to.equal('contact');
  });
});

describe('what is said in the middle of a request', () => {
  for (const step of STEPS) {
    it(`is answered if it is a question, and ${step} is asked again`, () => {
      const talk = talkAt(step);
      const before = talk.state.request;
      const last = talk.says('what happens to my data?');
      expect(talk.replies[0]).to.include({ kind: 'answer', entry: 'what-happens' });
      expect(talk.replies[0]).not.to.have.property('buttons');
      expect([talk.replies.length, last.step]).to.deep.equal([2, step]);
      expect(last.text.startsWith(wording.backTo)).to.equal(true);
      expect(talk.state.request).to.deep.equal(before);
    });
  }

  it('is not a choice because it holds a number', () => {
    for (const said of ['I live at 3 High Street', 'one moment', 'flat 2']) {
      expect(talkAt('forWhom').says(said).step).to.equal('forWhom');
    }
  });

  it('is no question where it offers an address', () => {
    const talk = talkAt('contact');
    expect(talk.says('can you use sarah@x.com?').step).to.equal('services');
    expect(talk.state.request?.answers.contact?.email).to.equal('sarah@x.com');
  });

  it('is a name though questions begin so', () => {
    for (const name of ['Will Smith', 'May Jones', 'Can Yilmaz', 'Do Thi Hoa']) {
      const talk = talkAt('fullName');
      expect(talk.says(name).step, name).to.equal('contact');
      expect(talk.state.request?.answers.fullName?.understood).to.equal(name);
    }
    expect(talkAt('period').says('May 2020').step).to.equal('details');
  });

  it('is part of the answer where any words are one', () => {
    const talk = talkAt('details');
    talk.says('all letters that ask “how are you?” and what the officer wrote');
    expect(talk.state.request?.answers.details?.understood).to.contain('how are you?');
  });

  it('may ask for another right, which has to wait, or for the same again', () => {
    const talk = talkAt('fullName');
    const reply = talk.says('please delete my old address and phone');
    expect([reply.step, reply.text.startsWith(wording.finishFirst)]).to.deep.equal(['fullName', true]);
    expect(talkAt('forWhom').says('I want a copy of my records').step).to.equal('forWhom');
  });
});

describe('an objection', () => {
  it('asks what, why, who, and how to reach them', () => {
    const talk = new Talk();
    const said = [OBJECTION, 'stop sharing my address', 'it makes me ill', 'me', 'Sam Lee', 'sam@example.org', 'skip'];
    expect(said.map((text) => talk.says(text).step)).to.deep.equal([
      'objectionUse',
      'objectionReason',
      'forWhom',
      'fullName',
      'contact',
      'services',
      'checkAnswers',
    ]);
  });

  it('to marketing asks no reason and no service, and changing to another use asks them', () => {
    const talk = new Talk();
    const said = [OBJECTION, 'junk mail', 'me', 'Sam Lee', 'sam@example.org'];
    expect(said.map((text) => talk.says(text).step)).to.deep.equal([
      'objectionUse',
      'forWhom',
      'fullName',
      'contact',
      'checkAnswers',
    ]);
    expect(talk.says('change the use', 'sharing with contractors').step).to.equal('objectionReason');
    expect(talk.says('it makes me ill').step).to.equal('services');
  });

  it('to marketing hands over no reason that was given before it was marketing', () => {
    const talk = new Talk();
    talk.says(OBJECTION, 'calls', 'they give me migraines', 'me', 'Sam Lee', 'sam@example.org', 'housing');
    expect(talk.says('change the use to marketing').step).to.equal('checkAnswers');
    expect(talk.last.text).not.to.contain('migraines');
    talk.says('send');
    expect(talk.finished?.request.scope).to.deep.equal({
      services: [],
      details: 'Stop: Adverts, newsletters or other marketing',
    });
    expect(talk.finished?.request.answers).not.to.have.property('objectionReason');
  });

  it('takes “stop it” for what should stop, and “cancel” for the end', () => {
    for (const said of ['stop it', 'stop everything', 'please stop that']) {
      expect(new Talk().says(OBJECTION, said).step, said).to.equal('objectionReason');
    }
    for (const said of ['cancel', 'never mind', 'stop', 'forget it']) {
      expect(new Talk().says(OBJECTION, said).text, said).to.contain('Nothing was sent');
    }
  });
});

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
  ]) {
    it(`sends for “${said}”`, () => {
      const talk = talkAt('checkAnswers');
      expect(talk.says(said).step).to.equal('sent');
      expect(talk.finished?.request.reference).to.equal(talk.last.reference);
      expect(talk.state.request).to.equal(undefined);
    });
  }

  for (const said of [
    'maybe',
    'not sure',
    'yes?',
    'yes but what happens to my data?',
    'hmm',
    'skip',
    '1',
    'help',
    'ok but wait a moment',
  ]) {
    it(`sends nothing for “${said}”, and shows them again`, () => {
      const talk = talkAt('checkAnswers');
      expect(talk.says(said).step).to.equal('checkAnswers');
      expect(talk.last.text).to.contain('Sarah Khan');
      expect(talk.finished).to.equal(undefined);
    });
  }

  it('sends once: a second “send” finds nothing under way', () => {
    const talk = talkAt('checkAnswers');
    talk.says('send');
    expect(talk.says('send').text).to.equal(wording.nothingToChange);
    expect(talk.finished).to.equal(undefined);
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
});

describe('danger, once it was spoken of,', () => {
  it('makes the request ask whether it is safe to write, and only then', () => {
    const talk = new Talk({ ...NEW_CONVERSATION, danger: true });
    expect(talk.says(ACCESS.start, 'me', 'Jo Bell', 'jo@example.org').step).to.equal('safeToContact');
    expect(talk.says('no, he reads my email').step).to.equal('services');
  });

  it('shows help first and loses nothing of the request', () => {
    const talk = talkAt('contact');
    const reply = talk.says('my husband hits me');
    expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['safety', 'request']);
    expect([reply.step, talk.state.danger]).to.deep.equal(['contact', true]);
    expect(talk.says('jo@example.org').step).to.equal('safeToContact');
  });

  it('is the answer where any words are one', () => {
    const talk = talkAt('details');
    talk.says('the reports from when he hits me');
    expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['safety', 'request']);
    expect(talk.state.request?.answers.details?.understood).to.equal('the reports from when he hits me');
  });
});
