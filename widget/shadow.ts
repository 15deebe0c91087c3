/** Styles of a shadow root. */

/**
 * Adds a style sheet. As a constructed one it needs no `unsafe-inline` in the page's policy; browsers from before
 * 2023 get an element instead.
 */
export function adopt(root: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
}
