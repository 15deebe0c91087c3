/** What a reader of HTML sees. */

/** The words of an HTML page; white space is one space each. */
export const wordsIn = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&')
    .replace(/\s+/g, ' ');
