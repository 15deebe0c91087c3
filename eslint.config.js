/**
 * What the code of this house must keep to. The table of who may import whom is DESIGN.md's, and
 * test/architecture.test.ts proves that each of its lines is refused and allowed as written.
 */
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SERVICE = ['src/**/*.ts', 'dialogs/**/*.ts'];
const WIDGET = ['widget/**/*.{ts,tsx}'];

/** Each part of the house and its files. The first that matches a file is the part it belongs to. */
const PARTS = {
  main: 'src/main.ts',
  app: ['src/app.ts', 'src/settings.ts'],
  config: 'src/config.ts',
  log: 'src/log.ts',
  metrics: 'src/metrics.ts',
  // How work is queued, and repeated.
  work: ['src/queue.ts', 'src/periodic.ts'],
  secrets: 'src/own-secrets.ts',
  // What is taken up again, or passed on, without anybody saying anything.
  recovery: ['src/recovery.ts', 'src/unfinished.ts'],
  bot: ['src/bot.ts', 'src/collecting-adapter.ts'],
  // What a channel sees of the bot.
  turns: 'src/http/turns.ts',
  http: 'src/http/**/*.ts',
  teams: 'src/teams/**/*.ts',
  // The interfaces of the stores; the drivers behind them are chosen by app alone.
  store: ['src/stores/store.ts', 'src/stores/unavailable.ts'],
  drivers: 'src/stores/**/*.ts',
  mail: 'src/handoff/mail.ts',
  handoff: 'src/handoff/**/*.ts',
  redact: 'src/privacy/redact.ts',
  privacy: 'src/privacy/**/*.ts',
  right: 'src/requests/right.ts',
  requests: 'src/requests/**/*.ts',
  answers: 'src/answers/**/*.ts',
  dialogs: 'dialogs/**/*.ts',
  // How messages and answers become HTML and words: the same in the browser and on the pages without script.
  content: 'widget/content/**/*.ts',
  widget: 'widget/**/*.{ts,tsx,css}',
  tools: 'tools/**/*.{ts,mjs}',
  test: 'test/**/*.{ts,tsx}',
};

const requests = ['requests', 'right'];
const everything = Object.keys(PARTS).filter((part) => part !== 'test');

/** Who may import whom, apart from itself. Whoever is not named on the right is out of reach. */
const MAY_IMPORT = {
  main: ['config', 'app', 'log'],
  app: everything.filter((part) => !['main', 'tools', 'widget'].includes(part)),
  config: [],
  log: [],
  metrics: [],
  work: ['log'],
  secrets: ['drivers'],
  recovery: ['bot', 'http', 'turns', 'store', 'work', 'log'],
  bot: ['dialogs', 'store', 'turns', 'redact', 'work', 'log', 'metrics'],
  turns: ['store'],
  http: ['bot', 'turns', 'store', 'mail', 'log', 'metrics', 'content'],
  teams: ['bot', 'turns', 'store', 'mail', 'log', 'metrics', ...requests],
  store: ['mail', ...requests],
  drivers: ['store', 'mail', 'work', 'log', ...requests],
  mail: ['store', ...requests],
  handoff: ['store', 'mail', 'work', 'log', ...requests],
  redact: [],
  privacy: ['redact', 'store', 'mail', 'work', 'log', ...requests],
  right: [],
  requests: ['right'],
  answers: ['right'],
  dialogs: ['answers', 'redact', ...requests],
  content: [],
  widget: ['content'],
  tools: everything,
  test: [...everything, 'test'],
};

const importDirections = {
  plugins: { boundaries },
  settings: {
    'boundaries/files': Object.entries(PARTS).map(([category, pattern]) => ({ category, pattern })),
    'boundaries/files-single-match': true,
    'boundaries/legacy-templates': false,
    // Imports name the .js that a .ts becomes; the resolver is to find the .ts.
    'import/resolver': {
      node: {
        extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
        pathFilter: (owner, file, relative) =>
          owner.name === 'council-privacy-assistant' ? relative.replace(/\.js$/, '') : undefined,
      },
    },
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkUnknownLocals: true,
        message:
          '{{from.file.categories}} may not import {{dependency.source}}. Take it as an argument, or see "Who may import whom" in DESIGN.md.',
        policies: Object.entries(MAY_IMPORT).map(([part, others]) => ({
          from: { file: { categories: part } },
          allow: { to: { file: { categories: { anyOf: [part, ...others] } } } },
        })),
      },
    ],
  },
};

/** The Bot Framework SDK gets no more updates: it stays where a successor can replace it. */
const botFramework = {
  group: ['botbuilder*', 'botframework-*'],
  message: 'The Bot Framework is for bot.ts, dialogs, http, teams and app.ts only, so that it can be replaced.',
};
/** What is pure and synchronous reads no file and opens no connection. */
const inputAndOutput = {
  regex: '^(node:)?(fs|net|http|https|tls|dns|child_process|worker_threads|timers)(/|$)',
  message: 'Input and output are for http, stores and handoff; this part is pure. Take what it needs as an argument.',
};
const processMessage = 'Only main.ts reads the environment, and ends the process.';
const processModule = ['node:process', 'process'].map((name) => ({ name, message: processMessage }));
const forbidImports = (...patterns) => ({
  'no-restricted-imports': ['error', { paths: processModule, patterns }],
});

const clock = (selector) => ({ selector, message: 'Time comes in as now(), so that a test can set it.' });
const ownTime = [
  clock('MemberExpression[object.name="Date"][property.name="now"]'),
  clock('NewExpression[callee.name="Date"][arguments.length=0]'),
  clock('CallExpression[callee.name="Date"]'),
];

const NODE_GLOBALS = ['process', 'console', 'performance', 'URL', 'Buffer', 'fetch', 'setTimeout', 'clearTimeout'];

const length = (most) => ['error', { max: most, skipBlankLines: true, skipComments: true }];

export default defineConfig(
  globalIgnores(['dist', 'data', 'artefacts', 'evaluation', 'knowledge', 'test/fixtures']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowRethrowing: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // What promises, promises always: an async function turns its throws into rejections, and restify asks for one.
      '@typescript-eslint/require-await': 'off',
      // `return next()` leaves early, and `void (await …)` leaves a result aside; both say so.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Interfaces are written with methods and made of closures, which lose no `this` when taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // It believes that a flag which a callback sets, or a group of a pattern, can never be otherwise.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  { files: ['{src,dialogs,widget,tools,test}/**/*.{ts,tsx}'], ...importDirections },
  { files: ['**/*.{ts,tsx,js,mjs}'], rules: { 'max-lines': length(200), 'max-lines-per-function': length(40) } },
  { files: WIDGET, rules: { 'no-console': 'error', ...forbidImports(botFramework) } },
  {
    files: SERVICE,
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'process', message: processMessage }],
      'no-restricted-syntax': ['error', ...ownTime],
      ...forbidImports(botFramework),
    },
  },
  {
    files: ['src/{app,bot,collecting-adapter}.ts', 'src/{http,teams}/**/*.ts', 'dialogs/**/*.ts'],
    rules: {
      ...forbidImports(),
      // The SDK types what it compares with its enums as strings.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  { files: ['dialogs/**/*.ts'], rules: forbidImports(inputAndOutput) },
  {
    files: ['src/requests/**/*.ts', 'src/privacy/redact.ts', 'src/answers/**/*.ts'],
    // The knowledge is read once, at the start.
    ignores: ['src/answers/compiled.ts', 'src/answers/knowledge/reader.ts'],
    rules: forbidImports(botFramework, inputAndOutput),
  },
  {
    files: ['src/main.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': 'off',
      'no-restricted-imports': ['error', { patterns: [botFramework] }],
    },
  },
  {
    // Loops over typed arrays whose indices are bounded by their own lengths.
    files: ['src/answers/{model,text}/**/*.ts', 'src/answers/reading.ts', 'tools/word-classes.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // Wording and tables are data, however long.
  { files: ['{dialogs,widget}/wording.ts'], rules: { 'max-lines': 'off' } },
  // All wiring is in one visible function.
  { files: ['src/app.ts', 'src/stores/sql/migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['src/handoff/plain-characters.ts'], rules: { 'no-control-regex': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'max-lines': length(300),
      'max-lines-per-function': 'off',
      // Chai asserts by reading a property.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
);
