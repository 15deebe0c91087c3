import { expect } from 'chai';
import { conversationStateSchema, type ConversationState, type Turn } from '../../dialogs/conversation.js';
import { route } from '../../dialogs/route.js';
import { wording } from '../../dialogs/wording.js';
import type { Answerer, Outcome } from '../../src/answers/answer.js';
import { ANSWERER, COUNCIL, SURROUNDINGS, Talk, talkAt } from './a-talk.js';

const YES = wording.helped;
const NO = wording.notHelped;
const ASKED = 'do you sell my details';

const turnOf = (talk: Talk, text: string): Turn => route(talk.state, text, SURROUNDINGS);
const said = (...texts: readonly string[]): Talk => {
  const talk = new Talk();
  talk.says(...texts);
  return talk;
};
/** What is remembered, but for the answer that waits to be judged. */
const others = ({ answered: _, ...state }: ConversationState): unknown => state;

const known = (title: string): Outcome => {
  const outcome = ANSWERER.byTitle(title);
  if (!outcome) throw new Error(`nothing is called ${title}`);
  return outcome;
};
const SELLING = known('Do you sell my information?');
const KEEPING = known('How long do you keep it?');
const CLARIFY: Outcome = {
  family: 'clarify',
  entries: [SELLING, KEEPING].flatMap((outcome) => ('entry' in outcome && outcome.entry ? [outcome.entry] : [])),
  score: 0.3,
};
/** Talks to an answerer that always comes to these. */
const talkTo = (...outcomes: readonly Outcome[]): Talk => {
  const answerer: Answerer = { ...ANSWERER, answer: () => outcomes };
  return new Talk(undefined, { ...SURROUNDINGS, answerer });
};

describe('an answer asks whether it helped', () => {
  const kinds: readonly (readonly [said: string, asks: boolean])[] = [
    [ASKED, true],
    ['How long do you keep it?', true],
    ['my bin was not collected', true],
    ['which officer read my file', false],
    ['what colour is the moon', false],
    ['he hits me', false],
    ['thanks', false],
    ['', false],
    ['can I see what you hold about me', false],
    ['Please send me a copy of my records', false],
  ];
  for (const [text, asks] of kinds) {
    it(`${asks ? 'after' : 'but not after'} “${text}”`, () => {
      expect(new Talk().says(text).feedback).to.deep.equal(asks ? { yes: YES, no: NO } : undefined);
    });
  }

  it('with its title, where a message gets two answers', () => {
    const talk = talkTo(SELLING, KEEPING);
    talk.says('do you sell it and how long do you keep it');
    expect(talk.replies.map(({ feedback }) => feedback?.yes)).to.deep.equal([
      `${YES}: Do you sell my information?`,
      `${YES}: How long do you keep it?`,
    ]);
  });

  it('and so leaves its other buttons alone', () => {
    const { buttons } = new Talk().says(ASKED);
    expect(buttons?.map(({ title }) => title)).to.deep.equal(['How long do you keep it?']);
  });

  it('in the middle of a request as well', () => {
    const talk = talkAt('fullName');
    talk.says('do you sell my information?');
    expect(talk.replies.map(({ feedback }) => feedback?.no)).to.deep.equal([NO, undefined]);
  });
});

describe('what is said of an answer', () => {
  for (const [text, helpful] of [
    [YES, true],
    [NO, false],
    ['this answered my question', true],
    ['  This did NOT answer my question. ', false],
  ] as const) {
    it(`by “${text}” is a verdict on its entry`, () => {
      const { feedback, replies } = turnOf(said(ASKED), text);
      expect(feedback).to.deep.equal({ entry: 'no-selling', helpful });
      expect(replies).to.deep.equal([
        { kind: 'chat', text: helpful ? wording.thanksHelped : wording.thanksNotHelped(COUNCIL) },
      ]);
    });
  }

  it('is answered, where it did not help, with what else to try', () => {
    const [reply] = turnOf(said(ASKED), NO).replies;
    expect(reply?.text).to.contain('other words').and.to.contain(COUNCIL.dpoMailbox);
  });

  for (const text of ['yes', 'no', 'it helped', 'this did not answer my question about cookies', `${YES}?? ${NO}`]) {
    it(`is no verdict in other words: “${text}”`, () => {
      expect(turnOf(said(ASKED), text)).not.to.have.property('feedback');
    });
  }

  it('counts once', () => {
    const talk = said(ASKED, YES);
    const again = turnOf(talk, NO);
    expect(again).not.to.have.property('feedback');
    expect(again).not.to.have.property('unanswered');
    expect(again.replies.map(({ kind }) => kind)).to.deep.equal(['chat']);
  });

  it('is never said of an answer before the last one', () => {
    expect(turnOf(said(ASKED, 'how long is that'), NO).feedback?.entry).to.equal('how-long');
    expect(turnOf(said(ASKED, 'what colour is the moon'), NO)).not.to.have.property('feedback');
    expect(turnOf(said(ASKED, 'thanks'), YES)).not.to.have.property('feedback');
  });

  it('is still of the last one after a message without words', () => {
    expect(turnOf(said(ASKED, '…'), YES).feedback?.entry).to.equal('no-selling');
  });

  it('names the answer that is meant, of two; without a name it is the last', () => {
    for (const [text, entry] of [
      [`${NO}: Do you sell my information?`, 'no-selling'],
      [`${NO}: How long do you keep it?`, 'how-long'],
      [NO, 'how-long'],
    ] as const) {
      const talk = talkTo(SELLING, KEEPING);
      talk.says('do you sell it and how long do you keep it');
      expect(turnOf(talk, text).feedback).to.deep.equal({ entry, helpful: false });
    }
  });

  it('leaves topic, offer and everything else as it was', () => {
    const asked = known('Ask for access');
    const talk = talkTo(SELLING, asked.family === 'request' ? { ...asked, sure: false } : asked);
    talk.says('do you sell it, and can I see it');
    expect(talk.state.offer?.right).to.equal('access');
    for (const text of [YES, NO]) {
      const { state } = turnOf(talk, text);
      expect(state).to.deep.equal(others(talk.state));
      expect(route(state, 'yes', SURROUNDINGS).replies.at(-1)?.step).to.equal('forWhom');
    }
  });

  it('leaves a request under way as it is, and asks its step again', () => {
    for (const step of ['forWhom', 'fullName', 'contact', 'details', 'checkAnswers'] as const) {
      const talk = talkAt(step);
      talk.says('do you sell my information?');
      const { state, replies, feedback } = turnOf(talk, NO);
      expect(feedback, step).to.deep.equal({ entry: 'no-selling', helpful: false });
      expect(replies.map(({ kind, step: asked }) => asked ?? kind)).to.deep.equal(['chat', step]);
      expect(state.request).to.deep.equal(talk.state.request);
    }
  });

  it('is no answer to a step, though no answer waits to be judged', () => {
    const talk = talkAt('details');
    const { state, replies } = turnOf(talk, NO);
    expect(replies.at(-1)?.step).to.equal('details');
    expect(state.request).to.deep.equal(talk.state.request);
  });
});

describe('what could not be answered', () => {
  const unanswered = (text: string, talk = new Talk()): Turn['unanswered'] => turnOf(talk, text).unanswered;

  it('is noted, redacted', () => {
    expect(unanswered('my name is Sarah Khan, what colour is the moon? ring 07700 900123')).to.deep.equal({
      words: 'my name is [name], what colour is the moon? ring [number]',
      why: 'unanswerable',
    });
  });

  it('is noted where it was asked back', () => {
    const { unanswered: noted } = route(new Talk().state, 'how is my data kept and sold', {
      ...SURROUNDINGS,
      answerer: { ...ANSWERER, answer: () => [CLARIFY] },
    });
    expect(noted).to.deep.equal({ words: 'how is my data kept and sold', why: 'clarify' });
  });

  it('is noted where the answer did not help, with its entry', () => {
    expect(unanswered(NO, said('do you sell it? I am Sarah Khan'))).to.deep.equal({
      words: 'do you sell it? I am [name]',
      why: 'unhelpful',
      entry: 'no-selling',
    });
    expect(unanswered(YES, said(ASKED))).to.equal(undefined);
  });

  it('is what led to a clarifying question, where the answer to its button did not help', () => {
    const talk = talkTo(CLARIFY);
    talk.says('what about my data when I move', 'How long do you keep it?');
    expect(unanswered(NO, talk)).to.include({ words: 'what about my data when I move', entry: 'how-long' });
  });

  it('is the title of a button that was pressed for its own sake', () => {
    expect(unanswered(NO, said(ASKED, 'How long do you keep it?'))).to.include({ words: 'How long do you keep it?' });
  });

  for (const text of [
    ASKED,
    'my bin was not collected',
    'which officer read my file',
    'he hits me',
    'thanks',
    '',
    'x'.repeat(2_001),
    'can I see what you hold about me',
  ]) {
    it(`is not “${text.slice(0, 40)}”`, () => void expect(unanswered(text)).to.equal(undefined));
  }

  for (const text of ['sarah khan', 'Sarah Khan?', 'moon', 'Mr Smith, 07700 900123', '14 high street, my one']) {
    it(`is not kept where hardly a word is left: “${text}”`, () => void expect(unanswered(text)).to.equal(undefined));
  }

  it('is not kept of what is said at the steps of a request', () => {
    for (const step of ['forWhom', 'fullName', 'contact', 'period'] as const) {
      expect(unanswered('what colour is the moon of sarah khan?', talkAt(step)), step).to.equal(undefined);
    }
    const talk = talkAt('fullName');
    talk.says('do you sell sarah khan my information?');
    const turn = turnOf(talk, NO);
    expect(turn.feedback?.entry).to.equal('no-selling');
    expect(turn).not.to.have.property('unanswered');
  });

  it('leaves in the state no word that was not redacted, beside what is remembered anyway', () => {
    const { state } = said(`${ASKED}, I am Sarah Khan`);
    const { answered } = conversationStateSchema.parse(state);
    expect(answered).to.deep.equal({ entries: ['no-selling'], words: `${ASKED}, I am [name]` });
  });
});
