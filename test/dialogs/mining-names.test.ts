import { expect } from 'chai';
import { mineFullName } from '../../dialogs/mining/full-name.js';
import { mineWho } from '../../dialogs/mining/who.js';

describe('the name in a first message', () => {
  const given: readonly (readonly [said: string, name: string])[] = [
    ["I'm Sarah Khan, send me my file", 'Sarah Khan'],
    ['I’m Mary-Jane O’Neill-Smith of The Close', 'Mary-Jane O’Neill-Smith'],
    ['I am Doctor Ngozi Adeyemi and I rent a shop', 'Ngozi Adeyemi'],
    ['im Kwame Mensah from number 12', 'Kwame Mensah'],
    ['Hello, this is Tomasz Kowalski. I want to read my papers', 'Tomasz Kowalski'],
    ['my name is priya patel and i want my council tax file', 'priya patel'],
    ['my name is Siân Ní Dhomhnaill', 'Siân Ní Dhomhnaill'],
    ["My name's Zoë, can I see what you have", 'Zoë'],
    ['my names Gary Holt and i want everything', 'Gary Holt'],
    ['my name is SARAH KHAN. SEND IT', 'SARAH KHAN'],
    ['my name is 李小龍', '李小龍'],
    ['my name is محمد علي', 'محمد علي'],
    ['my name is Maria del Carmen Ruiz and', 'Maria del Carmen Ruiz'],
    ['my full name is Ludwig van der Berg', 'Ludwig van der Berg'],
    ['I want to read my file. name: darren cole. ring me', 'darren cole'],
    ['Name: Darren Cole\nWants: his file', 'Darren Cole'],
    ['Dave Price here, want my parking stuff', 'Dave Price'],
    ["Hi it's Dave Price here, want my parking stuff", 'Dave Price'],
    ['Please send my file.\n\nKind regards,\nSam Lee', 'Sam Lee'],
    ['Send it please. Thanks very much, Dave Osgood.', 'Dave Osgood'],
    ['Can I get it? Many thanks - Ruth Ofori, ruth@example.org', 'Ruth Ofori'],
    ['Yours faithfully,\nMrs Janet Mills\n14 Oak Grove\nLondon N12 8QR', 'Janet Mills'],
    ['please delete my photos\n\nMaria del Carmen Ruiz', 'Maria del Carmen Ruiz'],
    ['stop the leaflets\n- Ade Bello', 'Ade Bello'],
    ['I want my file. Sarah Khan, sarah@example.org', 'Sarah Khan'],
    ['I want my file. Sarah Khan 07700 900123', 'Sarah Khan'],
    ['I’m the executor. Best wishes, J. P. Moran', 'J. P. Moran'],
  ];
  for (const [said, name] of given) {
    it(`is “${name}” in “${said.replaceAll('\n', '⏎')}”`, () => {
      expect(mineFullName(said)).to.deep.equal({ words: name, understood: name });
    });
  }

  for (const said of [
    "I'm angry, send me my file",
    "I'm a tenant",
    'I am Polish, I live in Colindale',
    'I am Deaf and Blind',
    "I'm Black British and you put me down as white",
    "I'm Going To Court",
    'I am Not Happy About This',
    "I'M SARAH KHAN AND I'M FURIOUS", // shouted words might be anything
    "I'm Sarah", // the full name is still to be asked
    "I'm Sarah's mum",
    "I am Aisha Begum's daughter",
    'im sarah khan', // nor can it be told from "im very cross"
    'my name is wrong on your records, it says Jon',
    'my name is spelt wrong',
    'my name is on the list of residents and I want it off',
    "my name's not there",
    'my name has changed to Khan',
    'you got my name wrong',
    'his name is Leo Khan',
    'This is a request under Article 15',
    'this is Barnet Council business',
    'Thanks, Barnet Council',
    'Cheers, Dave',
    'Yours sincerely, Director of Housing',
    'thanks for nothing',
    'send it to me\n\nMental Health Team',
    'the best School Place I could hope for',
    'Please stop. Council Tax, sarah@example.org',
    'I saw Sarah Khan in your office',
    'ask for Sarah Khan, she knows me',
  ]) {
    it(`is not said in “${said.replaceAll('\n', '⏎')}”`, () => void expect(mineFullName(said)).to.equal(undefined));
  }
});

describe('the name of the person whom a first message is about', () => {
  const given: readonly (readonly [said: string, name: string])[] = [
    ['everything about my son Leo Khan since May', 'Leo Khan'],
    ['everything about my son Leo', 'Leo'],
    ['everything about my son Leo March 2020 to now', 'Leo'],
    ['everything about my son April', 'April'],
    ['files on my daughter, Ella-Mae Wood, who was born in 2011', 'Ella-Mae Wood'],
    ['records for my daughter Amina Yusuf (dob 12/3/2014)', 'Amina Yusuf'],
    ["my brother Tom's file", 'Tom'],
    ["my late father Mr George Albert Mills' file and what is in it about him", 'George Albert Mills'],
    ['my foster son called Jamal Reid has a file, send me his file', 'Jamal Reid'],
    ["I'm Leo’s mum and want his file", 'Leo'],
    ["as Kai's dad i want everything on him", 'Kai'],
    ["I am Aisha Begum's daughter, I'm her attorney", 'Aisha Begum'],
    ['Mum is ill so I ask for her file. Her name is Edith Marsh.', 'Edith Marsh'],
    ['my mums file pls, her name is edith marsh', 'edith marsh'],
    ['we act for Mrs Dorothy Lane', 'Dorothy Lane'],
    ['We are solicitors for Mr Shah.', 'Mr Shah'],
    ['On behalf of my client Mr. Peter Van Der Berg I request his file', 'Peter Van Der Berg'],
    ['My client, Ms. Leila Haddad, requests her file', 'Leila Haddad'],
    ['I am the advocate for T. Okonkwo', 'T. Okonkwo'],
    ['We have an LPA for Rose Adler', 'Rose Adler'],
    ['She has POA for her mum Mrs Ivy Cole and wants the repairs history', 'Ivy Cole'],
  ];
  for (const [said, name] of given) {
    it(`is “${name}” in “${said}”`, () => {
      const { forWhom, subjectName } = mineWho(said);
      expect(forWhom?.understood).to.equal('Someone else');
      expect(subjectName).to.deep.equal({ words: name, understood: name });
    });
  }

  for (const said of [
    'my son’s file please',
    'my daughter SEND file',
    'my son EHCP notes',
    'records of my son, Please hurry',
    'send my son. Barnet said you would send his file',
    'on behalf of my mum',
    'our daughter’s file, we are her parents Ann and Bob Lee',
    'my mums file. My name is Ann Lee',
  ]) {
    it(`is not said in “${said}”`, () => {
      const found = mineWho(said);
      expect(found.forWhom?.understood).to.equal('Someone else');
      expect(found).not.to.have.property('subjectName');
    });
  }

  it('is nobody’s where the person asks for themselves', () => {
    expect(mineWho('my son Leo wrote about me')).to.have.all.keys('forWhom');
  });
});
