import { expect } from 'chai';
import { PHONE } from '../support/widget-browser.js';
import { focusOn } from './focus.js';
import { describeWithBot, type RealPage } from './with-bot.js';

const attributes = ({ field }: RealPage): Promise<Record<string, string | null>> =>
  field.evaluate((element) => ({
    tag: element.tagName.toLowerCase(),
    label: element.closest('form')?.querySelector('label[for=pa-message]')?.textContent ?? null,
    autocomplete: element.getAttribute('autocomplete'),
    inputmode: element.getAttribute('inputmode'),
  }));

const BEGIN = 'I want to see all the records that parking holds on me';

describeWithBot('the fields of a request’s steps', (given) => {
  const begun = async (...said: readonly (readonly [string, RegExp])[]): Promise<RealPage> => {
    const widget = await given().visit(PHONE);
    await widget.openPanel();
    await widget.tell(BEGIN, /What is your full name|whose|own information/i);
    for (const [text, reply] of said) await widget.tell(text, reply);
    return widget;
  };
  const NAME = ['Ruth Abara', /How should the council reach you/] as const;

  it('take a name in a line of its own, filled in by the browser', async () => {
    const widget = await begun();
    expect(await attributes(widget)).to.deep.equal({
      tag: 'input',
      label: 'Your full name',
      autocomplete: 'name',
      inputmode: null,
    });
    // The field that has taken the other one's place has its focus.
    await focusOn(widget.page, { id: 'pa-message' });
    expect(await widget.panel.locator('#pa-hint').innerText()).to.equal('You can also ask a question here.');
    await widget.screenshot('step-name');
    // Any words are welcome, all the same.
    await widget.tell('do you sell my details?', /does not sell/);
    await widget.log.getByText('Let us go back to your request.').waitFor();
  });

  it('take an email address, a telephone number or an address, each with its own keyboard', async () => {
    const widget = await begun(NAME);
    for (const [way, expected] of [
      ['Email', { tag: 'input', label: 'Email address', autocomplete: 'email', inputmode: 'email' }],
      ['Phone', { tag: 'input', label: 'Phone number', autocomplete: 'tel', inputmode: 'tel' }],
      ['Post', { tag: 'textarea', label: 'Postal address', autocomplete: 'street-address', inputmode: null }],
    ] as const) {
      await widget.panel.getByRole('radio', { name: way }).check();
      expect(await attributes(widget)).to.deep.equal(expected);
      await widget.screenshot(`step-contact-${way.toLowerCase()}`);
    }
    const group = widget.panel.getByRole('group', { name: 'How to reach you' });
    for (const label of await group.locator('label').all()) {
      const box = await label.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).to.be.at.least(24);
    }
    await widget.field.fill('7 Alder Court\nLondon N12 9ZZ');
    await widget.panel.getByRole('button', { name: 'Send', exact: true }).click();
    await widget.log.getByText(/Which dates is it about/).waitFor();
    // It takes the address as it was written, whichever way was chosen.
    expect(await widget.log.getByText('7 Alder Court').count()).to.equal(1);
  });

  it('take a code as telephones offer it', async () => {
    const widget = await begun(NAME, ['ruth@example.org', /code of six digits/]);
    expect(await attributes(widget)).to.deep.include({ autocomplete: 'one-time-code', inputmode: 'numeric' });
    await widget.screenshot('step-code');
    expect(given().service.codes[0]?.text).to.contain('482913');
    await widget.tell('482913', /Which dates is it about/);
  });

  it('take dates by month and year, tell what is wrong with them, and take any words instead', async () => {
    const widget = await begun(NAME, ['07700 900123', /Which dates is it about/]);
    const { page, panel, log, field, screenshot } = widget;
    expect(await attributes(widget)).to.deep.include({ label: 'Your answer', tag: 'textarea' });
    await panel.getByRole('button', { name: 'Fill in dates instead' }).click();
    const from = panel.getByRole('group', { name: 'From' });
    await focusOn(page, { id: 'pa-fromMonth' });
    await screenshot('step-dates');
    await page.keyboard.press('Enter');
    await panel.getByText('Write at least one year').waitFor();
    await from.getByLabel('Month').fill('14');
    await from.getByLabel('Year').fill('2019');
    await page.keyboard.press('Enter');
    const month = from.getByLabel('Month');
    await panel.getByText('Write the month as a number from 1 to 12').waitFor();
    await focusOn(page, { id: 'pa-fromMonth' });
    expect(await month.getAttribute('aria-invalid')).to.equal('true');
    expect(await month.getAttribute('aria-describedby')).to.contain('pa-error');
    await screenshot('step-dates-error');
    await panel.getByRole('button', { name: 'Use my own words instead' }).click();
    await focusOn(page, { id: 'pa-message' });
    await panel.getByRole('button', { name: 'Fill in dates instead' }).click();
    await from.getByLabel('Month').fill('4');
    await from.getByLabel('Year').fill('2019');
    await panel.getByRole('group', { name: 'To' }).getByLabel('Year').fill('2020');
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await log.getByText(/help find the records/).waitFor();
    expect(await log.locator('.you').last().innerText()).to.contain('from April 2019 to 2020');
    await field.waitFor();
    await focusOn(page, { id: 'pa-message' });
  });
});
