import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../dialogs/conversation.js';
import { greet } from '../../dialogs/route.js';
import { RIGHTS } from '../../src/requests/right.js';
import { MOST_CHARACTERS, wording } from '../../dialogs/wording.js';
import { ACCESS, COUNCIL, SURROUNDINGS, Talk, talkAt } from './a-talk.js';

const UNSURE = 'can I see what you hold about me';

describe('the greeting', () => {
  it('is said once in a conversation', () => {
    const first = greet(NEW_CONVERSATION, SURROUNDINGS);
    expect(first.replies.map(({ text }) => text)).to.deep.equal([wording.greeting(COUNCIL)]);
    expect(greet(first.state, SURROUNDINGS)).to.deep.equal({ state: first.state, replies: [] });
  });

  it('is not said once the person has spoken', () => {
    const talk = new Talk();
    talk.says('do you sell my details');
    expect(greet(talk.state, SURROUNDINGS).replies).to.deep.equal([]);
  });
});

describe('a message', () => {
  const kinds: readonly (readonly [said: string, kind: string, entry: string | undefined])[] = [
    ['do you sell my details', 'answer', 'no-selling'],
    ['my bin was not collected', 'signpost', 'bins'],
    ['which officer read my file', 'unanswerable', 'which-officer'],
    ['what colour is the moon', 'unanswerable', undefined],
    ['he hits me', 'safety', 'danger'],
    ['thanks', 'chat', 'chat-thanks'],
    ['help', 'chat', 'chat-what-can-you-do'],
    ['can I speak to a human', 'chat', 'chat-human'],
    ['cancel', 'chat', undefined],
    ['How long do you keep it?', 'answer', 'how-long'],
    ['how LONG do you keep it? ', 'answer', 'how-long'],
  ];
  for (const [said, kind, entry] of kinds) {
    it(`“${said}” is answered with ${kind}${entry ? ` ${entry}` : ''}`, () => {
      const reply = new Talk().says(said);
      expect([reply.kind, reply.entry]).to.deep.equal([kind, entry]);
    });
  }

  it('that is answered offers what may come next, each by a title that is known again', () => {
    const talk = new Talk();
    const { buttons } = talk.says('do you sell my details');
    expect(buttons).to.deep.equal([{ title: 'How long do you keep it?', value: 'How long do you keep it?' }]);
    expect(talk.says(buttons?.[0]?.value ?? '').entry).to.equal('how-long');
  });

  it('that is answered carries its quote, and the text without it', () => {
    const { text, plain, quotes } = new Talk().says('do you sell my details');
    expect(plain).to.equal('About no-selling.');
    expect(text).to.equal('About no-selling.\n\n> The notice on no-selling.\n>\n> — *Privacy notice: The notice*');
    expect(quotes).to.have.length(1);
  });

  for (const said of ['', '   ', '\n\t', '…', '.,;', '\u200b\u202e']) {
    it(`without words (${JSON.stringify(said)}) gets a kind reply`, () => {
      expect(new Talk().says(said)).to.deep.include({ kind: 'chat', text: wording.empty });
    });
  }

  it('of the greatest length is read; a longer one gets a kind reply, and nothing of it is kept', () => {
    expect(new Talk().says('sell '.repeat(MOST_CHARACTERS / 5)).kind).to.equal('answer');
    for (const length of [MOST_CHARACTERS + 1, 100_000]) {
      const talk = new Talk();
      expect(talk.says('x'.repeat(length))).to.deep.include({ kind: 'chat', text: wording.tooLong });
      expect(JSON.stringify(talk.state).length).to.be.lessThan(200);
    }
  });

  it('without words or too long, in the middle of a request, leaves it as it is and asks again', () => {
    for (const said of ['', 'x'.repeat(MOST_CHARACTERS + 1)]) {
      const talk = talkAt('fullName');
      const before = talk.state;
      expect(talk.says(said).step).to.equal('fullName');
      expect(talk.replies).to.have.length(2);
      expect(talk.state).to.deep.equal(before);
    }
  });
});

describe('an offer to start a request', () => {
  it('is made where it is not certain that one is meant', () => {
    const { kind, step, right, buttons } = new Talk().says(UNSURE);
    expect({ kind, step, right }).to.deep.equal({ kind: 'request', step: 'start', right: 'access' });
    expect(buttons?.map(({ value }) => value)).to.deep.equal(['Yes, start', 'No, just a question']);
  });

  for (const said of ['yes', 'Yes, start', 'yeah', 'aye', 'go on then', 'ok', 'please do', 'sure']) {
    it(`is taken up by “${said}”`, () => void expect(new Talk().says(UNSURE, said).step).to.equal('fullName'));
  }

  for (const said of ['no', 'No, just a question', 'nah', 'not now', 'no thanks']) {
    it(`is declined by “${said}”, for good`, () => {
      const talk = new Talk();
      expect(talk.says(UNSURE, said)).to.include({ kind: 'chat', text: wording.offerDeclined });
      expect(talk.says('yes').step).to.equal(undefined);
    });
  }

  for (const said of ['yes but what happens to my data?', 'do you sell it', 'not sure', 'maybe']) {
    it(`is neither by “${said}”, which is answered`, () => {
      const talk = new Talk();
      const reply = talk.says(UNSURE, said);
      expect(reply.kind).to.be.oneOf(['answer', 'unanswerable']);
      expect(talk.state.request).to.equal(undefined);
    });
  }

  it('is not made where the person plainly asks', () => {
    expect(new Talk().says(ACCESS.start).step).to.equal('forWhom');
  });

  for (const right of RIGHTS.filter((one) => one !== 'portability')) {
    it(`of ${right} is not made where the button’s title asks for it`, () => {
      expect(new Talk().says(`Ask for ${right}`)).to.deep.include({ kind: 'request', right });
      expect(new Talk().says(`Ask for ${right}`).step).not.to.equal('start');
    });
  }
});

describe('danger', () => {
  it('comes before everything, drops no offer’s words, and is remembered', () => {
    const talk = new Talk();
    expect(talk.says('I want my records because he hits me').kind).to.equal('safety');
    expect(talk.state.danger).to.equal(true);
    expect(talk.says('do you sell it').kind).to.equal('answer');
    expect(talk.state.danger).to.equal(true);
  });

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

  it('is the answer to a question about the person only where they say so', () => {
    const talk = talkAt('details');
    talk.says('does it say in there that he hits me?');
    expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['safety', 'request']);
    expect(talk.state.request?.answers).not.to.have.property('details');
    talk.says(wording.wasMyAnswer);
    expect(talk.state.request?.answers.details?.understood).to.contain('that he hits me');
  });
});
