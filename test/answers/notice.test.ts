import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { foldQuote, parseNotice, placesOf, sentencesOf } from '../../src/answers/knowledge/notice.js';
import { SMALL_NOTICE } from './a-knowledge-folder.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const markdown = read('knowledge/barnet/notice.md');
const barnet = parseNotice(markdown);
const small = parseNotice(SMALL_NOTICE);

describe('Notice of Barnet', () => {
  it('is the published text line for line, but for the marks of its headings', () => {
    const published = read('test/fixtures/barnet-privacy-notice.txt').split('\n');
    expect(published).to.have.length(332);
    expect(markdown.split('\n').map((line) => line.replace(/^#{1,3} /, ''))).to.deep.equal(published);
    expect(barnet.lines.map((line) => line.text)).to.deep.equal(published);
  });

  for (const [number, section] of [
    [3, 'Privacy notices'],
    [19, 'Personal information'],
    [100, 'What we do with your information > My Account (council website)'],
    [147, 'Your rights > You can object to us using your data'],
    [177, 'Website Cookies'],
    [184, 'Website Cookies > Controlling cookies'],
    [270, 'Website Cookies > The cookies we use'],
    [332, 'Updating this privacy notice'],
  ] as const) {
    it(`has line ${number} under “${section}”`, () => {
      expect(barnet.lines[number - 1]).to.include({ number, section, heading: false });
    });
  }

  it('has a passage for each sentence, each list item and each group of the cookie table', () => {
    const from = (first: number, last: number): string[] =>
      barnet.passages.filter(({ line }) => line >= first && line <= last).map(({ text }) => text.slice(0, 24));
    expect(from(173, 176)).to.deep.equal([
      'We use cookies to contro',
      'We do not store any pers',
      'Examples of how we use c',
      '- recognising your compu',
      '- recognising that you m',
      '- measuring how many peo',
    ]);
    const groups = barnet.passages.filter(({ line, lastLine }) => lastLine > line);
    expect(groups.map(({ line, lastLine, text }) => [line, lastLine, text.split(' |')[0]])).to.deep.equal([
      [201, 263, 'Add to any social media sharing'],
      [264, 266, 'Barnet.gov session ID'],
      [267, 269, 'Cookie consent alert dismissed'],
      [270, 278, 'Google Analytics'],
      [279, 281, 'Google Translate'],
      [282, 284, 'Load balancer route'],
      [285, 326, 'MyAccount Session Id'],
    ]);
  });

  it('has no passage that is not quotable where it stands', () => {
    const lost = barnet.passages.filter(
      ({ text, section, line }) => !placesOf(barnet, text, section).some(({ lines }) => lines[0] === line),
    );
    expect(lost.map(({ line, text }) => `${line} ${text}`)).to.deep.equal([]);
  });
});

describe('A notice', () => {
  it('is the same when its lines end as on Windows', () => {
    expect(parseNotice(SMALL_NOTICE.replaceAll('\n', '\r\n'))).to.deep.equal(small);
  });

  it('may end with its table', () => {
    const { passages } = parseNotice(
      '# Notice\nUsed for |\nName |\nDomain |\n---|---|---|\nStatistics |\n_ga |\n.example.org |',
    );
    expect(passages).to.deep.equal([
      { line: 6, lastLine: 8, section: 'Notice', text: 'Statistics |\n_ga |\n.example.org |' },
    ]);
  });

  it('may have no table and leave out a level of heading', () => {
    expect(parseNotice('# Notice\n### Deep\nOne. Two.\n## Higher\nThree.').passages).to.deep.equal([
      { line: 3, lastLine: 3, section: 'Deep', text: 'One.' },
      { line: 3, lastLine: 3, section: 'Deep', text: 'Two.' },
      { line: 5, lastLine: 5, section: 'Higher', text: 'Three.' },
    ]);
  });
});

describe('Sentences of a line', () => {
  for (const [line, sentences] of [
    ['It is free. You can ask.', ['It is free.', 'You can ask.']],
    ['Is it free? Yes! It is.', ['Is it free?', 'Yes!', 'It is.']],
    ['We follow the ‘PVPR’. ‘Staff’ read it.', ['We follow the ‘PVPR’.', '‘Staff’ read it.']],
    [
      'Write to data.protection@barnet.gov.uk or ring 020 8.',
      ['Write to data.protection@barnet.gov.uk or ring 020 8.'],
    ],
    ['Fees of 4.5 pounds, e.g. for post', ['Fees of 4.5 pounds, e.g. for post']],
    ['- your records. A copy is free.', ['- your records. A copy is free.']],
    ['• one. Two.', ['• one. Two.']],
    ['', []],
    ['   ', []],
  ] as const) {
    it(`${JSON.stringify(line)}: ${sentences.length}`, () => expect(sentencesOf(line)).to.deep.equal(sentences));
  }
});

describe('Folding a quote', () => {
  for (const [text, folded] of [
    ['it doesn’t “hurt”', `it doesn't "hurt"`],
    ['  - your   records ', 'your records'],
    ['• your records', 'your records'],
    ['_ga |', '_ga'],
    ['a | b', 'a b'],
    ['fi\u00a0rst\tline', 'fi rst line'],
    ['well-known - and dashed', 'well-known - and dashed'],
    ['|', ''],
  ] as const) {
    it(`${JSON.stringify(text)} is compared as ${JSON.stringify(folded)}`, () => {
      expect(foldQuote(text)).to.equal(folded);
    });
  }
});

describe('Place of a quote', () => {
  describe('is found for', () => {
    for (const [what, quote, lines] of [
      ['a sentence', 'We must answer within a month.', [4]],
      ['a whole line', 'You can ask for a copy. We must answer within a month. It is free.', [4]],
      ['two sentences that follow each other', 'You can ask for a copy. We must answer within a month.', [4]],
      ['two sentences with one left out between', 'You can ask for a copy.\nIt is free.', [4, 4]],
      ['a list item with its mark', '- a mistake', [7]],
      ['a list item without its mark', 'a mistake', [7]],
      ['a list item with its lead-in line', 'Write to us about:\n- a mistake', [5, 7]],
      ['a sentence typed with other spaces', ' You  can ask\u00a0for a copy. ', [4]],
      ['a table cell', '_gid', [21]],
      ['a row of the table', 'Statistics | _ga | .example.org', [17, 18, 19]],
      [
        'rows of a table, each on its line',
        'Statistics | _ga | .example.org\n_gid | .example.org',
        [17, 18, 19, 21, 22],
      ],
      ['a row typed with bars at both ends', '| Session | SID | .example.org |', [23, 24, 25]],
      ['cells with some left out between', 'Statistics\n_gid', [17, 21]],
    ] as const) {
      it(what, () => {
        expect(placesOf(small, quote).map((place) => place.lines)).to.deep.equal([lines]);
      });
    }
  });

  describe('is not found for', () => {
    for (const [what, quote] of [
      ['half a sentence', 'We must answer'],
      ['the end of a sentence', 'sell your records.'],
      ['a sentence and a half', 'You can ask for a copy. We must answer'],
      ['half a list item', '- a mis'],
      ['words that are not there', 'We sell your records.'],
      ['other words in the middle', 'We must answer within a year.'],
      ['the wrong case', 'we must answer within a month.'],
      ['sentences joined that do not follow each other', 'You can ask for a copy. It is free.'],
      ['list items in another order', '- a mistake\n- your records'],
      ['sentences of a line in another order', 'It is free.\nYou can ask for a copy.'],
      ['a sentence twice', 'It is free.\nIt is free.'],
      ['lines from two sections', 'It is free.\nYou can ring or email us.'],
      ['table cells in another order', 'SID | Session'],
      ['a heading', 'Your rights'],
      ['nothing', ' \n | '],
      ['twenty thousand characters', 'You can ask for a copy. '.repeat(900)],
    ] as const) {
      it(what, () => expect(placesOf(small, quote)).to.deep.equal([]));
    }
  });

  it('is ambiguous where the same words stand twice, until a section or a neighbouring line tells them apart', () => {
    const quote = 'We may share them with the police.';
    expect(placesOf(small, quote)).to.deep.equal([
      { section: 'Your rights > Sharing', lines: [9] },
      { section: 'The police', lines: [11] },
    ]);
    expect(placesOf(small, quote, 'The police')).to.deep.equal([{ section: 'The police', lines: [11] }]);
    expect(placesOf(small, quote, 'Elsewhere')).to.deep.equal([]);
    expect(placesOf(small, `We do not sell your records. ${quote}`)).to.have.length(1);
  });

  it('tells cells of the same name apart by what stands next to them', () => {
    expect(placesOf(barnet, 'JSESSIONID')).to.have.length(2);
    expect(placesOf(barnet, 'JSESSIONID | .barnet.gov.uk').map(({ lines }) => lines)).to.deep.equal([[265, 266]]);
    expect(placesOf(barnet, 'MyAccount Session Id\nJSESSIONID').map(({ lines }) => lines)).to.deep.equal([[285, 304]]);
  });
});
