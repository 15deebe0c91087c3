/** What the pages for residents show: the council, and everything that the assistant can answer. */

/** What the pages say of the council. `Council` of the knowledge has it all. */
export interface SiteCouncil {
  /** "London Borough of Example" */
  readonly name: string;
  /** "Example" */
  readonly shortName: string;
  /** Where the notice is published. */
  readonly noticeUrl: string;
  /** Who can be written to. */
  readonly dpoMailbox: string;
}

/** An entry of the knowledge, as far as pages show it. */
export interface SiteEntry {
  readonly id: string;
  /** "answer": from the notice; "beyond": the notice does not say; "request": a right to be used; others are talk. */
  readonly act: string;
  /** Said to the assistant, it is known again for certain. */
  readonly title: string;
  /** Markdown. */
  readonly answer?: string;
  readonly quotes?: readonly {
    /** "Your rights > Access" */
    readonly section: string;
    readonly text: string;
    /** Line numbers in the notice. */
    readonly lines: readonly number[];
  }[];
  /** Ids of entries near to it. */
  readonly followUps?: readonly string[];
}

export interface Site {
  readonly council: SiteCouncil;
  readonly entries: readonly SiteEntry[];
}
