/** The files for containers, read and not run: what they promise stands in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { z } from 'zod';
import { environmentSchema } from '../../src/config.js';
import { ROOT } from '../../tools/crash/server-process.js';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
/** A name with a major version, and no more than is worth following. */
const PINNED = /^[a-z]+:\d+(?:-[a-z-]+)?$/;

const appSchema = z.object({
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  environment: z.record(z.string(), z.string()),
  ports: z.undefined().optional(),
});

describe('the files for containers', () => {
  it('have an image that is pinned, and runs as somebody who owns nothing but the data', () => {
    const lines = read('Dockerfile').split('\n');
    const images = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    expect(images).to.have.length(2);
    for (const image of images) expect(image).to.match(PINNED);
    expect(lines.filter((line) => line.startsWith('USER '))).to.deep.equal(['USER node']);
    expect(lines.findIndex((line) => line.startsWith('CMD '))).to.be.greaterThan(lines.indexOf('USER node'));
    expect(lines.some((line) => line.startsWith('HEALTHCHECK '))).to.equal(true);
  });

  it('have two instances that are alike, on a root that is read-only, reached through the proxy alone', () => {
    const { services } = z.object({ services: z.record(z.string(), z.unknown()) }).parse(parse(read('compose.yaml')));
    expect(services['app-1']).to.deep.equal(services['app-2']);
    const app = appSchema.parse(services['app-1']);
    for (const name of Object.keys(app.environment)) expect(environmentSchema.shape).to.have.property(name);
    for (const name of ['database', 'proxy']) {
      expect(z.object({ image: z.string() }).parse(services[name]).image).to.match(PINNED);
    }
  });

  it('name only settings that there are', () => {
    const own = ['SITE_ADDRESS', 'POSTGRES_PASSWORD', 'POSTGRES_USER', 'POSTGRES_DB', 'CMD'];
    const named = read('compose.yaml').match(/\b[A-Z]+_[A-Z_]+\b/g) ?? [];
    for (const name of named.filter((one) => !own.includes(one) && !one.startsWith('CMD')))
      expect(environmentSchema.shape).to.have.property(name);
  });

  it('leave out of the image what is a secret or a resident’s', () => {
    expect(read('.dockerignore').split('\n')).to.include.members(['.env', 'data', '.git']);
  });
});
