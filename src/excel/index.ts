/**
 * Excel as the `Spreadsheet` that the pane and the ribbon work with. Each operation is one `Excel.run`; whatever goes
 * wrong leaves as an `EdgeError` with a sentence for the user.
 *
 * What this folder may not do: judge figures, keep state between operations, build sentences (src/present does), or
 * call anything above ExcelApi 1.10 without asking `isSetSupported` first.
 */
import type {
  AnnotateOutcome,
  CellAnnotation,
  CellContent,
  GeneratedSheet,
  Progress,
  SheetChange,
  SheetMaker,
  Spreadsheet,
  WrittenSheet,
} from '../core/spreadsheet';
import type { CellRef, Workbook } from '../core/workbook';
import { translate, type Locale } from '../i18n';
import { COMMENT_PREFIX } from '../present/marks';
import { replaceAnnotations } from './annotate';
import { clearAll, type Cleared } from './clear';
import { explained, explainedWriting } from './errors';
import { openFile, type OpenFile } from './file';
import { readWorkbook } from './read';
import { refreshWorkbook } from './refresh';
import { activeCell, selectCell } from './select';
import { changeSettings, readSettings } from './settings';
import { watchChanges } from './watch';
import { writeCells } from './write';
import { writeGeneratedSheet } from './writeSheet';

export { EdgeError, noticeOf } from './errors';

export class ExcelSpreadsheet implements Spreadsheet {
  constructor(private readonly locale: Locale) {}

  read(progress?: Progress): Promise<Workbook> {
    return explained(() => Excel.run(async (context) => (await readWorkbook(context, progress)).workbook));
  }

  refresh(workbook: Workbook, changes: readonly SheetChange[]): Promise<Workbook | null> {
    return explained(() => Excel.run((context) => refreshWorkbook(context, workbook, changes)));
  }

  annotate(annotations: readonly CellAnnotation[], progress?: Progress): Promise<AnnotateOutcome> {
    const cleared = this.clearedText();
    return explainedWriting(() =>
      Excel.run(async (context) => {
        const { highlighted, commented, notices } = await replaceAnnotations(context, annotations, cleared, progress);
        return { highlighted, commented, notices };
      }),
    );
  }

  writeSheet(sheet: GeneratedSheet, make: SheetMaker, progress?: Progress): Promise<WrittenSheet> {
    return explainedWriting(() => Excel.run((context) => writeGeneratedSheet(context, sheet, make, progress)));
  }

  clear({ everything = false }: { readonly everything?: boolean } = {}): Promise<Cleared> {
    const cleared = this.clearedText();
    return explainedWriting(() => Excel.run((context) => clearAll(context, cleared, everything)));
  }

  readSettings(): Promise<string | null> {
    return explained(() => Excel.run(readSettings));
  }

  changeSettings(change: (xml: string | null) => string | null): Promise<void> {
    return explainedWriting(() => Excel.run((context) => changeSettings(context, change)));
  }

  writeCells(
    cells: readonly CellRef[],
    change: (present: readonly CellContent[]) => readonly CellContent[] | null,
  ): Promise<readonly CellContent[] | null> {
    return explainedWriting(() => Excel.run((context) => writeCells(context, cells, change)));
  }

  file(): Promise<OpenFile> {
    return explained(openFile);
  }

  select(cell: CellRef): Promise<void> {
    return explained(() => Excel.run((context) => selectCell(context, cell)));
  }

  activeCell(): Promise<CellRef> {
    return explained(() => Excel.run(activeCell));
  }

  watch(listener: (change: SheetChange) => void): Promise<() => Promise<void>> {
    return explained(() => watchChanges(listener));
  }

  private clearedText(): string {
    return COMMENT_PREFIX + translate(this.locale, 'comment.cleared');
  }
}
