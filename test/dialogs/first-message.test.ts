/** What the first message of a request says already is noted, played back, and not asked again. */
import { expect } from 'chai';
import { Talk } from './a-talk.js';

const noted = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('- '));

describe('the first message of a request', () => {
  it('says whose information it is: “my” and “me” are one’s own', () => {
    for (const first of [
      'I want to see my housing records',
      'send me the records about me',
      'I want a copy of my file',
    ]) {
      const talk = new Talk();
      expect(talk.says(first).step, first).to.equal('fullName');
      expect(talk.state.request?.answers.forWhom?.understood).to.equal('Me');
      expect(noted(talk.last.text), first).to.include('- **Who it is about**: Me');
    }
  });

  it('says who it is about where that is another person', () => {
    const talk = new Talk();
    expect(talk.says('Please send me my nan’s records').step).to.equal('subjectName');
    expect(noted(talk.last.text)).to.include('- **How you know them**: They are my nan');
  });

  it('says it with all else: name, how to reach the person, dates, services', () => {
    const talk = new Talk();
    const { text } = talk.says(
      'I want my parking records from 2021 to 2022. My name is Tom Baker, my number is 020 7946 0958',
    );
    expect(noted(text)).to.deep.equal([
      '- **Who it is about**: Me',
      '- **Your name**: Tom Baker',
      '- **How to reach you**: 020 7946 0958',
      '- **Council services**: Parking',
      '- **Dates**: 1 January 2021 to 31 December 2022',
    ]);
    expect(talk.step).to.equal('identifiers');
  });

  it('is sent a code to the email address that it gives', () => {
    const talk = new Talk();
    talk.says('I want a copy of my file. My name is Tom Baker and my email is tom@example.org');
    expect([talk.step, talk.codes[0]?.email]).to.deep.equal(['emailCode', 'tom@example.org']);
  });

  it('is itself the answer to what is wanted from seven words on', () => {
    const six = 'I want all of the records';
    const seven = 'I want all of the old records';
    expect(new Talk().says(six).step).to.equal('forWhom');
    const short = new Talk();
    short.says(six);
    expect(short.state.request?.answers).not.to.have.property('details');
    const long = new Talk();
    long.says(seven);
    expect(long.state.request?.answers.details).to.deep.equal({ words: seven, understood: seven });
  });

  it('is no answer to what is wanted where it asks a question, or says only that a request is made', () => {
    for (const first of [
      'can you please delete my old account with the library?',
      'I want to complain about something',
    ]) {
      const talk = new Talk();
      talk.says(first);
      expect(talk.state.request?.answers, first).not.to.have.property('details');
    }
  });

  it('is not read out to the person who has just said it', () => {
    const first = 'Please delete my old library account, I moved to Leeds';
    const { text } = new Talk().says(first);
    expect(text).not.to.contain('moved to Leeds');
  });

  it('can be changed in all that was noted, like any answer', () => {
    const talk = new Talk();
    talk.says('I want to see my parking records', 'change the services to libraries', 'change who it is for to my mum');
    expect(talk.state.request?.answers.services?.understood).to.equal('Libraries');
    expect(talk.step).to.equal('subjectName');
  });

  it('goes along word for word, whatever was noted', () => {
    const first = 'Please delete my old library account, I moved to Leeds';
    const talk = new Talk();
    talk.says(first, 'me', 'Tom Baker', '020 7946 0958', 'skip', 'skip', 'send');
    expect(talk.finished?.request).to.include({ firstMessage: first });
    expect(talk.finished?.request.scope).to.deep.equal({ services: ['Libraries'], details: first });
  });
});
