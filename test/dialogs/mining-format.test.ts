import { expect } from 'chai';
import { mineAdjustments } from '../../dialogs/mining/adjustments.js';
import { mineFormat } from '../../dialogs/mining/format.js';

type Case = readonly [said: string, understood: string, words?: string];

describe('how the answer should come, in a first message', () => {
  const given: readonly Case[] = [
    ['send me my file, large print please', 'Large print', 'large print'],
    ['in bigger letters if you can', 'Large print', 'bigger letters'],
    ['Is it possible to have it in Braille', 'Braille', 'Braille'],
    ['an audio version would help', 'Audio', 'audio version'],
    ['could somebody read it out to me', 'Audio', 'read it out to me'],
    ['yo can u send me my file on paper ta', 'On paper'],
    ['I would like a paper copy', 'On paper'],
    ['hard copies please', 'On paper', 'hard copies'],
    ['please email it to me', 'By email', 'please email it'],
    ['email me everything you have', 'By email', 'email me'],
    ['I want it by email', 'By email'],
    ['By email, if possible.', 'By email', 'By email'],
    ['can you post it', 'By post', 'can you post it'],
    ['I complained in May and heard nothing. I want a copy of it by post', 'By post'],
    ['as a pdf', 'As a PDF', 'as a pdf'],
    ['i want to load it in excel, so as a csv', 'As a spreadsheet', 'in excel'],
    ['Word documents please', 'As a Word document', 'Word documents please'],
    ['send the lot on a usb', 'On a memory stick', 'on a usb'],
    ['burn it on a cd', 'On a disc', 'on a cd'],
    ['put it on yellow paper', 'On coloured paper'],
    ['large print and on a memory stick', 'Large print, on a memory stick', 'large print; on a memory stick'],
    ['email me a pdf please', 'By email, as a PDF', 'email me; pdf please'],
  ];
  for (const [said, understood, words] of given) {
    it(`is “${understood}” in “${said}”`, () => {
      const answer = mineFormat(said);
      expect(answer?.understood).to.equal(understood);
      if (words !== undefined) expect(answer?.words).to.equal(words);
    });
  }

  for (const said of [
    'you sent it by email to my ex',
    'I complained by email',
    'stop emailing me',
    "don't post it",
    'every email that was written',
    'my post is opened by others',
    'I filled in the form on paper',
    'I would like to reply to you by post',
    'not in large print',
    'audio recordings of my calls',
    'the paperwork',
    'you email me bills every week',
    '',
  ]) {
    it(`is not said in “${said}”`, () => void expect(mineFormat(said)).to.equal(undefined));
  }
});

describe('the help that somebody needs, in a first message', () => {
  const given: readonly Case[] = [
    ["I'm dyslexic, please no long words", 'Dyslexic', "I'm dyslexic"],
    ['I have severe dyslexia', 'Dyslexic', 'I have severe dyslexia'],
    ["I'm deaf so text me", 'Deaf, by text message', "I'm deaf; so text me"],
    ["I am hard of hearing so please don't phone me", 'Hard of hearing, no phone calls'],
    ['i am registered blind', 'Blind', 'i am registered blind'],
    ["I'm partially sighted", 'Poor sight'],
    ['I have very poor eyesight', 'Poor sight'],
    ["I can't see very well", 'Poor sight'],
    ['im autistic and find calls hard', 'Autistic', 'im autistic'],
    ["I've got adhd", 'ADHD'],
    ['i have a learning disability', 'Learning disability'],
    ['I have dementia so write simply', 'Memory problems'],
    ["Ring me, I can't read well", 'Finds reading hard'],
    ['i need a somali interpreter pls', 'Interpreter (Somali)', 'need a somali interpreter'],
    ['I need an interpreter', 'Interpreter', 'need an interpreter'],
    ['please write to me in Arabic', 'Translated (Arabic)'],
    ['sorry i dont speak english', 'Little English'],
    ['I need it in easy read', 'Easy read', 'easy read'],
    ['please use simple words', 'Plain words'],
    ['I use a screen reader', 'Screen reader'],
    ['I need a BSL interpreter', 'Sign language (BSL)', 'need a BSL'],
    ["I'm housebound", 'Housebound'],
    ['I am blind and use a screen reader', 'Blind, screen reader'],
  ];
  for (const [said, understood, words] of given) {
    it(`is “${understood}” in “${said}”`, () => {
      const answer = mineAdjustments(said);
      expect(answer?.understood).to.equal(understood);
      if (words !== undefined) expect(answer?.words).to.equal(words);
    });
  }

  for (const said of [
    'my son is autistic',
    'my mum is deaf and blind',
    'she needs an urdu interpreter',
    'my wife will need an interpreter',
    "I'm blind to how this is legal",
    "I'm deaf to excuses",
    'I cant see why you need it',
    "I can't read my file because you hid it",
    'I have a hearing on Monday',
    'I have eyes',
    'the screen was dark',
    'you text me too much',
    '',
  ]) {
    it(`is not said in “${said}”`, () => void expect(mineAdjustments(said)).to.equal(undefined));
  }
});
