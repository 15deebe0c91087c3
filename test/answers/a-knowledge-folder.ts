/** A small council's knowledge without a fault, written to a folder of its own, for tests that spoil a part of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkKnowledge } from '../../src/answers/knowledge/check.js';
import { describeFault, readKnowledge } from '../../src/answers/knowledge/load.js';

export const SMALL_NOTICE = `# Privacy notice
This notice says what we do.
## Your rights
You can ask for a copy. We must answer within a month. It is free.
Write to us about:
- your records
- a mistake
### Sharing
We do not sell your records. We may share them with the police.
## The police
We may share them with the police.
## Cookies
Used for |
Name |
Domain |
---|---|---|
Statistics |
_ga |
.example.org |
|
_gid |
.example.org |
Session |
SID |
.example.org |
## Contact
You can ring or email us.`;

const entry = (id: string, quote: string, more = ''): string => `- id: ${id}
  title: About ${id}
  answer: You can ask us for this.
  quotes:
    - ${quote}
${more}  phrasings:
    - tell me about ${id}
    - what is ${id}
`;

/** Files by their path; all that a council's knowledge needs. */
export const SMALL_KNOWLEDGE: Readonly<Record<string, string>> = {
  'testham/council.yaml': `name: Testham Council
shortName: Testham
controller: Testham Council
dpoMailbox: dpo@testham.gov.uk
website: { title: Testham, url: https://www.testham.gov.uk }
noticeUrl: https://www.testham.gov.uk/privacy
noticeVersion: "2026-01"
nation: england-and-wales
links:
  foi: { title: Freedom of information, url: https://www.testham.gov.uk/foi }
services:
  - { id: parking, name: Parking }
`,
  'testham/notice.md': SMALL_NOTICE,
  'testham/not-asked.yaml': '- passage: This notice says what we do.\n  reason: it introduces the notice\n',
  'testham/topics/1-rights.yaml': [
    entry(
      'copy',
      'You can ask for a copy. We must answer within a month. It is free.',
      '  followUps: [topics-to-write, request-access]\n',
    ),
    entry('topics-to-write', '"Write to us about:\\n- your records\\n- a mistake"'),
    entry('selling', 'We do not sell your records. We may share them with the police.'),
  ].join(''),
  'testham/topics/2-more.yaml': [
    entry('police', '{ text: We may share them with the police., section: The police }'),
    entry('statistics', '"Statistics | _ga | .example.org"'),
    entry('session', '"Session\\nSID\\n.example.org"'),
    entry('contact', 'You can ring or email us.'),
  ].join(''),
  'uk/lexicon.yaml': '- concept: copy\n  words: [photocopy, duplicate]\n',
  'testham/nearby.yaml': '[]\n',
  'uk/word-classes.txt': '# words near in meaning\nsell flog\nask request\n',
  'uk/beyond.yaml':
    '- id: beyond-keys\n  title: Lost keys\n  answer: The notice does not say.\n  phrasings: [i lost my keys]\n',
  'uk/requests.yaml':
    '- id: request-access\n  right: access\n  title: Ask for my records\n  phrasings: [i want my records]\n',
  'uk/safety.yaml': '- id: safety-now\n  title: Danger\n  answer: Call 999 now.\n  phrasings: [help he has a knife]\n',
  'uk/chat.yaml': '- id: chat-hello\n  title: Hello\n  answer: Hello there.\n  phrasings: [hello]\n',
  'uk/languages.yaml': '- id: lang-greek\n  title: Ελληνικά\n  answer: Γεια σας.\n  phrasings: [γεια]\n',
};

/** What is put in place of a file: its new content, a change to the old one, or nothing at all. */
export type Changes = Readonly<Record<string, string | ((before: string) => string) | undefined>>;

/** Writes the small knowledge with changes, hands its folder (and the one above) to `use`, and takes both away again. */
export function withKnowledge<T>(changes: Changes, use: (root: string, above: string) => T): T {
  const above = mkdtempSync(join(tmpdir(), 'council-'));
  const root = join(above, 'knowledge');
  try {
    for (const file of new Set([...Object.keys(SMALL_KNOWLEDGE), ...Object.keys(changes)])) {
      const before = SMALL_KNOWLEDGE[file] ?? '';
      const change = file in changes ? changes[file] : before;
      if (change === undefined) continue;
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), typeof change === 'string' ? change : change(before));
    }
    return use(root, above);
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}

/** Every fault of the small knowledge with changes, as its editor reads it. */
export function faultsOf(changes: Changes): string[] {
  return withKnowledge(changes, (root) => {
    const { knowledge, faults } = readKnowledge(root, 'testham');
    return [...faults, ...(knowledge ? checkKnowledge(knowledge).faults : [])].map(describeFault);
  });
}

/** A change to a file: other words for some of it, which must be there. */
export function swap(from: string, to: string): (before: string) => string {
  return (before) => {
    if (!before.includes(from)) throw new Error(`nothing to change: "${from}" is not in ${before}`);
    return before.replace(from, () => to);
  };
}

/** A change to a file: more at its end. */
export function add(text: string): (before: string) => string {
  return (before) => before + text;
}
