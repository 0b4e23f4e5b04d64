/**
 * What may a user lay down? For one workbook: corrections of what was recognised and findings that were accepted. For the workbook or
 * for all his work: preferences, that is how closely is checked, by which rules, against which lists, and how it is shown.
 */
import type { Tolerance } from '../interval';
import type { AccountScheme, ColumnRole, Measure, Severity, TableKind, Unit } from '../model';
import type { XmlElement } from '../xmlTree';

export const SETTINGS_NAMESPACE = 'urn:gouji:settings:1';

/** By what a table is found again. */
export interface TableAnchor {
  readonly sheet: string;
  readonly title: string;
  /** 0-based row of the table's first line: tells tables of one title apart. */
  readonly top: number;
}

/** What a column is, whatever was recognised. */
export interface ColumnCorrection {
  /** 0-based sheet column. */
  readonly index: number;
  /** Its headings from the top down, joined; '' when it has none. */
  readonly header: string;
  readonly role: ColumnRole;
  /** For `amount`. */
  readonly measure?: Measure;
}

export interface TableCorrection {
  readonly anchor: TableAnchor;
  readonly kind?: TableKind;
  readonly unit?: Unit;
  /** The table is not to be checked. */
  readonly ignored?: true;
  readonly columns: readonly ColumnCorrection[];
  readonly kept?: Kept;
}

/** A finding that the user accepts. It opens again when the figures are no longer those that he accepted. */
export interface IgnoredFinding {
  readonly id: string;
  /** What it is about, wherever its cells stand (`keyOf` in accepted.ts); absent: known by its id alone. */
  readonly key?: string;
  readonly reason: string;
  /** Fingerprint of the finding's figures (`figuresOf` in accepted.ts); absent: accepted whatever the figures. */
  readonly figures?: string;
  readonly kept?: Kept;
}

/** How one rule is applied. Neither `off` nor `severity`: as the product has it, whatever the user's defaults say. */
export interface RuleSetting {
  readonly rule: string;
  readonly off?: true;
  /** Takes the place of the rule's own severity; what the rule itself calls less severe is never raised above its own word. */
  readonly severity?: Severity;
}

export const DISPLAY_STYLES = ['fill', 'border', 'comment', 'none'] as const;
export const DISPLAY_COMMENTS = ['off', 'culprit', 'all'] as const;
export const DISPLAY_LOCALES = ['zh-CN', 'en'] as const;

export interface Display {
  /** How cells are marked: filled, framed, by a comment alone, not at all. Absent: `fill`. */
  readonly style?: (typeof DISPLAY_STYLES)[number];
  /** Which marked cells get a comment. Absent: `culprit`. With style `comment`, `off` counts as `culprit`; with `none` there are none. */
  readonly comments?: (typeof DISPLAY_COMMENTS)[number];
  /** Absent: the language that Office shows. */
  readonly locale?: (typeof DISPLAY_LOCALES)[number];
}

/** One line of a bureau's own list of accounts. */
export interface OwnAccount {
  readonly code: string;
  readonly name: string;
  readonly chart: AccountScheme;
  /** From which budget year on; absent: now. */
  readonly year?: number;
}

/** What may be laid down in a workbook as well as by the user for all his work. What is absent is left to the product. */
export interface Preferences {
  /** Absent: intervals. */
  readonly tolerance?: Tolerance;
  readonly rules?: readonly RuleSetting[];
  readonly display?: Display;
  /** 随改随查: check again after every change. Absent: off. */
  readonly live?: boolean;
  readonly accounts?: readonly OwnAccount[];
  /** The text of the bureau's own relations file (own/index.ts), as it was written. */
  readonly relations?: string;
}

export interface WorkbookSettings extends Preferences {
  readonly version: 1;
  readonly corrections: readonly TableCorrection[];
  readonly ignored: readonly IgnoredFinding[];
  readonly kept?: Kept;
}

/** What this version does not understand, to be written back. */
export interface Kept {
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export const NO_SETTINGS: WorkbookSettings = { version: 1, corrections: [], ignored: [] };
