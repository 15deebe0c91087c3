/** Each right's own steps: what is asked, in which order, and what of it the Data Protection Officer reads. */
import { expect } from 'chai';
import { definitions } from '../../dialogs/requests/index.js';
import { privacyRequestSchema } from '../../src/requests/request.js';
import { RIGHTS, type Right } from '../../src/requests/right.js';
import { Talk } from './a-talk.js';

interface Journey {
  readonly first: string;
  /** What is asked, and what is answered. */
  readonly asked: readonly (readonly [step: string, answer: string])[];
  readonly details: string;
  readonly opening: RegExp;
  readonly next: RegExp;
}

const PERSON = [
  ['fullName', 'Tom Baker'],
  ['contact', '020 7946 0958'],
] as const;

const JOURNEYS: Readonly<Record<Right, Journey>> = {
  access: {
    first: 'I want to see the file',
    asked: [
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'libraries'],
      ['period', 'any time'],
      ['details', 'every fine that I paid'],
      ['identifiers', 'card number 4411'],
      ['format', 'on paper'],
      ['adjustments', 'skip'],
    ],
    details: 'every fine that I paid',
    opening: /you do not have to say why/,
    next: /look for the records/,
  },
  objection: {
    first: 'I object to this',
    asked: [
      ['objectionUse', 'using my photo on the noticeboard'],
      ['objectionReason', 'my ex looks for me'],
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'libraries'],
      ['adjustments', 'large print'],
    ],
    details: 'Stop: using my photo on the noticeboard\nBecause: my ex looks for me',
    opening: /take your objection/,
    next: /read your objection/,
  },
  rectification: {
    first: 'Please correct it',
    asked: [
      ['wrongInformation', 'my date of birth is 1 May in the school list'],
      ['rightInformation', 'change it to 11 May'],
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'not sure'],
      ['identifiers', 'skip'],
      ['adjustments', 'skip'],
    ],
    details: 'Wrong: my date of birth is 1 May in the school list\nShould be: change it to 11 May',
    opening: /does not change anything by itself/,
    next: /what they changed/,
  },
  erasure: {
    first: 'Delete my account',
    asked: [
      ['details', 'the old gym card, I moved to Leeds'],
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'not sure'],
      ['identifiers', 'skip'],
      ['adjustments', 'skip'],
    ],
    details: 'the old gym card, I moved to Leeds',
    opening: /some records must be kept/,
    next: /what can be deleted/,
  },
  restriction: {
    first: 'Put it on hold',
    asked: [
      ['details', 'the visit report about the flat'],
      ['objectionReason', 'The information may be wrong'],
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'housing'],
      ['identifiers', 'skip'],
      ['adjustments', 'skip'],
    ],
    details: 'the visit report about the flat\nWhy: The information may be wrong',
    opening: /kept but not used/,
    next: /before a hold ends/,
  },
  portability: {
    first: 'I want portability',
    asked: [
      ['start', 'Go on with this request'],
      ['details', 'what I typed into the school form'],
      ['recipient', 'to me, as a file'],
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'not sure'],
      ['format', 'a spreadsheet'],
      ['adjustments', 'skip'],
    ],
    details: 'what I typed into the school form\nTo go to: to me, as a file',
    opening: /seldom fits what a council does/,
    next: /what you can have/,
  },
  automated_decision: {
    first: 'A computer decided it',
    asked: [
      ['decision', 'no discount, in the letter of 3 June'],
      ['outcomeWanted', 'Have a person look at it again'],
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'council tax'],
      ['identifiers', 'account 7788'],
      ['adjustments', 'skip'],
    ],
    details: 'Decision: no discount, in the letter of 3 June\nWanted: Have a person look at it again',
    opening: /a decision made by a computer/,
    next: /how it was decided/,
  },
  consent_withdrawal: {
    first: 'I take back my yes',
    asked: [
      ['details', 'photos from the summer fair'],
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'skip'],
      ['adjustments', 'skip'],
    ],
    details: 'photos from the summer fair',
    opening: /you need no reason/,
    next: /see that it stops/,
  },
  complaint: {
    first: 'I complain about it',
    asked: [
      ['details', 'you sent the letter with my debt to next door'],
      ['outcomeWanted', 'say sorry, and do not do it again'],
      ['forWhom', 'me'],
      ...PERSON,
      ['services', 'council tax'],
      ['adjustments', 'skip'],
    ],
    details:
      'you sent the letter with my debt to next door\nWhat would put it right: say sorry, and do not do it again',
    opening: /0303 123 1113/,
    next: /keep you informed/,
  },
};

describe('the right of', () => {
  for (const right of RIGHTS) {
    const { first, asked, details, opening, next } = JOURNEYS[right];

    it(`${right} asks its steps in order, and hands over what was said`, () => {
      const talk = new Talk();
      const begun = talk.says(first).text;
      const steps = asked.map(([, answer]) => {
        const { step } = talk.last;
        talk.says(answer);
        return step;
      });
      expect(steps).to.deep.equal(asked.map(([step]) => step));
      expect(begun).to.match(opening);
      expect(talk.last.step).to.equal('checkAnswers');
      expect(talk.says('send my request').text).to.match(next);
      const request = talk.finished?.request;
      expect(request).to.include({ right, firstMessage: first });
      expect(request?.scope.details).to.equal(details);
      expect(privacyRequestSchema.parse(request)).to.deep.equal(request);
    });

    it(`${right} offers before it begins where it is not sure, in words that promise nothing`, () => {
      const { offer } = definitions[right];
      expect(offer)
        .to.match(/Shall I\?$/)
        .and.not.to.match(/\bwe will\b|\bmust\b|\bgranted\b/i);
    });
  }

  it('complaint is answered as a complaint: received, looked into, and where else to go', () => {
    const talk = new Talk();
    talk.says(JOURNEYS.complaint.first, ...JOURNEYS.complaint.asked.map(([, answer]) => answer), 'send');
    expect(talk.last.text)
      .to.contain('**Your complaint has been passed on.**')
      .and.to.contain('You should hear from the council by **Wednesday 23 December 2026**')
      .and.to.contain('ico.org.uk/make-a-complaint');
  });

  it('restriction takes any of the law’s four situations, by its button or in plain words', () => {
    const meant: readonly (readonly [said: string, reason: string])[] = [
      ['It is wrong', 'The information may be wrong'],
      ['2', 'It should not be used, but I want it kept'],
      ['keep it but don’t use it', 'It should not be used, but I want it kept'],
      ['for my court case', 'I need it for a legal claim'],
      ['I have already objected', 'I have objected and wait for an answer'],
      ['I don’t know', 'Not sure'],
      ['the officer and I do not agree what it says', 'the officer and I do not agree what it says'],
    ];
    for (const [said, reason] of meant) {
      const talk = new Talk();
      talk.says('Put it on hold', 'the visit report about the flat', said);
      expect(talk.step, said).to.equal('forWhom');
      expect(talk.state.request?.answers.objectionReason?.understood, said).to.equal(reason);
    }
  });

  it('automated_decision takes what is wanted by its button or in plain words', () => {
    const meant: readonly (readonly [said: string, wanted: string])[] = [
      ['somebody', 'Have a person look at it again'],
      ['a person to look at it', 'Have a person look at it again'],
      ['tell me how it was decided', 'Explain how it was decided'],
      ['I want to appeal', 'Challenge it'],
      ['that you ask me before you cut it', 'that you ask me before you cut it'],
    ];
    for (const [said, wanted] of meant) {
      const talk = new Talk();
      talk.says('A computer decided it', 'no discount, in the letter of 3 June', said);
      expect(talk.step, said).to.equal('forWhom');
      expect(talk.state.request?.answers.outcomeWanted?.understood, said).to.equal(wanted);
    }
  });

  it('complaint, erasure and the others may leave out what is optional', () => {
    const talk = new Talk();
    talk.says('I complain about it', 'you lost the form', 'skip', 'me', 'Tom Baker', '020 7946 0958', 'skip', 'skip');
    talk.says('send');
    expect(talk.finished?.request.scope.details).to.equal('you lost the form');
  });
});
