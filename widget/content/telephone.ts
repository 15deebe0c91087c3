/** Telephone numbers that somebody in need can press, instead of keeping them in mind. */

/** 999, 101, 116 123, and what has an area code; in groups of digits as the answers write them. */
const NUMBER = /(^|[\s(])(999|101|116 123|0\d{2,4}(?: \d{3,4}){1,2})(?!\d)/g;

/** Markdown in which each is a link. What is one already stays as it is. */
export function withNumbersToCall(markdown: string): string {
  return markdown.replace(
    NUMBER,
    (_found, before: string, number: string) => `${before}[${number}](tel:${number.replaceAll(' ', '')})`,
  );
}
