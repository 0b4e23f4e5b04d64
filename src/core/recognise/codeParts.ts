/** How is an account's code read where 类 | 款 | 项 stand in columns of their own? */
import type { ViewCell } from './sheetView';

const CODE_PART = /^[类款项]$/;

/** 类, 款 or 项: heads a part of a code. */
export function isCodePart(heading: string | undefined): boolean {
  return heading !== undefined && CODE_PART.test(heading);
}

/** Text of a code cell; a part under 款 or 项 keeps its two digits even when it is stored as a number. */
export function codePart(cell: ViewCell, header: readonly string[]): string {
  const part = header[header.length - 1];
  const padded = (part === '款' || part === '项') && /^\d$/.test(cell.text);
  return padded ? `0${cell.text}` : cell.text;
}
