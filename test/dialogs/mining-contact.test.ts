import { expect } from 'chai';
import { mineContact } from '../../dialogs/mining/contact.js';

describe('how to reach somebody, in a first message', () => {
  const given: readonly (readonly [said: string, ways: { email?: string; phone?: string; post?: string }])[] = [
    ['send me my file, large print please, sarah@example.org', { email: 'sarah@example.org' }],
    ['my email is sarah@example.org.', { email: 'sarah@example.org' }],
    ['email me at sarah@example.org please', { email: 'sarah@example.org' }],
    ['could you email me on sarah@example.org?', { email: 'sarah@example.org' }],
    ['Send the lot to o’brien@example.org', { email: "o'brien@example.org" }],
    ['send me my business rates records to n.adeyemi@example.com', { email: 'n.adeyemi@example.com' }],
    ['Please email everything about me to me at a.b@example.com, not by post', { email: 'a.b@example.com' }],
    ['Contact: sarah@example.org / 07700 900123', { email: 'sarah@example.org', phone: '07700 900123' }],
    ['email sarah.k@example.com phone 07700900333', { email: 'sarah.k@example.com', phone: '07700900333' }],
    ['i want my file. sarah@example.org or 07700 900123', { email: 'sarah@example.org', phone: '07700 900123' }],
    ["I'd like my repairs records. Ring me on 07700 900456", { phone: '07700 900456' }],
    ['My mobile is 07700900777', { phone: '07700900777' }],
    ['can you call me back on +44 7700 900123', { phone: '+44 7700 900123' }],
    ['Tel: 020 7946 0011', { phone: '020 7946 0011' }],
    [
      'please write to me at Flat 3, 9 Station Road, Edgware, HA8 7AB',
      { post: 'Flat 3, 9 Station Road, Edgware, HA8 7AB' },
    ],
    ['can you post it to me at 22 Elm Road, Barnet EN5 1AB', { post: '22 Elm Road, Barnet EN5 1AB' }],
    ['by post to 3 Long Lane, London N3 2PY please', { post: '3 Long Lane, London N3 2PY' }],
    [
      'My address is 4 Park View, London N2 9PL and my number is 07700 900222',
      { phone: '07700 900222', post: '4 Park View, London N2 9PL' },
    ],
    ['I used to live at 9 Bell Lane NW4 2BP, now write to me at 12 Brent Way N3 1AJ', { post: '12 Brent Way N3 1AJ' }],
    [
      'Send my file.\n\nYours faithfully,\nJanet Mills\n14 Oak Grove\nLondon N12 8QR\n020 7946 0011',
      { phone: '020 7946 0011', post: '14 Oak Grove, London N12 8QR' },
    ],
    [
      'Send it. Thanks, Ruth Ofori, ruth@example.org, 07700 900 456',
      { email: 'ruth@example.org', phone: '07700 900 456' },
    ],
  ];
  for (const [said, ways] of given) {
    it(`is found in “${said.replaceAll('\n', '⏎')}”`, () => {
      const { words, understood, ...found } = mineContact(said) ?? { words: '', understood: '' };
      expect(found).to.deep.equal(ways);
      expect(understood).to.equal([ways.email, ways.phone, ways.post].filter(Boolean).join(', '));
      expect(words).not.to.equal('');
    });
  }

  for (const said of [
    'stop emailing me at old.address@example.com',
    'you keep emailing me at old.address@example.com',
    'Remove bob@example.com from your list',
    'take my number 07700 900222 off your list',
    'my email is wrong on your system, it says old@example.com, should be new@example.com',
    'my email sarah@example.com is wrong, fix it',
    'Send my data to my solicitor at law@example.com',
    'my boss emailed john.smith@barnet.gov.uk about me, I want those emails',
    'I wrote to data.protection@barnet.gov.uk in May. no reply',
    'her email is kim@example.com and she lied',
    'every email from kim@example.com',
    'you have been ringing me on 07700900888 about a debt that isnt mine',
    'i rang 020 8359 2000 and spoke to someone about my file',
    'reference 0123456789 is my case',
    'there was noise at 14 High St N3 1AA and you did nothing',
    'I live at 14 High St N3 1AA and want my records', // that is no wish to be written to there
    'you send letters to 14 High St N3 1AA',
    "don't write to me at 14 High Street N3 1AA, he opens it",
    'please change my address to 14 High Street N3 1AA',
    'my old address was 14 High Street N3 1AA',
    'send it to my mum at 14 High Street N3 1AA',
    'email me',
    'by post please',
    'sarah@',
    '',
  ]) {
    it(`is not in “${said}”`, () => void expect(mineContact(said)).to.equal(undefined));
  }
});
