import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../dialogs/conversation.js';
import { greet } from '../../dialogs/route.js';
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
    it(`is taken up by “${said}”`, () => void expect(new Talk().says(UNSURE, said).step).to.equal('forWhom'));
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

  it('is a way to write instead, for a right that the chat does not take yet', () => {
    const talk = new Talk();
    const reply = talk.says('please erase my records from 2019');
    expect(reply).to.include({ kind: 'request', right: 'erasure' });
    expect(reply.text).to.contain('dpo@anywhere.example');
    expect(talk.state.request).to.equal(undefined);
  });
});

describe('danger', () => {
  it('comes before everything, drops no offer’s words, and is remembered', () => {
    const talk = new Talk();
    expect(talk.says('I want my records because he hits me').kind).to.equal('safety');
    expect(talk.state.danger).to.equal(true);
    expect(talk.says('do you sell it').kind).to.equal('answer');
    expect(talk.state.danger).to.equal(true);
  });
});
