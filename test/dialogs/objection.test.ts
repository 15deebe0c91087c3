import { expect } from 'chai';
import { wording } from '../../dialogs/wording.js';
import { Talk } from './a-talk.js';

const OBJECTION = 'I object to you using my details';
const MARKETING = 'Adverts, newsletters or other marketing';

describe('an objection', () => {
  it('to marketing asks for no reason, no service, no code and no help, and changing to another use asks them', () => {
    const talk = new Talk();
    const said = [OBJECTION, 'junk mail', 'me', 'Sam Lee', 'sam@example.org'];
    expect(said.map((text) => talk.says(text).step)).to.deep.equal([
      'objectionUse',
      'forWhom',
      'fullName',
      'contact',
      'checkAnswers',
    ]);
    expect(talk.codes).to.deep.equal([]);
    expect(talk.says('change the use', 'sharing with contractors').step).to.equal('objectionReason');
    expect(talk.says('it makes me ill').step).to.equal('emailCode');
    expect(talk.codes).to.have.length(1);
    expect(talk.says('skip').step).to.equal('services');
    expect(talk.says('skip').step).to.equal('adjustments');
  });

  for (const first of [
    'I object to the newsletter',
    'stop using my email for adverts',
    'I object to being on your mailing list, please take me off it',
    'Stop using my phone number for marketing texts',
  ]) {
    it(`is to marketing where the first message says so: “${first}”`, () => {
      const talk = new Talk();
      talk.says(first);
      expect(talk.state.request?.answers.objectionUse).to.deep.equal({ words: first, understood: MARKETING });
      expect(talk.last.text).to.contain(`- **What should stop**: ${MARKETING}`);
      const rest = talk.step === 'forWhom' ? ['me'] : [];
      expect(talk.says(...rest, 'Sam Lee', '020 7946 0958').step).to.equal('checkAnswers');
      talk.says('send');
      expect(talk.finished?.request.scope).to.deep.equal({ services: [], details: `Stop: ${MARKETING}` });
    });
  }

  it('is to what a longer first message says, and to nothing where it says little', () => {
    const long = 'I object to the parking team sharing my car’s photo with bailiffs';
    const talk = new Talk();
    expect(talk.says(long).step).to.equal('objectionReason');
    expect(talk.state.request?.answers.objectionUse?.understood).to.equal(long);
    expect(new Talk().says('I object to you using my data').step).to.equal('objectionUse');
  });

  it('to marketing hands over no reason that was given before it was marketing', () => {
    const talk = new Talk();
    talk.says(OBJECTION, 'calls', 'they give me migraines', 'me', 'Sam Lee', 'sam@example.org', 'skip', 'housing');
    talk.says('skip');
    expect(talk.says('change the use to marketing').step).to.equal('checkAnswers');
    expect(talk.last.text).not.to.contain('migraines');
    talk.says('send');
    expect(talk.finished?.request.scope).to.deep.equal({ services: [], details: `Stop: ${MARKETING}` });
    expect(talk.finished?.request.answers).not.to.have.any.keys('objectionReason', 'emailCode', 'services');
  });

  it('takes “stop it” for what should stop, and “cancel” for the end', () => {
    for (const said of ['stop it', 'stop everything', 'please stop that']) {
      expect(new Talk().says(OBJECTION, said).step, said).to.equal('objectionReason');
    }
    for (const said of ['cancel', 'never mind', 'stop', 'forget it']) {
      expect(new Talk().says(OBJECTION, said).text, said).to.equal(wording.stopping);
    }
  });
});
