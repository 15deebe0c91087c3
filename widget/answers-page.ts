/** The script of the page with all answers: looks for words while they are typed. Without it, the form does. */
import { countInWords, found, searchWords } from './content/answer-search.js';

/** After the last key. Milliseconds. */
const PAUSE_MS = 200;

const field = document.querySelector<HTMLInputElement>('#q');
const count = document.querySelector<HTMLElement>('#count');
const nothing = document.querySelector<HTMLElement>('#nothing');
const articles = [...document.querySelectorAll<HTMLElement>('article')];
const texts = articles.map(({ textContent }) => textContent ?? '');
/** Sections with their lists of links, innermost first. */
const sections = [...document.querySelectorAll<HTMLElement>('main section')].reverse();
const contents = document.querySelector<HTMLElement>('nav.contents');

function look(): void {
  const words = searchWords(field?.value ?? '');
  const results = found(words, texts);
  articles.forEach((article, index) => {
    article.hidden = !results[index];
  });
  for (const section of sections) {
    const isEmpty = !section.querySelector('article:not([hidden])');
    section.hidden = isEmpty;
    const item = document.querySelector(`nav a[href="#${section.id}"]`)?.closest('li');
    if (item) item.hidden = isEmpty;
  }
  const shown = results.filter(Boolean).length;
  if (count) count.textContent = words.length === 0 ? '' : countInWords(shown);
  if (nothing) nothing.hidden = shown > 0;
  if (contents) contents.hidden = shown === 0;
}

/** A link to an answer that the search has hidden shows everything again. */
function showTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!field || !target?.closest('[hidden]')) return;
  field.value = '';
  look();
  target.scrollIntoView();
}

let timer: ReturnType<typeof setTimeout> | undefined;
field?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE_MS);
});
field?.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  look();
});
window.addEventListener('hashchange', showTarget);
// A browser that comes back to the page may have kept what was typed.
if (field?.value) look();
showTarget();
