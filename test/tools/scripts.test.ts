/** The scripts of package.json, as npm runs them here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../support/app.js';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe('npm run', () => {
  it('relies on nothing that runs before or after a script: .npmrc has npm leave that out', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).to.match(/^ignore-scripts=true$/m);
    const around = Object.keys(scripts).filter((name) => /^(?:pre|post)./.test(name));
    expect(around).to.deep.equal([]);
  });

  for (const name of ['test', 'test:unit', 'eval', 'bench', 'crash'])
    it(`${name} builds what is missing first`, () => {
      expect(scripts[name]).to.match(/^npm run build(?: --silent)? && /);
    });
});
