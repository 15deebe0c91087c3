/** Fetches the panel's file, which is there beside widget.js. */
import type { Panel, PanelParts } from './panel.js';

/** The panel's file; its name changes with its content. Set by the build. */
declare const PANEL_FILE: string;
/** The same under a lasting name, for a widget.js from the browser's cache that names a panel of the last version. */
declare const PANEL_FALLBACK: string;

export interface PanelModule {
  createPanel(parts: PanelParts): Promise<Panel>;
}

/** @throws where neither can be fetched. */
export async function loadPanel(base: string): Promise<PanelModule> {
  try {
    return await loadFrom(new URL(PANEL_FILE, base));
  } catch {
    // A failed import is remembered by the browser; another address is asked for anew.
    return loadFrom(new URL(`${PANEL_FALLBACK}?${Date.now()}`, base));
  }
}

async function loadFrom(url: URL): Promise<PanelModule> {
  const module: unknown = await import(url.href);
  if (!isPanelModule(module)) throw new TypeError(`${url.href} holds no panel`);
  return module;
}

function isPanelModule(module: unknown): module is PanelModule {
  return (
    typeof module === 'object' && module !== null && 'createPanel' in module && typeof module.createPanel === 'function'
  );
}
