import { expect } from 'chai';
import type { StepAnswer, StepContext, StepDefinition } from '../../dialogs/requests/definition.js';
import { objection } from '../../dialogs/requests/objection.js';
import { contact, safeToContact } from '../../dialogs/steps/contact.js';
import { adjustments, format, identifiers } from '../../dialogs/steps/extras.js';
import { forWhomSteps } from '../../dialogs/steps/for-whom.js';
import { fullName } from '../../dialogs/steps/name.js';
import { ownWordsStep } from '../../dialogs/steps/own-words.js';
import { COUNCIL, NOW } from './a-talk.js';

const CONTEXT: StepContext = {
  answers: {},
  now: NOW,
  services: COUNCIL.services,
  dpoMailbox: COUNCIL.dpoMailbox,
  danger: false,
  codesSent: 0,
};

/** What a step made of it: the whole answer. Fails where it found a problem. */
function answerOf(step: StepDefinition, text: string): StepAnswer {
  const reading = step.read(text, CONTEXT);
  if ('problem' in reading) throw new Error(`“${text}” was refused: ${reading.problem}`);
  expect(reading.answer.words).to.equal(text.trim());
  return reading.answer;
}

function problemOf(step: StepDefinition, text: string): string {
  const reading = step.read(text, CONTEXT);
  return 'problem' in reading ? reading.problem : `no problem: ${reading.answer.understood}`;
}

describe('the name', () => {
  const names: readonly (readonly [said: string, name: string])[] = [
    ['Sarah Khan', 'Sarah Khan'],
    ['  sarah   khan ', 'sarah khan'],
    ['my name is Sarah Khan', 'Sarah Khan'],
    ['My name’s Sarah Khan', 'Sarah Khan'],
    ["I'm Sarah Khan", 'Sarah Khan'],
    ['im sarah khan', 'sarah khan'],
    ['it’s Sarah Khan.', 'Sarah Khan'],
    ['Hi, I’m Sarah Khan!', 'Sarah Khan'],
    ['Hello my name is Sarah', 'Sarah'],
    ['name: Sarah Khan', 'Sarah Khan'],
    ['the name is Bond', 'Bond'],
    ['I am called Bob Smith', 'Bob Smith'],
    ['his name is Tom O’Neil', 'Tom O’Neil'],
    ['Imran Khan', 'Imran Khan'],
    ['Iman Ali', 'Iman Ali'],
    ['Thisbe Callmeister', 'Thisbe Callmeister'],
    ["Máire Ní Dhomhnaill-O'Brien", "Máire Ní Dhomhnaill-O'Brien"],
    ['李小龍', '李小龍'],
    ['محمد علي', 'محمد علي'],
    ['Mr. T.', 'Mr. T.'],
    ['Sammy Davis Jr.', 'Sammy Davis Jr.'],
    ['X Æ A-12', 'X Æ A-12'],
    ['Sarah Khan (née Smith)', 'Sarah Khan (née Smith)'],
    ['Sarah\nKhan', 'Sarah Khan'],
    ['<b>Bob</b> & *co*', '<b>Bob</b> & *co*'],
    ['Will Smith', 'Will Smith'],
    ['No Min-jun', 'No Min-jun'],
    ['a'.repeat(200), 'a'.repeat(200)],
  ];
  for (const [said, name] of names) {
    it(`is “${name.slice(0, 40)}” in “${said.slice(0, 40)}”`, () => {
      expect(answerOf(fullName, said).understood).to.equal(name);
    });
  }

  for (const said of [
    '',
    '???',
    '12345',
    '…',
    'yes',
    'no',
    'ok',
    'me',
    'it’s me',
    'hello',
    'not sure',
    'I don’t know',
    'none',
    'you already know my name',
  ]) {
    it(`is not in “${said}”`, () => void expect(problemOf(fullName, said)).to.match(/did not find a name/));
  }

  it('is neither an email address nor a story', () => {
    expect(problemOf(fullName, 'sarah@example.org')).to.match(/looks like an email/);
    expect(problemOf(fullName, 'a '.repeat(201))).to.match(/too long for a name/);
  });
});

describe('how to reach somebody', () => {
  const sarah = { email: 'sarah@x.com', understood: 'sarah@x.com' };
  const found: readonly (readonly [said: string, answer: Partial<StepAnswer>])[] = [
    ['sarah@x.com', sarah],
    ['Sarah.Khan+gov@Example.co.uk', { email: 'Sarah.Khan+gov@Example.co.uk' }],
    ['can you use sarah@x.com?', sarah],
    ['my email is sarah@x.com.', sarah],
    ['<sarah@x.com>', sarah],
    ['“sarah@x.com”', sarah],
    ["it's 'sarah@x.com'", sarah],
    ['mailto:sarah@x.com', sarah],
    ['sarah@x.com, thanks!', sarah],
    ["o'brien@x.com", { email: "o'brien@x.com" }],
    ['o’brien@x.com', { email: "o'brien@x.com" }],
    ['07700 900123', { phone: '07700 900123', understood: '07700 900123' }],
    ['+44 7700 900123', { phone: '+44 7700 900123' }],
    ['(020) 7946 0958', { phone: '(020) 7946 0958' }],
    ['00 33 1 23 45 67 89', { phone: '00 33 1 23 45 67 89' }],
    ['my mobile is 07700-900123', { phone: '07700-900123' }],
    ['call 07700 900123 after 6', { phone: '07700 900123' }],
    ['020 7946 0958 ext 4', { phone: '020 7946 0958 ext 4' }],
    ['sarah@x.com or 07700 900123', { email: 'sarah@x.com', phone: '07700 900123' }],
    ['1 High Street, Barnet EN5 5XX', { post: '1 High Street, Barnet EN5 5XX' }],
    ['my address is Flat 2, 14a Acacia Avenue, N3 1AA', { post: 'Flat 2, 14a Acacia Avenue, N3 1AA' }],
    ['please write to me at 3 High Street', { post: '3 High Street' }],
    ['by post to 3 High Street', { post: '3 High Street' }],
    ['I live at 3 High Street', { post: '3 High Street' }],
    ['Rose Cottage, Mill Lane, EN5 5XX', { post: 'Rose Cottage, Mill Lane, EN5 5XX' }],
    ['PO Box 123, London', { post: 'PO Box 123, London' }],
    ['sarah@x.com, or write to 1 High Street EN5 5XX', { email: 'sarah@x.com', post: '1 High Street EN5 5XX' }],
  ];
  for (const [said, expected] of found) {
    it(`is found in “${said}”, and nothing else`, () => {
      const { words: _words, understood, ...ways } = answerOf(contact, said);
      const { understood: played, ...expectedWays } = expected;
      expect(ways).to.deep.equal(expectedWays);
      expect(understood).to.equal(played ?? Object.values(expectedWays).join(', '));
    });
  }

  const incomplete = /does not look complete/;
  const itself = /type the address or number itself/;
  const nothing = /could not find an email address, phone number or postal address/;
  const refused: readonly (readonly [said: string, problem: RegExp])[] = [
    ['sarah@example', incomplete],
    ['sarah@', incomplete],
    ['@example.com', incomplete],
    ['sarah @ x.com', incomplete],
    ['sarah@x..com', incomplete],
    ['sarah@example or 07700 900123', incomplete],
    [`${'a'.repeat(250)}@x.com`, incomplete],
    ['by post', itself],
    ['post please', itself],
    ['email', itself],
    ['E-mail me', itself],
    ['text me', itself],
    ['phone.', itself],
    ['12345', nothing],
    ['01/02/1980', nothing],
    ['EN5 5XX', nothing],
    ['I don’t have one', nothing],
    ['you already have my address', nothing],
    ['sarah at example dot com', nothing],
    ['', nothing],
  ];
  for (const [said, problem] of refused) {
    it(`is not in “${said.slice(0, 40)}”`, () => void expect(problemOf(contact, said)).to.match(problem));
  }

  it('is asked about with care only where there may be danger, and the words are kept', () => {
    expect(safeToContact.applies?.(CONTEXT)).to.equal(false);
    expect(safeToContact.applies?.({ ...CONTEXT, danger: true })).to.equal(true);
    expect(answerOf(safeToContact, ' no, he reads my post ').understood).to.equal('no, he reads my post');
    expect(answerOf(safeToContact, 'yes').understood).to.equal('Yes, it is safe');
    expect(answerOf(safeToContact, 'no').understood).to.equal('No, somebody could see it');
    expect(problemOf(safeToContact, 'ok')).to.match(/^Please say which/);
  });

  it('is looked for in hostile text in no time', () => {
    const began = performance.now();
    for (const piece of ['@', 'a@', '0 ', '+1 (', '. ', "'", 'a.', 'EN5 ', '’@']) {
      contact.read(piece.repeat(2_000 / piece.length), CONTEXT);
    }
    expect(performance.now() - began).to.be.lessThan(300);
  });
});

describe('whose information it is', () => {
  const [forWhom] = forWhomSteps as readonly [StepDefinition, ...StepDefinition[]];
  const meant: Readonly<Record<string, string>> = {
    Me:
      'my own|My own|me|Me please|mine|myself|for me|it’s for me|it’s about me|just me|my own records|my information|' +
      'self|I’m asking for myself|1|option 1|one|the first one|first',
    'Someone else':
      'someone else’s|Someone else|somebody else|for someone else|on behalf of someone else|another person|not me|2|two|the second one',
  };
  for (const [understood, said] of Object.entries(meant)) {
    for (const text of said.split('|')) {
      it(`is “${understood}” in “${text}”`, () => void expect(answerOf(forWhom, text).understood).to.equal(understood));
    }
  }

  const relatives: readonly (readonly [said: string, relationship: string])[] = [
    ['my mum', 'They are my mum'],
    ['mum', 'They are my mum'],
    ['my mother’s', 'They are my mother'],
    ['for my son', 'They are my son'],
    ['My late father', 'They are my father'],
    ['my step-daughter', 'They are my step daughter'],
    ['my ex husband', 'They are my ex husband'],
    ['on behalf of my nan', 'They are my nan'],
    ['it’s about my daughter’s school', 'They are my daughter'],
    ['I am asking for a client', 'They are my client'],
    ['my own mother', 'They are my mother'],
    ['a friend', 'They are my friend'],
  ];
  for (const [said, relationship] of relatives) {
    it(`is “${relationship}” in “${said}”`, () => {
      const reading = forWhom.read(said, CONTEXT);
      expect(reading).to.have.nested.property('answer.understood', 'Someone else');
      expect(reading).to.have.nested.property('also.relationship.understood', relationship);
    });
  }

  for (const said of ['I live at 3 High Street', 'one moment', '3', 'yes', 'I am the tenant', '12', '']) {
    it(`is asked again after “${said}”`, () =>
      void expect(problemOf(forWhom, said)).to.match(/whose information it is/));
  }

  for (const said of [
    'both of us',
    'me and my wife',
    'my wife and me',
    'my husband and I',
    'my own and my daughter’s',
  ]) {
    it(`is one person’s at a time, not “${said}”`, () => {
      expect(problemOf(forWhom, said)).to.match(/one person at a time/);
    });
  }
});

describe('what an objection is to', () => {
  const [use] = objection.steps as readonly [StepDefinition, ...StepDefinition[]];
  const MARKETING = 'Adverts, newsletters or other marketing';
  for (const said of [MARKETING, 'marketing', 'junk mail', 'stop the newsletter', 'it’s spam', '1', 'adverts please']) {
    it(`is marketing in “${said}”`, () => void expect(answerOf(use, said).understood).to.equal(MARKETING));
  }
  for (const said of ['stop sharing my address', 'I live at 1 High Street', 'they marketed my flat', 'everything']) {
    it(`is as it is said in “${said}”`, () => void expect(answerOf(use, said).understood).to.equal(said));
  }
  it('is not in a sign or two', () => void expect(problemOf(use, '2')).to.match(/in a few words/));
});

describe('own words', () => {
  const details = ownWordsStep({ step: 'details', label: '', names: [], question: '', why: '' });
  it('are kept as they are, but for blanks around them', () => {
    expect(answerOf(details, '  all of it: «*<b>»\nand 3 more ').understood).to.equal('all of it: «*<b>»\nand 3 more');
    expect(answerOf(details, 'none').understood).to.equal('none');
  });
  it('are more than a yes; and more than a no, unless there may be nothing to tell', () => {
    for (const said of ['ok', 'yes', 'yeah sure', 'fine'])
      for (const step of [details, identifiers, adjustments])
        expect(problemOf(step, said), `${said} at ${step.step}`).to.match(/in a few words of your own/);
    expect(problemOf(details, 'no')).to.match(/in a few words of your own/);
  });
  it('must be words, and not endless', () => {
    expect(problemOf(details, ' …!? ')).to.match(/did not find any words/);
    expect(problemOf(details, 'x'.repeat(2_001))).to.match(/too long/);
    expect(answerOf(details, 'x'.repeat(2_000)).understood).to.have.length(2_000);
  });
  for (const step of [identifiers, format, adjustments]) {
    it(`may say that there is nothing to tell, for ${step.step}`, () => {
      for (const said of ['no', 'None', 'nothing', 'nope nothing', 'n/a', 'no thanks', 'I don’t mind']) {
        expect(answerOf(step, said).understood).to.equal('');
      }
      expect(answerOf(step, 'no large print').understood).to.equal('no large print');
    });
  }
});
