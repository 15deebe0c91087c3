import { expect } from 'chai';
import { commandOf, isAsking, yesOrNo } from '../../dialogs/said.js';

const YES =
  'yes|Yes.|y|YES!!|yeah|yea|yep|yup|aye|Aye!|sure|ok|okay|of course|go on|go on then|go ahead|yes please|yes thanks|' +
  'please do|please|correct|right|that’s right|thats correct|absolutely|definitely|yeah please|yeah, go on|yeah sure|' +
  'yes I do|yes I would|yes, of course|yes mate|alright|all right then|fine|sounds good|ok then|ok, go ahead|go for it|' +
  'yes, start|yes that’s right|👍';
const NO =
  'no|No.|n|nope|nah|Nah mate|naw|no thanks|no thank you|no ta|not now|not yet|not really|not today|maybe later|' +
  'don’t|I don’t|no I don’t|no I don’t want to|no way|just a question|no, just a question|just asking|👎';
const NEITHER =
  'not sure|I’m not sure|maybe|perhaps|dunno|I don’t know|yes but what happens to my data?|yes but|yes?|no?|' +
  'no but can I ask something|yes and no|not yes|no problem|yesterday|know|nothing|don’t mind|right to buy|' +
  'correct my name|sure start centre|ok but why|no one told me|what|1|2||I live at 3 High Street|one moment|okay?';

const COMMANDS: Readonly<Record<string, string>> = {
  help:
    'help|Help!|help me|I need help|I’m stuck|I don’t understand|i dont get it|what do you mean?|What does that mean?|' +
    'why?|why do you need that?|why do you ask|why are you asking?|huh?|eh?|explain',
  back:
    'back|go back|Back please|previous|undo|go back one|go back a step|take me back|previous question please|' +
    'can I go back?|can we go back|I want to go back|go back to the last question|ok go back',
  skip:
    'skip|Skip|skip this|Skip this question|skip it please|can I skip this?|can we skip that|pass|next|' +
    'I’d rather not say|rather not say|prefer not to say|I don’t want to say|not needed|leave it blank',
  cancel:
    'cancel|stop|quit|exit|never mind|nevermind|forget it|I changed my mind|I’ve changed my mind|cancel my request|' +
    'cancel that please|please cancel|can you cancel that|I want to stop|actually cancel it|stop it|I want to cancel',
  person:
    'human|person|speak to a human|can I speak to someone|can I speak to somebody please|' +
    'I want to talk to a real person|talk to a person|put me through to someone|can I talk to the DPO|' +
    'I need to speak to an actual person|get me a human|is there someone I can talk to?',
  send:
    'send|send it|Send my request|yes send it|yes, send it|submit|please send|looks good|that’s right|all correct|' +
    'all good|it’s fine|ok send|send it off please|Yes please send it|go ahead and send it',
  repeat: 'repeat|say that again|what was the question?|pardon?|again|sorry, what was the question',
};

const CHANGES: readonly (readonly [said: string, what: string])[] = [
  ['change my name', 'name'],
  ['change name', 'name'],
  ['Can I change my email?', 'email'],
  ['I want to change the dates', 'dates'],
  ['I’d like to change my phone number please', 'phone number'],
  ['edit my address', 'address'],
  ['correct my name', 'name'],
  ['fix the date', 'date'],
  ['my name is wrong', 'name'],
  ['the email is wrong', 'email'],
  ['the dates are not right', 'dates'],
  ['that’s wrong, my name', 'name'],
  ['I need to change what I said about services', 'services'],
  ['change', ''],
  ['change something', ''],
  ['that’s wrong', ''],
  ['I made a mistake', ''],
];

const NO_COMMAND =
  'please help me understand my council tax bill|I was stopped by police|please stop sharing my data|help to buy|' +
  'cancel my council tax|send me my records|my skip was not collected|back in 2019|next year|next door neighbour|' +
  'the person next door|passport|end of 2019|human resources|I want to speak about my repairs|why was I evicted|' +
  'stopping the newsletter|Sarah Khan|3 High Street||a right of way|what does that mean for my children|why do you need my information';

const list = (text: string): string[] => text.split('|');

describe('yes and no', () => {
  for (const text of list(YES)) it(`takes “${text}” for yes`, () => void expect(yesOrNo(text)).to.equal('yes'));
  for (const text of list(NO)) it(`takes “${text}” for no`, () => void expect(yesOrNo(text)).to.equal('no'));
  for (const text of list(NEITHER)) {
    it(`takes “${text}” for neither`, () => void expect(yesOrNo(text)).to.equal(undefined));
  }
});

describe('commands', () => {
  for (const [command, said] of Object.entries(COMMANDS)) {
    for (const text of list(said)) {
      it(`takes “${text}” for ${command}`, () => void expect(commandOf(text)).to.deep.equal({ command }));
    }
  }
  for (const [text, what] of CHANGES) {
    it(`takes “${text}” for a change of “${what}”`, () => {
      expect(commandOf(text)).to.deep.equal({ command: 'change', what });
    });
  }
  for (const text of list(NO_COMMAND)) {
    it(`takes “${text}” for none`, () => void expect(commandOf(text)).to.equal(undefined));
  }
  it('takes no long message for a command, and reads hostile ones in no time', () => {
    expect(commandOf(`cancel ${'please '.repeat(40)}`)).to.equal(undefined);
    const began = performance.now();
    for (const text of [
      'speak to a real '.repeat(8),
      'send it '.repeat(15),
      ` ${'a '.repeat(1_000)}`,
      'no '.repeat(700),
    ]) {
      commandOf(text);
      yesOrNo(text);
      isAsking(text);
    }
    expect(performance.now() - began).to.be.lessThan(200);
  });
});

const ASKED =
  'what happens to my data?|why|how long do you keep it|do you sell it|is it safe|can you see my medical records|' +
  'and how long does that take|so who sees it|whats this for|when will I hear|where do you keep it|will you tell my landlord|may I see it|can you use post|do you keep it|hang on what do you keep|sorry, why is that|it is safe?|' +
  'has anybody else asked|am I being watched';
const NOT_ASKED =
  'Sarah Khan|my own|sarah@example.org|1 High Street|2019 to 2021|Will|Mayor|Isabel|Willow Doe|Canning Town|Will Smith|May Jones|Can Yilmaz|Do Thi Hoa|May 2020|Dora May|' +
  'whatever you have|when I was in care between 1998 and 2006|where my son lived|letters about my discount|whenever';

describe('questions', () => {
  for (const text of list(ASKED)) it(`takes “${text}” for one`, () => void expect(isAsking(text)).to.equal(true));
  for (const text of list(NOT_ASKED)) {
    it(`takes “${text}” for none`, () => void expect(isAsking(text)).to.equal(false));
  }
});
