/** Somebody wants the conversation gone. Their records are another matter. */
import { expect } from 'chai';
import { deletionIn } from '../../dialogs/deleting.js';
import { wording } from '../../dialogs/wording.js';
import { REFERENCE, SURROUNDINGS, Talk, talkAt } from './a-talk.js';

const DO = [
  'delete this conversation',
  'Delete this chat.',
  'delete chat',
  'Please delete our conversation!',
  'can you delete this chat please',
  'could you wipe this conversation',
  'wipe this chat now',
  'forget what I typed',
  "forget everything I've said",
  'forget what I told you',
  'erase this whole conversation',
  'clear the chat',
  'clear chat history',
  'remove this chat for good',
  'get rid of this conversation',
  "i'd like you to delete this chat",
  'I want to delete this conversation',
  'I want this chat deleted',
  'delete everything i wrote here',
  'delete all my messages',
  'delete all of my messages in this chat',
  'please just delete what ive written so far',
  'sorry, delete this chat straight away',
  'bin this chat',
  'delete the whole chat',
  'destroy this conversation, please',
  'thanks, now delete this conversation',
  'this chat should be deleted',
];
const HOW = ['how do I delete this chat?', 'how can i delete this conversation', 'where do I clear the chat'];
const NOT = [
  'delete my data',
  'delete my records',
  'delete all my information',
  'please delete everything you hold about me',
  'forget me',
  'delete my account',
  'delete what the council wrote about me',
  'delete my emails to the council',
  'delete the recording of my telephone conversation with housing',
  'I want my records deleted',
  'erase the notes of my conversation with the social worker',
  'delete everything',
  'forget it',
  'is this chat deleted?',
  'who deletes this chat',
  "don't delete this chat",
  'do not delete this conversation',
  'delete this chat and my council tax file',
  'he must not see this, delete this chat, he hits me',
  'clear my council tax debt',
  'what I typed was wrong',
];

describe('asking for the conversation to be deleted', () => {
  for (const text of DO) it(`“${text}” asks for it`, () => expect(deletionIn(text)).to.equal('do'));
  for (const text of HOW) it(`“${text}” asks how`, () => expect(deletionIn(text)).to.equal('how'));
  for (const text of NOT) it(`“${text}” does not`, () => expect(deletionIn(text)).to.equal(undefined));

  it('is read in no time, however long and strange it is', () => {
    const began = process.hrtime.bigint();
    for (const part of ['please ', 'all everything ', 'what i ', 'delete ', 'this chat ', 'i want to '])
      deletionIn(`${part.repeat(400)}x`.slice(0, 2_000));
    for (const part of ['please ', 'all everything ', 'what ', 'i want you to ', 'so far '])
      deletionIn(`delete ${part.repeat(40)}`.slice(0, 139) + 'x');
    expect(Number(process.hrtime.bigint() - began) / 1e6).to.be.below(5_000);
  });

  it('deletes at once, and says that nothing else is kept', () => {
    const talk = new Talk();
    talk.says('how long do you keep it?');
    const { text, deleted } = talk.says('delete this conversation');
    expect([talk.forgets, deleted]).to.deep.equal([true, true]);
    expect(text).to.contain('I have deleted').and.to.contain('no request');
    expect(talk.state).to.deep.equal({ greeted: true, danger: false, at: talk.state.at });
  });

  it('says what a sent request still keeps, for how long, and who has it', () => {
    const talk = talkAt('checkAnswers');
    talk.says('send my request');
    const { text } = talk.says('delete this chat');
    expect(talk.forgets).to.equal(true);
    for (const words of [REFERENCE, '30 days', '2 years', 'Data Protection Officer']) expect(text).to.contain(words);
    expect(talk.state.sent).to.equal(undefined);
  });

  it('asks first where a request is half-way', () => {
    const talk = talkAt('services');
    const asked = talk.says('delete this chat');
    expect([talk.forgets, asked.step]).to.deep.equal([false, 'services']);
    expect(asked.buttons?.map(({ value }) => value)).to.deep.equal([wording.deleteYes, wording.deleteNo]);
    expect(asked.text).to.contain('has not been sent');
  });

  for (const yes of [wording.deleteYes, 'yes', 'yes please', 'delete it', 'just delete everything', 'delete this chat'])
    it(`“${yes}” then deletes it, request and all`, () => {
      const talk = talkAt('services');
      talk.says('wipe this conversation', yes);
      expect(talk.forgets).to.equal(true);
      expect(talk.state.request).to.equal(undefined);
    });

  for (const no of [wording.deleteNo, 'no', "don't", 'no, keep going', 'nope', 'carry on'])
    it(`“${no}” then keeps it, and the step is asked again`, () => {
      const talk = talkAt('services');
      const before = JSON.stringify(talk.state.request?.answers);
      talk.says('wipe this conversation');
      const again = talk.says(no);
      expect([talk.forgets, again.step]).to.deep.equal([false, 'services']);
      expect(again.text).to.contain(wording.keptGoing);
      expect(JSON.stringify(talk.state.request?.answers)).to.equal(before);
    });

  it('forgets that it asked, once something else is said', () => {
    const talk = talkAt('services');
    talk.says('delete this chat', 'do you sell my data?');
    expect(talk.last.step).to.equal('services');
    talk.says('yes');
    expect(talk.forgets).to.equal(false);
  });

  it('is no way to have more codes sent than one may', () => {
    const talk = talkAt('emailCode');
    talk.says('delete this chat', 'yes');
    expect(talk.state.codesSent).to.equal(1);
  });

  it('says that another channel keeps a copy of its own', () => {
    const talk = new Talk(undefined, { ...SURROUNDINGS, channel: 'Microsoft Teams' });
    expect(talk.says('delete this chat').text).to.contain('Microsoft Teams keeps a copy');
  });

  it('tells how, where that is asked', () => {
    const talk = talkAt('services');
    expect(talk.says('how do I delete this chat?').text).to.contain('“delete this chat”');
    expect([talk.forgets, talk.step]).to.deep.equal([false, 'services']);
  });
});
