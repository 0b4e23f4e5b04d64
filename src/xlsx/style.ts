/** How does a cell look? Plain data with colours as `#RRGGBB`; the workbench's model uses the same. Types only. */

export interface FontStyle {
  readonly name?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string | null;
}

export interface BorderStyle {
  readonly style: 'none' | 'thin' | 'medium' | 'thick' | 'double' | 'dashed' | 'dotted' | 'hair';
  readonly color?: string;
}

export interface CellStyle {
  readonly fill?: string | null;
  readonly font?: FontStyle;
  readonly horizontal?: 'left' | 'center' | 'right' | 'general';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borders?: {
    readonly top?: BorderStyle;
    readonly bottom?: BorderStyle;
    readonly left?: BorderStyle;
    readonly right?: BorderStyle;
  };
}

/** A style of the file (an entry of cellXfs) with everything resolved. */
export interface ResolvedStyle extends CellStyle {
  /** Number format code; `General` when none. */
  readonly numberFormat: string;
  /** The content was typed after an apostrophe: it stays text when the cell is edited, whatever it begins with. */
  readonly quotePrefix?: boolean;
}
