import { expect } from 'chai';
import type { StepContext } from '../../dialogs/requests/definition.js';
import { meantService } from '../../dialogs/mining/misspelt.js';
import { servicesIn } from '../../dialogs/mining/services.js';
import { servicesStep } from '../../dialogs/steps/services.js';
import { COUNCIL, NOW } from './a-talk.js';

const CONTEXT: StepContext = {
  answers: {},
  now: NOW,
  services: COUNCIL.services,
  dpoMailbox: COUNCIL.dpoMailbox,
  danger: false,
  codesSent: 0,
};
const step = servicesStep('Which?');

const TAX = 'Council tax';
const HOUSING = 'Housing and homelessness';
const BINS = 'Bins, waste and recycling';

describe('council services', () => {
  const named: readonly (readonly [said: string, services: readonly string[]])[] = [
    ['council tax', [TAX]],
    ['Council Tax please', [TAX]],
    ['ctax', [TAX]],
    ['the bailiffs', [TAX]],
    ['housing', [HOUSING]],
    ['it’s my council flat', [HOUSING]],
    ['the housing team', [HOUSING]],
    ['my rubbish', [BINS]],
    ['the tip', [BINS]],
    ['HR', ['Jobs and staff records (HR)']],
    ['I worked for the council', ['Jobs and staff records (HR)']],
    ['my social worker', ['Social services']],
    ['housing, parking and libraries', [HOUSING, 'Parking', 'Libraries']],
    ['libraries; bins/parking & ctax', [TAX, 'Parking', BINS, 'Libraries']],
    ['Bins, waste and recycling', [BINS]],
    // The longer name is meant, not the one that it holds.
    ['housing benefit', ['Housing benefit']],
    ['housing and housing benefit', [HOUSING, 'Housing benefit']],
    ['adult social care', ['Adult social care']],
    // Misspelt.
    ['counsil tax', [TAX]],
    ['coucil tax', [TAX]],
    ['houseing', [HOUSING]],
    ['huosing', [HOUSING]],
    ['parkng', ['Parking']],
    ['recyling and the libary', [BINS, 'Libraries']],
    ['potholes and roads', ['Roads and pavements']],
    ['a pothole', ['Roads and pavements']],
  ];
  for (const [said, services] of named) {
    it(`are ${services.join(' + ')} in “${said}”`, () => {
      const reading = step.read(said, CONTEXT);
      expect(reading).to.have.nested.property('answer.services').that.deep.equals(services);
      expect(reading).to.have.nested.property('answer.understood', services.join('; '));
    });
  }

  for (const said of [
    'not sure',
    'I’m not sure',
    'I’m not sure which one',
    'don’t know',
    'I don’t know sorry',
    'dunno',
    'no idea',
    'all of them',
    'everything',
    'the lot',
  ]) {
    it(`are any of them in “${said}”`, () => {
      expect(step.read(said, CONTEXT)).to.deep.equal({
        answer: { words: said, understood: 'Not sure, or all of them', services: [] },
      });
    });
  }

  // Each is like the name of a service, or holds one's letters, and means none.
  for (const said of [
    'rent',
    'police',
    'data',
    'the council',
    'rates',
    'taxi',
    'nursing',
    'my name and address',
    'records',
    'emails',
    'care',
    'fined',
    'my brother’s ship',
    'send',
  ]) {
    it(`are as it is said in “${said}”, which is none of them`, () => {
      expect(step.read(said, CONTEXT)).to.deep.equal({ answer: { words: said, understood: said, services: [said] } });
    });
  }

  it('are not in numbers and signs', () => {
    for (const said of ['123', '???', '']) expect(step.read(said, CONTEXT)).to.have.property('problem');
  });

  it('are taken from a first message only where it names them', () => {
    const inFirst = (text: string) => servicesIn(text, COUNCIL.services);
    expect(inFirst('please send me everything about my council tax and bins')).to.deep.equal([TAX, BINS]);
    expect(inFirst('Please send me a copy of my records')).to.deep.equal([]);
    expect(inFirst('see what data you hold on me, and the counsil')).to.deep.equal([]);
  });

  it('are looked for in long text in no time', () => {
    const began = performance.now();
    step.read('housin, '.repeat(250), CONTEXT);
    servicesIn('a b '.repeat(500), COUNCIL.services);
    expect(performance.now() - began).to.be.lessThan(200);
  });
});

describe('a misspelling', () => {
  const meant = (typed: string, word: string) => meantService(typed, [{ name: 'It', also: [word] }]);
  for (const [typed, word] of [
    ['parkign', 'parking'],
    ['librries', 'libraries'],
    ['homelesnes', 'homelessness'],
    ['tree', 'trees'],
  ] as const) {
    it(`is “${typed}” for “${word}”`, () => void expect(meant(typed, word)).to.equal('It'));
  }
  for (const [typed, word] of [
    ['taxi', 'ctax'],
    ['rats', 'rates'],
    ['marking', 'parking'],
    ['parks', 'parking'],
    ['', 'bins'],
    ['bin', 'binmen'],
  ] as const) {
    it(`is not “${typed}” for “${word}”`, () => void expect(meant(typed, word)).to.equal(undefined));
  }
});
