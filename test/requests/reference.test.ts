import { expect } from 'chai';
import { newReference, REFERENCE } from '../../src/requests/reference.js';
import { privacyRequestSchema } from '../../src/requests/request.js';

const LOOK_ALIKES = /[015BILOSUVZ]/;

describe('References', () => {
  it('have the shape PR-XXXX-XXXX, every third character a digit, none of the rest mistakable for another', () => {
    for (let i = 0; i < 10_000; i++) {
      const reference = newReference();
      const characters = reference.slice(3).replace('-', '');
      expect(reference)
        .to.match(/^PR-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
        .and.match(REFERENCE);
      expect(characters).to.have.length(8);
      expect(`${characters[2] ?? ''}${characters[5] ?? ''}`).to.match(/^\d\d$/);
      expect(characters).not.to.match(LOOK_ALIKES);
    }
  });

  it('do not repeat in 10,000', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newReference())).size).to.equal(10_000);
  });

  it('follow from the randomness they are given', () => {
    expect(newReference(() => 0)).to.equal('PR-AA2A-A2AA');
    expect(newReference((below) => below - 1)).to.equal('PR-9999-9999');
    const asked: number[] = [];
    newReference((below) => asked.push(below) % below);
    expect(asked).to.deep.equal([25, 25, 7, 25, 25, 7, 25, 25]);
  });

  for (const wrong of [
    'PR-7K3M-2QX',
    'PR-7K3M-2QX99',
    'pr-7k3m-q2x9',
    'PR-OOOO-OOOO',
    'PR-7KKM-Q2X9',
    'XPR-7K3M-Q2X9',
    'PR-7K3M-Q2X9\n',
  ]) {
    it(`are not ${JSON.stringify(wrong)}`, () => {
      expect(privacyRequestSchema.shape.reference.safeParse(wrong).success).to.equal(false);
    });
  }
});
