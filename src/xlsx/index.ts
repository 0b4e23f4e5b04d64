/**
 * The .xlsx file edge: bytes in, snapshot or presentation out; changes in, bytes out. Runs in Node and in the browser.
 *
 * What this folder may not do: touch the disk or the network, import anything of Office, the DOM or Node, write a part
 * that a change did not touch.
 */
export { FileError } from '../core/file-error';
export { readXlsx, type ReadOptions } from './read';
export {
  readPresentation,
  type PresentedCell,
  type PresentedColumns,
  type PresentedName,
  type PresentedRow,
  type PresentedSheet,
  type PresentedWorkbook,
  type PresentedXml,
} from './presentation';
export type { PresentedNote, PresentedReply, PresentedThread } from './notes';
export type { PresentedConditionalFormat, PresentedHyperlink, PresentedValidation, UnsupportedFormat } from './features';
export type { BorderStyle, CellStyle, FontStyle, ResolvedStyle } from './style';
export { readAny } from './readAny';
export { patchXlsx, type CellChange, type MarkChange, type NoteChange, type WorkbookChanges } from './patch';
export type { NewCell, NewSheet } from './newSheet';
export { sheetOfPlan } from './planSheet';
export { annotateXlsx, clearXlsx, publicCopy } from './annotate';
export { sniff, type FileKind } from './sniff';
