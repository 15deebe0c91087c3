/** The conversation as a page of the service's own, in place of the forms that work without a script. */
import { createHost } from './host.js';
import type { Options } from './options.js';
import { loadPanel } from './panel-loader.js';

/**
 * Takes the place of the element once all is there; until then, and where it cannot be had, the forms stay and work.
 * @param id of the element with the forms.
 */
export async function installFullPage(options: Options, id: string): Promise<void> {
  const forms = document.getElementById(id);
  // The page's policy allows no style elements, which older browsers would need.
  if (!forms || !('adoptedStyleSheets' in document && 'replaceSync' in CSSStyleSheet.prototype)) return;
  const { createPanel } = await loadPanel(options.base);
  const { host, root, region } = createHost('page');
  // As it is now: somebody may have written meanwhile.
  const written = forms.querySelector('textarea')?.value ?? '';
  const hadFocus = forms.contains(document.activeElement);
  forms.after(host);
  const panel = await createPanel({
    options,
    root,
    region,
    draft: written,
    closed: () => undefined,
    gone: () => location.reload(),
  });
  forms.hidden = true;
  document.documentElement.classList.add('with-panel');
  panel.open(hadFocus);
}
