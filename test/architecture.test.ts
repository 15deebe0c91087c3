import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the architecture', function () {
  this.timeout(30_000);
  let eslint: ESLint;
  // The rules in question need no types, and so no file on disk for the snippet.
  before(() => {
    eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
  });

  const RULES = /^(?:boundaries\/|no-restricted-|no-console$)/;
  const faults = async (filePath: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(code, { filePath });
    return (result?.messages ?? []).flatMap(({ ruleId, fatal, message }) => {
      if (fatal) throw new Error(message);
      return ruleId && RULES.test(ruleId) ? [ruleId] : [];
    });
  };
  /** How a file names another of the project. */
  const from = (file: string, target: string): string => '../'.repeat(file.split('/').length - 1) + target;
  const importing = (file: string, target: string): string => `import * as it from '${from(file, target)}';\nit;\n`;

  const BOUNDARY = 'boundaries/dependencies';
  const allowed: readonly (readonly [file: string, target: string])[] = [
    ['src/main.ts', 'src/config.js'],
    ['src/main.ts', 'src/app.js'],
    ['src/app.ts', 'src/stores/encrypt.js'],
    ['src/app.ts', 'src/handoff/outbox.js'],
    ['src/app.ts', 'src/http/server.js'],
    ['src/app.ts', 'dialogs/main-dialog.js'],
    ['src/bot.ts', 'dialogs/reply.js'],
    ['src/bot.ts', 'src/stores/store.js'],
    ['src/settings.ts', 'src/handoff/mailer.js'],
    ['src/unfinished.ts', 'src/bot.js'],
    ['src/unfinished.ts', 'src/stores/store.js'],
    ['src/http/server.ts', 'src/bot.js'],
    ['src/http/server.ts', 'src/stores/store.js'],
    ['src/http/pages.ts', 'src/handoff/mail.js'],
    ['src/teams/cards.ts', 'src/bot.js'],
    ['src/teams/cards.ts', 'src/stores/store.js'],
    ['src/teams/cards.ts', 'src/requests/request.js'],
    ['dialogs/answer.ts', 'src/answers/answer.js'],
    ['dialogs/steps/period.ts', 'src/requests/period.js'],
    ['src/handoff/email.ts', 'src/requests/request.js'],
    ['src/handoff/outbox.ts', 'src/stores/store.js'],
    ['src/privacy/retention.ts', 'src/stores/store.js'],
    ['src/stores/sql/requests.ts', 'src/requests/request.js'],
    ['src/stores/sql/requests.ts', 'src/stores/store.js'],
    ['src/answers/answer.ts', 'src/requests/right.js'],
    ['src/requests/deadline.ts', 'src/requests/dates.js'],
    ['tools/knowledge.ts', 'src/answers/knowledge/load.js'],
  ];
  const refused: readonly (readonly [file: string, target: string])[] = [
    ['src/main.ts', 'src/stores/encrypt.js'],
    ['src/main.ts', 'src/bot.js'],
    ['src/app.ts', 'src/main.js'],
    ['src/app.ts', 'tools/knowledge.js'],
    ['src/config.ts', 'src/log.js'],
    ['src/bot.ts', 'src/http/server.js'],
    ['src/bot.ts', 'src/stores/encrypt.js'],
    ['src/bot.ts', 'src/handoff/outbox.js'],
    ['src/bot.ts', 'src/handoff/mailer.js'],
    ['src/collecting-adapter.ts', 'src/handoff/mailer.js'],
    ['src/unfinished.ts', 'src/stores/encrypt.js'],
    ['src/unfinished.ts', 'dialogs/unfinished.js'],
    ['src/unfinished.ts', 'src/handoff/mailer.js'],
    ['src/http/server.ts', 'src/stores/encrypt.js'],
    ['src/http/server.ts', 'src/handoff/outbox.js'],
    ['src/http/server.ts', 'dialogs/reply.js'],
    ['src/http/server.ts', 'src/answers/answer.js'],
    ['src/http/server.ts', 'src/config.js'],
    ['src/teams/cards.ts', 'dialogs/main-dialog.js'],
    ['src/teams/cards.ts', 'src/handoff/outbox.js'],
    ['dialogs/answer.ts', 'src/stores/store.js'],
    ['dialogs/answer.ts', 'src/handoff/mail.js'],
    ['dialogs/answer.ts', 'src/bot.js'],
    ['dialogs/answer.ts', 'src/privacy/retention.js'],
    ['dialogs/mining/contact.ts', 'src/handoff/mail.js'],
    ['src/handoff/mailer.ts', 'dialogs/conversation.js'],
    ['src/handoff/email.ts', 'src/answers/answer.js'],
    ['src/handoff/email.ts', 'src/http/server.js'],
    ['src/handoff/email.ts', 'src/stores/encrypt.js'],
    ['src/privacy/retention.ts', 'src/stores/encrypt.js'],
    ['src/privacy/redact.ts', 'src/stores/store.js'],
    ['src/stores/sql/requests.ts', 'src/handoff/outbox.js'],
    ['src/stores/sql/requests.ts', 'src/http/server.js'],
    ['src/answers/answer.ts', 'src/requests/request.js'],
    ['src/answers/answer.ts', 'dialogs/reply.js'],
    ['src/requests/deadline.ts', 'src/answers/answer.js'],
    ['src/requests/deadline.ts', 'src/log.js'],
    ['widget/main.tsx', 'src/requests/right.js'],
    ['widget/main.tsx', 'dialogs/reply.js'],
    ['src/log.ts', 'test/support/until.js'],
    ['tools/knowledge.ts', 'test/support/until.js'],
  ];

  for (const [file, target] of allowed)
    it(`lets ${file} import ${target}`, async () => {
      expect(await faults(file, importing(file, target))).to.deep.equal([]);
    });

  for (const [file, target] of refused)
    it(`does not let ${file} import ${target}`, async () => {
      // The target is there: what may import anything does not stumble over it.
      expect(await faults('test/a.test.ts', importing('test/a.test.ts', target))).to.deep.equal([]);
      expect(await faults(file, importing(file, target))).to.deep.equal([BOUNDARY]);
    });

  it('sees every way of importing', async () => {
    const server = "'../http/server.js'";
    for (const code of [
      `import type { HttpServer } from ${server};\nexport type Server = HttpServer;`,
      `export * from ${server};`,
      `export { createServer } from ${server};`,
      `export const server = await import(${server});`,
      `import ${server};`,
    ])
      expect(await faults('src/requests/dates.ts', code), code).to.deep.equal([BOUNDARY]);
  });

  it('refuses a file of which nobody has said what it may import', async () => {
    expect(await faults('src/another.ts', 'export const x = 1;\n')).to.deep.equal(['boundaries/no-unknown-files']);
  });

  const IMPORTS = 'no-restricted-imports';
  for (const [file, code, expected] of [
    ['src/bot.ts', "export * from 'botbuilder-core';", undefined],
    ['src/app.ts', "export * from 'botbuilder';", undefined],
    ['src/http/server.ts', "export * from 'botbuilder';", undefined],
    ['src/teams/cards.ts', "export * from 'botbuilder';", undefined],
    ['dialogs/main-dialog.ts', "export * from 'botbuilder-dialogs';", undefined],
    ['src/main.ts', "export * from 'botbuilder';", IMPORTS],
    ['src/unfinished.ts', "export * from 'botbuilder-core';", IMPORTS],
    ['src/settings.ts', "export * from 'botbuilder-core';", IMPORTS],
    ['src/answers/answer.ts', "export type { Activity } from 'botbuilder-core';", IMPORTS],
    ['src/requests/request.ts', "export * from 'botframework-schema';", IMPORTS],
    ['src/stores/store.ts', "export type { Activity } from 'botbuilder-core';", IMPORTS],
    ['src/handoff/email.ts', "export * from 'botbuilder/lib/teamsInfo.js';", IMPORTS],
    ['widget/main.tsx', "export * from 'botframework-schema';", IMPORTS],
    ['dialogs/answer.ts', "export * from 'node:fs';", IMPORTS],
    ['src/requests/dates.ts', "export * from 'fs/promises';", IMPORTS],
    ['src/answers/answer.ts', "export * from 'node:https';", IMPORTS],
    ['src/answers/knowledge/reader.ts', "export * from 'node:fs';", undefined],
    ['src/http/server.ts', "export * from 'node:http';", undefined],
    ['src/main.ts', 'export const level = process.env.LOG_LEVEL;', undefined],
    ['tools/knowledge.ts', 'export const level = process.env.LOG_LEVEL;', undefined],
    ['src/log.ts', 'export const level = process.env.LOG_LEVEL;', 'no-restricted-globals'],
    ['dialogs/answer.ts', 'process.exit(1);', 'no-restricted-globals'],
    ['src/log.ts', "export * from 'node:process';", IMPORTS],
    ['dialogs/answer.ts', "export * from 'node:process';", IMPORTS],
    ['src/main.ts', 'export const now = () => new Date();', undefined],
    ['src/log.ts', 'export const at = new Date(0);', undefined],
    ['src/log.ts', 'export const at = new Date();', 'no-restricted-syntax'],
    ['dialogs/answer.ts', 'export const at = Date.now();', 'no-restricted-syntax'],
    ['src/requests/dates.ts', 'export const at = Date();', 'no-restricted-syntax'],
    ['src/log.ts', "console.log('x');", 'no-console'],
    ['dialogs/answer.ts', "console.log('x');", 'no-console'],
    ['widget/main.tsx', "console.log('x');", 'no-console'],
    ['tools/knowledge.ts', "console.log('x');", undefined],
  ] as const)
    it(`${expected ? 'refuses' : 'allows'} ${code} in ${file}`, async () => {
      expect(await faults(file, `${code}\n`)).to.deep.equal(expected ? [expected] : []);
    });
});
