/**
 * Messages in other languages, by their script, or by the letters and short words that no English text has. Languages
 * of one script are told apart by letters of their own; the others are left to the model.
 */

/** Share of the letters that must be of a foreign script. */
const MOSTLY = 0.5;

/** Ids of entries in `languages.yaml`; the first whose letters are there, or else the last. */
const SCRIPTS: readonly (readonly [script: RegExp, languages: readonly (readonly [letters: RegExp, id: string])[]])[] =
  [
    [
      /\p{Script=Arabic}/gu,
      [
        [/[ٹڈڑںے]/u, 'lang-urdu'],
        [/[پچژگ]|[کی]/u, 'lang-farsi'],
        [/./u, 'lang-arabic'],
      ],
    ],
    [
      /\p{Script=Cyrillic}/gu,
      [
        [/[іїєґ]/iu, 'lang-ukrainian'],
        [/./u, 'lang-russian'],
      ],
    ],
    [/\p{Script=Hebrew}/gu, [[/./u, 'lang-hebrew']]],
    [/\p{Script=Gujarati}/gu, [[/./u, 'lang-gujarati']]],
    [/\p{Script=Bengali}/gu, [[/./u, 'lang-bengali']]],
    [/\p{Script=Tamil}/gu, [[/./u, 'lang-tamil']]],
    [/\p{Script=Devanagari}/gu, [[/./u, 'lang-hindi']]],
    [/\p{Script=Han}/gu, [[/./u, 'lang-chinese']]],
  ];

/** The id of the language's entry, where the script settles it. */
export function foreignLanguageOf(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, languages] of SCRIPTS) {
    const found = text.match(script)?.length ?? 0;
    if (found > 0 && found >= MOSTLY * letters) return languages.find(([own]) => own.test(text))?.[1];
  }
  return undefined;
}
