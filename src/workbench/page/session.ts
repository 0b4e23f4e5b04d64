/** One opened workbook: its model in the grid, the host that answers the add-in, the file it came from, and how it is saved. */
import type { Cell, Workbook } from '../../core/workbook';
import type { Locale } from '../../i18n';
import { type PresentedCell, type PresentedWorkbook, readPresentation, type ResolvedStyle } from '../../xlsx';
import { patchXlsx } from '../../xlsx/patch';
import { readAny } from '../../xlsx/readAny';
import { changeRowsInFile } from '../../xlsx/rowPatch';
import { sniff } from '../../xlsx/sniff';
import { changesOf, type LookReader, sheetsWithOtherMerges } from '../changes';
import { OfficeHost } from '../host/host';
import type { OfficeMetadata } from '../host/metadata';
import type { ProfileName } from '../host/profiles';
import type { ThemeName } from '../host/themes';
import type { Grid } from '../univer/grid';
import { guardCommands, type Refusal } from '../univer/guard';
import { drawMarks } from '../univer/marks';
import { fillModel, gridWorkbook, lookOfFile } from '../univer/open';
import type { UniverWorkbookModel } from '../univer/univerModel';

export interface Session {
  readonly name: string;
  readonly model: UniverWorkbookModel;
  readonly host: OfficeHost;
  /** False for an old .xls file, which can be looked at and checked only. */
  readonly canSave: boolean;
  /** The opened file with the workbook's changes. Throws `FileError`. */
  save(): Uint8Array;
  /** Sheets of which something will not be in the saved file. */
  lostOnSave(): readonly string[];
  dispose(): void;
}

export interface SessionSettings {
  readonly grid: Grid;
  readonly metadata: OfficeMetadata;
  readonly locale: Locale;
  readonly profile: ProfileName;
  readonly theme: ThemeName;
  readonly refused: (why: Refusal) => void;
}

/** Reads the whole file before anything on the page changes: a file that cannot be read leaves the old workbook as it is. */
export async function readWorkbook(bytes: Uint8Array): Promise<PresentedWorkbook> {
  return sniff(bytes) === 'xls' ? presentPlain(await readAny(bytes)) : readPresentation(bytes);
}

export function openSession(settings: SessionSettings, name: string, bytes: Uint8Array, opened: PresentedWorkbook): Session {
  const { grid, metadata, locale, profile, theme, refused } = settings;
  const model = grid.open(gridWorkbook(opened, name, locale));
  guardCommands(model.engine, refused);
  fillModel(model, opened);
  const stopMarks = drawMarks(model);
  const canSave = sniff(bytes) !== 'xls';
  const looks: LookReader = {
    ofFile: lookOfFile,
    ofCell: (...cell) => model.ownStyle(...cell),
    ofSheet: (sheet) => host.document.setupOf(sheet),
  };
  const file = fileWithRows(model, bytes, opened);
  const save = (): Uint8Array => {
    const { rowsChanged, ...present } = file();
    return patchXlsx(present.bytes, changesOf(model, present.opened, looks, rowsChanged));
  };
  const host = new OfficeHost(model, {
    metadata,
    fileName: name,
    locale: locale === 'en' ? 'en-US' : 'zh-CN',
    profile,
    theme,
    ...(canSave ? { file: save } : {}),
  });
  return {
    name,
    model,
    host,
    canSave,
    save,
    lostOnSave: () => sheetsWithOtherMerges(model, file().opened),
    dispose() {
      host.dispose();
      stopMarks();
      model.dispose();
    },
  };
}

/** The opened file after what was done to rows since, worked out anew only when more was done. */
function fileWithRows(model: UniverWorkbookModel, bytes: Uint8Array, opened: PresentedWorkbook) {
  const names = new Map(opened.sheets.map(({ id, name }) => [id, name]));
  let known = { changes: model.changedRows(), bytes, opened };
  return () => {
    const changes = model.changedRows();
    if (changes !== known.changes) {
      // Sheets that are not in the file are written whole.
      const inFile = changes.flatMap((change) => {
        const sheetName = names.get(change.sheet);
        return sheetName === undefined ? [] : [{ ...change, sheetName }];
      });
      const moved = inFile.length === 0 ? bytes : changeRowsInFile(bytes, inFile);
      known = { changes, bytes: moved, opened: moved === bytes ? opened : readPresentation(moved) };
    }
    return { ...known, rowsChanged: known.bytes !== bytes };
  };
}

/** An old .xls file has no look that we read: cells and merges only, in a plain style, columns wide enough for a name. */
function presentPlain(workbook: Workbook): PresentedWorkbook {
  const styles: ResolvedStyle[] = [{ numberFormat: 'General' }];
  const styleOf = (cell: Cell): number => {
    const numberFormat = cell.format ?? 'General';
    const known = styles.findIndex((style) => style.numberFormat === numberFormat);
    return known >= 0 ? known : styles.push({ numberFormat }) - 1;
  };
  return {
    styles,
    names: [],
    customXml: [],
    date1904: false,
    sheets: workbook.sheets.map((sheet, index) => {
      const cells: PresentedCell[] = [];
      sheet.rows.forEach((line, row) =>
        line?.forEach((cell, column) => {
          if (cell) cells.push({ row, column, value: cell.value, formula: cell.formula ?? null, style: styleOf(cell) });
        }),
      );
      return {
        id: String(index + 1),
        name: sheet.name,
        visibility: sheet.hidden === true ? 'hidden' : 'visible',
        tabColor: null,
        active: index === 0,
        generated: sheet.generated === true,
        showGridLines: true,
        defaultColumnWidth: 120,
        defaultRowHeight: 20,
        columns: [],
        rows: [],
        merges: sheet.merges ?? [],
        frozen: { rows: 0, columns: 0 },
        cells,
        notes: [],
        threads: [],
        hyperlinks: [],
        conditionalFormats: [],
        validations: [],
        unsupported: [],
      };
    }),
  };
}
