import { expect } from 'chai';
import { demoPage } from '../../src/http/demo-page.js';

const COUNCIL = {
  name: 'London Borough of Example',
  shortName: 'Example',
  noticeUrl: 'https://www.example.gov.uk/notice',
};

describe('the demonstration page', () => {
  it('has the widget, and says whose website it is not', () => {
    const page = demoPage(COUNCIL);
    expect(page).to.contain('<script src="/widget.js" defer></script>');
    expect(page).to.contain('not the website of London Borough of Example');
    expect(page).to.contain('href="https://www.example.gov.uk/notice"');
  });

  it('keeps to a policy that allows nothing inline', () => {
    expect(demoPage(COUNCIL)).to.not.match(/<style|\sstyle=|\son\w+=|<script(?! src="\/widget\.js" defer>)/i);
  });

  it('leads to the mail only where there is some to read', () => {
    expect(demoPage(COUNCIL)).to.not.contain('/dev/mail');
    expect(demoPage({ ...COUNCIL, devMailPath: '/dev/mail' })).to.contain('href="/dev/mail"');
  });

  it('shows a council’s name as it is, whatever is in it', () => {
    const page = demoPage({ ...COUNCIL, name: '<b>"Rhondda" & \'Taf\'</b>', noticeUrl: '" onclick="x' });
    expect(page).to.contain('&lt;b&gt;&quot;Rhondda&quot; &amp; &#39;Taf&#39;&lt;/b&gt;');
    expect(page).to.contain('href="&quot; onclick=&quot;x"');
  });
});
