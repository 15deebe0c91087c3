import { expect } from 'chai';
import { checkKnowledge } from '../../src/answers/knowledge/check.js';
import { loadKnowledge } from '../../src/answers/knowledge/load.js';
import { SMALL_KNOWLEDGE, add, faultsOf, swap, withKnowledge, type Changes } from './a-knowledge-folder.js';

const RIGHTS = 'testham/topics/1-rights.yaml';
const MORE = 'testham/topics/2-more.yaml';
const answering = (answer: string): Changes => ({
  [RIGHTS]: swap('answer: You can ask us for this.', `answer: ${answer}`),
});
const MARKS =
  'put text in quotation marks where it holds a colon and a space, or begins with a mark such as * & ! { [ @';

describe('Knowledge without a fault', () => {
  it('loads, and every passage of its notice is covered or left out with a reason', () => {
    withKnowledge({}, (root) => {
      const knowledge = loadKnowledge(root, 'testham');
      expect(knowledge.entries.map(({ id }) => id).join(' ')).to.equal(
        'copy topics-to-write selling police statistics session contact beyond-keys request-access safety-now chat-hello lang-greek',
      );
      expect(checkKnowledge(knowledge)).to.deep.equal({
        faults: [],
        coverage: { passages: 13, covered: 12, notAsked: 1 },
      });
    });
  });

  it('has its placeholders filled in from what the council is', () => {
    withKnowledge(answering('"{council}, {controller}: {dpo}, {website}, {notice}, {links.foi}"'), (root) => {
      expect(loadKnowledge(root, 'testham').entries[0]).to.include({
        answer:
          'Testham Council, Testham Council: dpo@testham.gov.uk, https://www.testham.gov.uk, ' +
          'https://www.testham.gov.uk/privacy, https://www.testham.gov.uk/foi',
      });
    });
  });

  it('says where each quote stands', () => {
    withKnowledge({}, (root) => {
      const quotes = loadKnowledge(root, 'testham').entries.flatMap((entry) =>
        entry.act === 'answer' ? entry.quotes : [],
      );
      expect(quotes.find(({ lines }) => lines[0] === 11)).to.deep.equal({
        section: 'The police',
        text: 'We may share them with the police.',
        lines: [11],
      });
    });
  });

  it('may hold topics in files that end in .yml', () => {
    expect(faultsOf({ [MORE]: undefined, 'testham/topics/2-more.yml': SMALL_KNOWLEDGE[MORE] })).to.deep.equal([]);
  });
});

describe('A fault in the knowledge is told with file, line, entry and remedy:', () => {
  const cases: readonly (readonly [what: string, changes: Changes, ...faults: string[]])[] = [
    [
      'a quote that is not in the notice',
      { [MORE]: swap('You can ring or email us.', 'You can ring us.') },
      `${MORE}:25 contact: not in the notice, as whole sentences or list items: "You can ring us."; copy the words from notice.md`,
      'notice.md:27: no entry quotes "You can ring or email us."; write one, or name it in not-asked.yaml with the reason',
    ],
    [
      'half a sentence for a quote',
      { [RIGHTS]: swap('We do not sell your records. We may share them with the police.', 'We may share them') },
      `${RIGHTS}:18 selling: not in the notice, as whole sentences or list items: "We may share them"; copy the words from notice.md`,
      'notice.md:9: no entry quotes "We do not sell your records."; write one, or name it in not-asked.yaml with the reason',
      'notice.md:9: no entry quotes "We may share them with the police."; write one, or name it in not-asked.yaml with the reason',
    ],
    [
      'a quote under another section',
      { [MORE]: swap('section: The police', 'section: Cookies') },
      `${MORE}:1 police: not in the notice under "Cookies", as whole sentences or list items: "We may share them with the police."; copy the words from notice.md`,
      'notice.md:11: no entry quotes "We may share them with the police."; write one, or name it in not-asked.yaml with the reason',
    ],
    [
      'a quote that stands twice',
      {
        [MORE]: swap(
          '{ text: We may share them with the police., section: The police }',
          'We may share them with the police.',
        ),
      },
      `${MORE}:1 police: stands in 2 places of the notice: "We may share them with the police."; add a neighbouring line, or a section`,
      'notice.md:11: no entry quotes "We may share them with the police."; write one, or name it in not-asked.yaml with the reason',
    ],
    [
      'a passage that nothing covers',
      { 'testham/notice.md': add('\nWe are open on Mondays.') },
      'notice.md:28: no entry quotes "We are open on Mondays."; write one, or name it in not-asked.yaml with the reason',
    ],
    [
      'a group of the cookie table that nothing covers',
      { [MORE]: swap('"Session\\nSID\\n.example.org"', 'You can ring or email us.') },
      'notice.md:23: no entry quotes "Session |\nSID |\n.example.org |"; write one, or name it in not-asked.yaml with the reason',
    ],
    [
      'a passage left out that is covered all the same',
      { 'testham/not-asked.yaml': add('- passage: It is free.\n  reason: nobody asks\n') },
      'not-asked.yaml: "It is free." is covered by an entry or not in the notice; take it off the list',
    ],
    [
      'a follow-up that is no entry',
      { [RIGHTS]: swap('topics-to-write, request-access', 'topics-to-rite, request-access') },
      `${RIGHTS}:1 copy: follow-up "topics-to-rite" is not the id of an entry; correct it or leave it out`,
    ],
    [
      'an entry that follows itself',
      { [RIGHTS]: swap('topics-to-write, request-access', 'copy') },
      `${RIGHTS}:1 copy: an entry cannot follow itself; leave it out`,
    ],
    [
      'a phrasing that stands in another file too, whatever its case and marks',
      {
        'uk/chat.yaml': add(
          '- id: chat-copy\n  title: Copy\n  answer: Hello there.\n  phrasings: ["What is… COPY?"]\n',
        ),
      },
      'uk/chat.yaml:5 chat-copy: the phrasing "What is… COPY?" stands in copy too; keep it where it belongs',
    ],
    [
      'a phrasing that stands twice in one entry',
      { 'uk/chat.yaml': swap('[hello]', '[hello, Hello!]') },
      'uk/chat.yaml:1 chat-hello: the phrasing "Hello!" stands in this entry too; keep it where it belongs',
    ],
    [
      'a title that two entries share',
      { 'uk/chat.yaml': swap('title: Hello', 'title: about COPY') },
      'uk/chat.yaml:1 chat-hello: the title "about COPY" is that of copy too; give each its own',
    ],
    [
      'an id that is taken in another file',
      { 'uk/chat.yaml': swap('id: chat-hello', 'id: copy') },
      `uk/chat.yaml:1 copy: this id is taken by ${RIGHTS}:1; choose another`,
    ],
    [
      'an answer that is too long',
      answering('You can ask. '.repeat(27)),
      `${RIGHTS}:1 copy: the answer has 81 words; 80 is the most: say less, or make two entries`,
    ],
    [
      'an answer that is too hard to read',
      answering(
        'Notwithstanding statutory considerations, individuals necessarily anticipate proportionate acknowledgement.',
      ),
      `${RIGHTS}:1 copy: the answer needs a reading age of 45.6; 11 is the most: use shorter sentences and words`,
    ],
    [
      'a placeholder that the council does not have',
      answering('"Write to {links.fio} or {the team}, {constructor}."'),
      `${RIGHTS}:1 copy: {links.fio} is not known: add it to council.yaml, or write the words out`,
      `${RIGHTS}:1 copy: {the team} is not known: add it to council.yaml, or write the words out`,
      `${RIGHTS}:1 copy: {constructor} is not known: add it to council.yaml, or write the words out`,
    ],
    [
      'a field that has no meaning',
      { 'uk/chat.yaml': swap('  phrasings:', '  priority: 1\n  phrasings:') },
      'uk/chat.yaml:4 chat-hello: "priority" has no meaning here; correct the name, or take it out',
    ],
    [
      'a field that is missing',
      { 'uk/chat.yaml': swap('  answer: Hello there.\n', '') },
      'uk/chat.yaml:1 chat-hello: answer: this is missing; write it',
    ],
    [
      'an empty field',
      { 'uk/chat.yaml': swap('answer: Hello there.', 'answer: " "') },
      'uk/chat.yaml:3 chat-hello: answer: this is empty; fill it in',
    ],
    [
      'a number among the phrasings',
      { 'uk/chat.yaml': swap('[hello]', '\n    - hello\n    - 999') },
      'uk/chat.yaml:6 chat-hello: phrasings: this is not read as text; put it in quotation marks',
    ],
    [
      'phrasings that are no list',
      { 'uk/chat.yaml': swap('[hello]', 'hello') },
      'uk/chat.yaml:4 chat-hello: phrasings: this must be a list, with "- " before each item',
    ],
    [
      'no phrasings',
      { 'uk/chat.yaml': swap('[hello]', '[]') },
      'uk/chat.yaml:4 chat-hello: phrasings: an entry needs phrasings: how would people ask for it?',
    ],
    [
      'an id in other letters',
      { 'uk/chat.yaml': swap('id: chat-hello', 'id: Chat Hello') },
      'uk/chat.yaml:1 Chat Hello: id: use lower-case words joined by hyphens',
    ],
    [
      'an entry without an id',
      { 'uk/chat.yaml': add('- title: Bye\n  answer: Bye.\n  phrasings: [bye]\n') },
      'uk/chat.yaml:5 entry 2: id: this is missing; write it',
    ],
    [
      'an answer without a quote',
      { [MORE]: add('- id: post\n  title: Post\n  answer: By post.\n  quotes: []\n  phrasings: [by post]\n') },
      `${MORE}:36 post: quotes: an answer needs a quote`,
    ],
    [
      'a right that does not exist',
      {
        'uk/requests.yaml': swap('right: access', 'right: acess'),
        [RIGHTS]: swap('topics-to-write, request-access', 'selling'),
      },
      'uk/requests.yaml:2 request-access: right: Invalid option: expected one of "access"|"objection"|"rectification"|"erasure"|"restriction"|"portability"|"automated_decision"|"consent_withdrawal"|"complaint"',
    ],
    [
      'a file that is not YAML',
      { 'uk/chat.yaml': swap('answer: Hello there.', 'answer: Note: hello.') },
      `uk/chat.yaml:3: this is not YAML: Nested mappings are not allowed in compact mappings at line 3, column 11:; ${MARKS}`,
    ],
    [
      'a field that stands twice',
      { 'uk/chat.yaml': swap('answer: Hello there.', 'answer: Hello there.\n  answer: Bye.') },
      `uk/chat.yaml:4: this is not YAML: Map keys must be unique at line 4, column 3:; ${MARKS}`,
    ],
    [
      'a word that YAML would take for an alias',
      { 'uk/chat.yaml': swap('[hello]', '\n    - hello\n    - "*waves*"\n    - *waves*') },
      `uk/chat.yaml:7: a word that begins with & or * would be lost here; ${MARKS}`,
    ],
    [
      'a word that YAML would take for an anchor',
      { 'uk/chat.yaml': swap('[hello]', '\n    - &co hello') },
      `uk/chat.yaml:5: a word that begins with & or * would be lost here; ${MARKS}`,
    ],
    [
      'a file that is no list',
      { 'uk/chat.yaml': 'id: chat-hello\n' },
      'uk/chat.yaml:1: the file must be a list of entries, each beginning with "- id:"',
    ],
    [
      'an empty file',
      { 'uk/chat.yaml': '' },
      'uk/chat.yaml:1: the file must be a list of entries, each beginning with "- id:"',
    ],
    [
      'a file that is missing',
      { 'uk/chat.yaml': undefined },
      'uk/chat.yaml: cannot be read; create it, or check the name of its folder',
    ],
    [
      'a fault in what the council is',
      {
        'testham/council.yaml': (before) =>
          before.replace('dpo@testham.gov.uk', 'dpo').replace('nation: england-and-wales', 'nation: France'),
      },
      'testham/council.yaml:4: dpoMailbox: Invalid email address',
      'testham/council.yaml:8: nation: Invalid option: expected one of "england-and-wales"|"scotland"|"northern-ireland"',
    ],
  ];
  for (const [what, changes, ...faults] of cases) {
    it(what, () => expect(faultsOf(changes)).to.deep.equal(faults));
  }
});
