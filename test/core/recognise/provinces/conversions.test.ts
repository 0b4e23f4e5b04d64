/** One whole workbook, changed as offices, converters and printers change it: the same facts, nothing unread, nothing claimed. */
import { formatDecimal } from '../../../../src/core/amount';
import type { Cell, Sheet, Workbook } from '../../../../src/core/workbook';
import { drawnBook } from '../../../support/drawn';
import { NATIONWIDE } from '../../../support/nationwide';
import { brief, read } from '../../../support/sensitivity';

type Row = readonly (Cell | undefined)[] | undefined;
type Change = (sheet: Sheet, at: number) => Sheet;

const rows =
  (change: (rows: readonly Row[], at: number) => readonly Row[]): Change =>
  (sheet, at) => ({ ...sheet, rows: change(sheet.rows, at) });
const cells = (change: (cell: Cell) => Cell): Change => rows((all) => all.map((row) => row?.map((cell) => cell && change(cell))));
const texts = (change: (text: string) => string): Change =>
  cells((cell) => (typeof cell.value === 'string' ? { ...cell, value: change(cell.value) } : cell));
const amounts = (change: (value: number, cell: Cell) => Cell): Change =>
  cells((cell) => (typeof cell.value === 'number' ? change(cell.value, cell) : cell));
/** Rows put above all others; merges go down with the rest. */
const above =
  (...added: readonly Row[]): Change =>
  (sheet) => ({
    ...sheet,
    rows: [...added, ...sheet.rows],
    merges: sheet.merges?.map((m) => ({ ...m, top: m.top + added.length, bottom: m.bottom + added.length })),
  });
const text = (value: string): Cell => ({ value });
const printed = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2 });
const spaced = (words: string): string => [...words].join(' ');

const CHANGES: readonly (readonly [string, Change])[] = [
  ['as it is', (sheet) => sheet],
  ['formulas instead of values', amounts((value, cell) => ({ ...cell, formula: `=ROUND(${value},2)` }))],
  ['a link back to the contents above each title', above([text('返回目录')])],
  ['a link back to the contents beside each title', rows(([title, ...rest]) => [[...(title ?? []), text('返回目录')], ...rest])],
  ['the attachment’s number above each title', above([text('附件2')])],
  ['an empty row, and titles in the second one', above(undefined)],
  ['page numbers below', rows((all) => [...all, undefined, [text('第1页 共12页')]])],
  ['page numbers between dashes', rows((all) => [...all, [undefined, text('— 12 —')]])],
  ['who made the table and when', rows((all) => [...all, [text('制表人：张某'), undefined, text('制表日期：2025年1月20日')]])],
  ['numbers with blanks as a converter breaks them', amounts((value) => ({ value: printed(value).replace(',', ', ') }))],
  ['numbers broken over two lines', amounts((value) => ({ value: printed(value).replace(/(?=\d$)/, '\n') }))],
  ['numbers with an apostrophe and blanks around', amounts((value) => ({ value: ` ${printed(value)}\u00a0` }))],
  [
    'names broken over two lines',
    texts((name) => (name.length > 8 && !/[\d：]/.test(name) ? `${name.slice(0, 6)}\n${name.slice(6)}` : name)),
  ],
  ['words set wide', texts((name) => (name.length < 7 && !/\d/.test(name) ? spaced(name) : name))],
  ['codes with blanks', texts((code) => (/^\d{5,7}$/.test(code) ? code.replace(/\d\d(?=(?:\d\d)*$)/g, ' $&') : code))],
  [
    'full-width codes',
    texts((code) => (/^\d{3,7}$/.test(code) ? code.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)) : code)),
  ],
  ['Tibetan below the Chinese', texts((name) => (/^[\d.]+$/.test(name) ? name : `${name}\nབོད་ཡིག`))],
  ['Tibetan above the Chinese', texts((name) => (/^[\d.]+$/.test(name) ? name : `བོད་ཡིག\n${name}`))],
  ['Uyghur before the Chinese', texts((name) => (/^[\d.]+$/.test(name) ? name : `ئومۇمىي ${name}`))],
  [
    '栏次 below the headings',
    rows((all) => {
      const at = all.findIndex((row) => row?.some((cell) => typeof cell?.value === 'number'));
      const width = Math.max(...all.map((row) => row?.length ?? 0));
      return [...all.slice(0, at), [text('栏次'), ...Array.from({ length: width - 1 }, (_, i) => ({ value: i + 1 }))], ...all.slice(at)];
    }),
  ],
];

const meanings = (workbook: Workbook): readonly string[] =>
  read(workbook).facts.flatMap((fact) => (fact.value ? [`${brief(fact)} ${formatDecimal(fact.value)}`] : []));

const BOOK = drawnBook(NATIONWIDE);

test.each(CHANGES)('%s', (_, change) => {
  const changed = { sheets: BOOK.sheets.map(change) };
  const { unread, claimed } = read(changed);
  expect({ unread, claimed }).toEqual({ unread: [], claimed: [] });
  expect(meanings(changed)).toEqual(meanings(BOOK));
});
