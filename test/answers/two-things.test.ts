/** Messages that say more than one thing, and messages that only seem to. */
import { expect } from 'chai';
import { BARNET, talkInBarnet } from './barnet.js';

/** What a message comes to, in the order in which it is replied. */
function outcomesOf(text: string): string[] {
  return BARNET.answerer
    .answer(text)
    .map((outcome) => ('entry' in outcome ? outcome.entry?.id : undefined) ?? outcome.family);
}

const QUESTIONS: readonly (readonly [said: string, first: string, second: string])[] = [
  [
    'Do you sell my details to anyone at all? And does the council use artificial intelligence to decide things?',
    'no-selling',
    'ai-use',
  ],
  ['Is it free to ask for my records? And do you share my information with the police?', 'sar-free', 'sharing-police'],
  [
    'I am new in the borough. Who is the data controller? And do you share my information with the Home Office?',
    'controller',
    'sharing-home-office',
  ],
  [
    'First of all, what do you mean by data matching? Secondly, how do I turn off cookies on my iPhone?',
    'data-matching-what',
    'browser-help-safari',
  ],
  ['Where do you get my information from? And is it true that you sell it to anyone?', 'info-sources', 'no-selling'],
  [
    'what is MyAccount please, and do you share my information with my doctor or the hospital?',
    'myaccount-what',
    'sharing-health',
  ],
  [
    'Can I add my own comments if you do not change the record? And is it free to see my records?',
    'rectification-comments',
    'sar-free',
  ],
  [
    'Do you check downloads on your website for viruses? And who is in charge of the electoral register?',
    'virus-checking-by-council',
    'beyond-open-register',
  ],
];

const QUESTION_AND_REQUEST: readonly (readonly [said: string, answer: string, request: string])[] = [
  [
    'Do you sell my details to anyone? Please send me a copy of all the records you hold about me.',
    'no-selling',
    'request-access',
  ],
  [
    'I would like to know whether you share with the police. I also want a copy of everything you hold on me.',
    'sharing-police',
    'request-access',
  ],
  [
    'Send me everything you hold about me. And can you tell me if you share my information with the police?',
    'sharing-police',
    'request-access',
  ],
  [
    'I want you to stop using my information for marketing. Also, do you sell my details to anyone?',
    'no-selling',
    'request-objection',
  ],
  [
    'Please correct my address, you have the old one on my council tax account. Also do you sell my details?',
    'no-selling',
    'request-rectification',
  ],
  [
    'I want to make a complaint about the way my information was used. Also, do you share my details with the police?',
    'sharing-police',
    'request-complaint',
  ],
  [
    'I do not agree with the decision that the computer made, I want a person to look at it. And is it free to see my records?',
    'sar-free',
    'request-automated_decision',
  ],
];

/** The story has words of other entries; the question is about one thing. */
const MISLEADING: readonly (readonly [said: string, entry: string])[] = [
  [
    'I was at the library with my kids to return some books and they had a poster. Who do you share my information with?',
    'who-we-share-with',
  ],
  [
    'My doctor told me to go swimming at the leisure centre. Can I object to marketing from you?',
    'objection-marketing',
  ],
  ['I walked past the town hall this morning and had a thought. Is it free to see my own records?', 'sar-free'],
  [
    'There is a hole in the road outside my house. While I am here, who do you share my information with?',
    'who-we-share-with',
  ],
  [
    'My boss at the bakery says I should ask about this. Do you share my information with the Home Office?',
    'sharing-home-office',
  ],
  [
    'I sell flowers on the market and pay you for the licence. How long do you keep my application?',
    'beyond-retention',
  ],
  [
    'I read a book about cookies and cakes from the library. Who is the data protection officer at the council?',
    'dpo-what | beyond-dpo-name-phone',
  ],
  [
    'Our computer at home is broken so I am typing on my phone. Why do you ask about my religion on the form?',
    'equalities-why-act',
  ],
];

describe('two questions in one message', () => {
  for (const [said, first, second] of QUESTIONS) {
    it(`“${said}” gets two answers, as they were asked`, () => {
      expect(outcomesOf(said)).to.deep.equal([first, second]);
      expect(talkInBarnet().says(said).entry).to.equal(second);
    });
  }

  it('and a third get no more than two', () => {
    for (const [said] of QUESTIONS) {
      expect(outcomesOf(`${said} And what does the data protection officer do?`).length, said).to.be.at.most(2);
    }
  });
});

describe('a question and a request in one message', () => {
  for (const [said, answer, request] of QUESTION_AND_REQUEST) {
    it(`“${said}” gets its answer, and then the request`, () => {
      expect(outcomesOf(said)).to.deep.equal([answer, request]);
      const talk = talkInBarnet();
      talk.says(said);
      expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['answer', 'request']);
    });
  }

  it('keeps the whole message as the first words of the request', () => {
    const talk = talkInBarnet();
    const [said = ''] = QUESTION_AND_REQUEST[0] ?? [];
    talk.says(said);
    expect((talk.state.request ?? talk.state.offer)?.firstMessage).to.equal(said);
  });
});

describe('a word that belongs to something else', () => {
  for (const [said, entry] of MISLEADING) {
    it(`is not answered in “${said}”`, () => {
      // Where the first is unsure, another on the same subject may come after it.
      expect(entry.split(' | ')).to.include(outcomesOf(said)[0]);
    });
  }
});

describe('a message that asks for two rights', () => {
  const rights = (text: string): string[] =>
    BARNET.answerer.answer(text).flatMap((outcome) => (outcome.family === 'request' ? [outcome.entry.right] : []));

  for (const [said, wanted] of [
    ['Delete my old account and I also want to complain about the way you lost my letter', ['erasure', 'complaint']],
    ['I want a copy of my file and also please correct my date of birth, it is wrong', ['access', 'rectification']],
    ['I want all my emails and I want to complain about your officer reading them', ['access', 'complaint']],
  ] as const) {
    it(`comes to both: “${said}”`, () => {
      expect(rights(said)).to.have.members([...wanted]);
    });
  }

  for (const said of [
    'send me my housing file and my council tax file',
    'I want everything you have on me and all the emails too',
    'please keep my housing file for my tribunal, do not delete it',
    'stop sending me junk mail and take my name off the list',
  ]) {
    it(`comes to one where there is but one: “${said}”`, () => {
      expect(rights(said).length, rights(said).join()).to.be.at.most(1);
    });
  }
});
