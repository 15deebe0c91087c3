import { expect } from 'chai';
import { mineWho } from '../../dialogs/mining/who.js';

const whose = (said: string): string | undefined => mineWho(said).forWhom?.understood;

describe('a first message about somebody else', () => {
  const cases: readonly (readonly [said: string, relationship: string | undefined])[] = [
    ['please can i have my nans records shes in a care home in hendon', 'They are my nan'],
    ['send me everything the early help people wrote about my stepson', 'They are my stepson'],
    ["My partner's file please", 'They are my partner'],
    ["my parents' council tax account has gone wrong, send the notes", 'They are my parents'],
    ['send my kids’ files', 'They are my kids'],
    ['They have my twins’ photos. Please take my twins off the website', 'They are my twins'],
    ['delete my son from your youth club list', 'They are my son'],
    ['I want you to remove the picture of my grandson from your page', 'They are my grandson'],
    ["stop sharing my wife's details with contractors", 'They are my wife'],
    ['please stop writing to my dad, he died in June', 'They are my dad'],
    ['my auntie Pat keeps getting calls about rent, it isnt hers', 'They are my auntie'],
    ['my uncle wants you to delete his data', 'They are my uncle'],
    ['my kids names are spelt wrong', 'They are my kids'],
    ['my dads address is wrong on your letters, he moved to Elm Way', 'They are my dad'],
    ['I need documents of my child for immigration', 'They are my child'],
    ['my daughter school report please', 'They are my daughter'],
    ["me mum's file, quick as you can", 'They are my mum'],
    ["dad's care package notes since he came out of hospital", 'They are my dad'],
    ['Mum has dementia so I am filling this in for her', 'They are my mum'],
    ['were moving dad to a flat near us, so pass on his details', 'They are my dad'],
    ['I am a mother to a boy of 9 and ask for his EHCP', 'I am their mother'],
    ['My father in law lives with us, need his care plan', 'They are my father in law'],
    ['my mum died last year. can I have her social services notes', 'They are my mum'],
    ['My husband passed away and you keep writing to him', 'They are my husband'],
    ['my son is autistic and I want his EHCP notes', 'They are my son'],
    ['We want all the emails about our late grandma', 'They are my grandma'],
    ["im writing for my grandad, he can't use computers", 'They are my grandad'],
    ["I'm calling about my son", 'They are my son'],
    ["this isn't about me, it's about my brother Dean", 'They are my brother'],
    ["It's for my sister-in-law, she wants her file", 'They are my sister-in-law'],
    ['dunno where to send it but im mums attorney', 'They are my mum'],
    ['i want my brothers file, I am his appointee', 'They are my brother'],
    ["I object to you using my dad's information. I have LPA", 'They are my dad'],
    ["I'm the executor of my uncle's estate and need his tenancy file", 'They are my uncle'],
    ['On behalf of my client I request his complete housing file', 'They are my client'],
    ['My client requests a copy of every email', 'They are my client'],
    ['we act for Mrs Dorothy Lane. Please disclose her housing file', 'They are my client'],
    ['We are solicitors for Mr Shah. Please send his file', 'They are my client'],
    ["I'm Leo's mum and want his SEN file", 'I am their mum'],
    ["I am Aisha Begum's daughter and ask for her care records", 'I am their daughter'],
    ['I am father of girl, you have many paper about her', 'I am their father'],
    ["I'm her carer, I need the care plan. I have her permission", undefined],
    ['On behalf of Jo Bloggs I ask for all her data', undefined],
    ['As deputy for Harold Finch I request his financial assessment', undefined],
    ["parent on phone wants her son's EHCP emails", undefined],
    ['asking for someone else', undefined],
  ];
  for (const [said, relationship] of cases) {
    it(`is about somebody in “${said}”`, () => {
      const found = mineWho(said);
      expect(found.forWhom?.understood).to.equal('Someone else');
      expect(found.relationship?.understood).to.equal(relationship);
      expect(said)
        .to.contain(found.forWhom?.words)
        .and.to.contain(found.relationship?.words ?? '');
    });
  }
});

describe('a first message about oneself', () => {
  for (const said of [
    'can i have my file',
    'I would like to see everything you hold on me',
    'send me my old housing records',
    'what have you got against my name',
    'I was fostered with the Browns in the eighties and would like to know why',
    'i grew up in care and want to read what they wrote',
    'take me off the list',
    'stop phoning me',
    'gimme the cctv of me in the car park',
    "It's about my own file, not my son's",
    'I am acting for myself in this',
    // Others are only mentioned.
    "I'm angry about how you treated my mum. send me my file",
    'my neighbour told you lies about me and i want to see what you wrote',
    'what did you tell my husband about me',
    'i want whatever my ex said about me',
    "My partner's solicitor wrote to you about me. I'd like a copy.",
    'my mum rang last week about my records',
    "my wife's lies are on my file",
    "my daughter's social worker wrote about me and i want that",
    'As a mother of three I want to see my own notes',
    'can my daughter interpret for me? i want my file',
  ]) {
    it(`is about the person in “${said}”`, () => {
      const found = mineWho(said);
      expect(found.forWhom?.understood).to.equal('Me');
      expect(Object.keys(found)).to.deep.equal(['forWhom']);
      expect(said).to.contain(found.forWhom?.words);
    });
  }
});

describe('a first message that does not say whom it is about', () => {
  for (const said of [
    'I want to see my file and my daughter’s records', // one at a time
    'the file on my mum and me',
    'me and my wife want our council tax letters',
    'my mums care notes, and anything you have on me as her carer',
    "I'm a carer for my mum and want my carers assessment",
    'i want my children’s services file from when i was 8', // whose children's services?
    'why did you send a letter about my neighbour to my house',
    'you told my landlord about my arrears',
    'i want to know who told my husband where i live',
    'the council shared it with my son’s school and my boss',
    'my brother was fostered, i want to find him',
    'cust called, wants his own housing benefit file',
    'caller asking for own file, parking',
    'res at desk wants her notes, pls log',
    'we want our file',
    'mum and baby group letters, stop them',
    'parents evening emails please',
    'send me the childrens services records',
    "My client's landlord told you lies",
    'The solicitor for Mr Shah wrote to you about me; send it',
    'nothing to do with me, but who is paid most',
    'Someone acts for my ex and their file is there', // the council's file, perhaps
    'Request on behalf of Thames Valley Police',
    'you sent it to someone else',
    'I want to complain about my son’s teacher',
    'please use my details below to reply',
    '',
  ]) {
    it(`is left open: “${said}”`, () => void expect(whose(said)).to.equal(undefined));
  }
});

describe('what lets somebody ask', () => {
  const stated: readonly (readonly [said: string, authority: string])[] = [
    ['i have got lasting POA for my aunt. Send her file', 'i have got lasting POA for my aunt'],
    ["Hello, I'm her deputy, please send my mum's notes", "I'm her deputy"],
    ["My dad's file please. He asked me to get it", 'He asked me to get it'],
    ['I have my mum’s written consent to get her file', 'I have my mum’s written consent to get her file'],
    ["Please copy my wife's care plan; she has given me permission", 'she has given me permission'],
    ['We are solicitors for Mr Shah, and need his file', 'We are solicitors for Mr Shah'],
    ["I've got parental responsibility for my niece. I want her file", "I've got parental responsibility for my niece"],
    ["Show me what you have on my late husband. I've got probate", "I've got probate"],
  ];
  for (const [said, authority] of stated) {
    it(`is “${authority}” in “${said}”`, () => {
      expect(mineWho(said).authority).to.deep.equal({ words: authority, understood: authority });
    });
  }

  for (const said of [
    "I don't have power of attorney but want my dad's file",
    "I'm applying for power of attorney for my gran, can I get her records",
    "my son's file please",
    "I'm his dad and I want his school file",
  ]) {
    it(`is not said in “${said}”`, () => {
      expect(whose(said)).to.equal('Someone else');
      expect(mineWho(said)).not.to.have.property('authority');
    });
  }

  it('is not asked of somebody who asks for themselves', () => {
    expect(mineWho('I have power of attorney for me written down in my file')).not.to.have.property('authority');
  });
});
