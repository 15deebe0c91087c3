import { expect } from 'chai';
import { mineServices } from '../../dialogs/mining/services.js';
import { loadKnowledge } from '../../src/answers/knowledge/load.js';

const { services } = loadKnowledge('knowledge', 'barnet').council;
const idsIn = (said: string): string[] =>
  (mineServices(said, services)?.services ?? []).map((name) => services.find((it) => it.name === name)?.id ?? name);

describe('the services in a first message', () => {
  const named: readonly (readonly [said: string, ids: string, words: string])[] = [
    ['everything from Housing Benefit, and my PCN', 'benefits parking', 'Housing Benefit; PCN'],
    ['the council tax team’s emails', 'council-tax', 'council tax team’s'],
    ['who read my council tax support form', 'benefits', 'council tax support'],
    ['my tenancy and repairs notes, the tenancy most of all', 'housing', 'tenancy; repairs'],
    ['what the home help wrote', 'adult-social-care', 'home help'],
    ['my wheelie bin photos', 'waste', 'wheelie bin'],
    ['I was in care till I was nine', 'childrens-social-care', 'was in care'],
    ['letters from the children’s services people', 'childrens-social-care', 'children’s services'],
    ['wedding booking and library card', 'libraries registrars', 'wedding; library card'],
    ['Parking.', 'parking', 'Parking'],
    ['the bus pass I never got', 'blue-badge', 'bus pass'],
    // Misspelt.
    ['my counsil tax', 'council-tax', 'counsil tax'],
    ['hows my houseing file', 'housing', 'houseing'],
    ['soical services papers', 'social-services', 'soical services'],
    ['social workr notes', 'social-services', 'social workr'],
    ['parkign fine', 'parking', 'parkign fine'],
    ['my benifits letter', 'benefits', 'benifits'],
    ['the libary emails', 'libraries', 'libary'],
    ['blue bage form', 'blue-badge', 'blue bage'],
    ['planing permision for no 9', 'planning', 'planing permision'],
    ['enviromental health visit', 'environmental-health', 'enviromental health'],
    ['the recyling centre camera', 'waste', 'recyling centre'],
    ['allottment list', 'allotments', 'allottment'],
  ];
  for (const [said, ids, words] of named) {
    it(`are ${ids} in “${said}”, as “${words}”`, () => {
      expect(idsIn(said).join(' ')).to.equal(ids);
      const answer = mineServices(said, services);
      expect(answer?.words).to.equal(words);
      expect(answer?.understood).to.equal(answer?.services?.join('; '));
    });
  }

  for (const said of [
    'send me my file',
    'send mee everything',
    "I'm planning to move",
    'that is rubbish',
    'you refused to tell me',
    'you refuse to tell me',
    'I saw it on your website',
    'my gran is in care and happy there',
    'I have a complaint, please register it',
    'I am hopeless with forms',
    'do not pay attention to it, I am packing',
    'the registry of my country',
    'I was planting seeds',
    'within 24 hr',
    'my personal data',
    'a payment I made',
    'I live on a main road near the park',
    'what the council has to tell the department',
    'the creation of my file',
    'you are committed to this',
    'section 42 says so',
    '',
  ]) {
    it(`are not named in “${said}”`, () => void expect(idsIn(said)).to.deep.equal([]));
  }
});
