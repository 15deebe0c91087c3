export interface BuildOptions {
  /** Gets widget.js and assets/. */
  readonly outDir: string;
  readonly minify?: boolean;
}

export interface BuiltFile {
  readonly bytes: number;
  readonly gzipped: number;
}

/** Builds the widget; sizes by path in the folder. */
export function buildWidget(options: BuildOptions): Promise<Readonly<Record<string, BuiltFile>>>;
