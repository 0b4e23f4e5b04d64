/**
 * How is the example in a rule's header read? Indented lines are sheets, a blank line between two of them: a title, then rows of cells
 * parted by `|`, or paragraphs. The line with `→` is the finding that the rule makes of them: `→ 错误：100.00 ≠ 101.00`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/core';
import type { Sheet, Workbook } from '../../src/core/workbook';
import { sheet, type GridCell } from './grid';

const RULES = join(__dirname, '..', '..', 'src', 'core', 'rules');

export interface Example {
  /** Title → its lines. */
  readonly sheets: readonly (readonly string[])[];
  readonly verdict: string;
}

/** Files that hold a rule (others hold what rules share), with the text of each. */
export function ruleFiles(): readonly (readonly [file: string, text: string])[] {
  return readdirSync(RULES)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(join(RULES, file), 'utf8')] as const)
    .filter(([, text]) => /^export const \w+: Rule = \{$/m.test(text));
}

/** The example of the comment above the rule; `null` when there is none. */
export function exampleIn(text: string): Example | null {
  const [, comment = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Rule = \{/.exec(text) ?? [];
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const verdict = lines.find((line) => line.startsWith('→ '))?.slice(2);
  const sheets: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith('    ')) sheets[sheets.length - 1]?.push(line.trim());
    else if (line.trim() === '') sheets.push([]);
  }
  const filled = sheets.filter((rows) => rows.length > 0);
  return verdict === undefined || filled.length === 0 ? null : { sheets: filled, verdict };
}

/** The workbook of an example, last year's where a title says 上年：, and a document's tables where one says 说明文件：. */
export function workbookOf({ sheets }: Example): Workbook {
  const marked = (mark: string): Sheet[] =>
    sheets.flatMap(([title = '', ...rows]) => (title.startsWith(mark) ? [sheetOf([title.slice(mark.length), ...rows])] : []));
  const [before, copies] = [marked('上年：'), marked('说明文件：')];
  return {
    sheets: sheets.filter(([title = '']) => !/^(?:上年|说明文件)：/.test(title)).map(sheetOf),
    ...(before.length > 0 ? { lastYear: { sheets: before } } : {}),
    ...(copies.length > 0 ? { copies: { sheets: copies } } : {}),
  };
}

/** `30.00 =C5+C6` in an example: a formula with the value kept with it. */
const COMPUTED = /^(\S+) (=.+)$/;

function computedCell(text: string): GridCell {
  const [, value, formula] = COMPUTED.exec(text) ?? [];
  if (formula !== undefined) return { value: Number(value), formula };
  return /^-?\d+\.\d+$/.test(text) ? { value: Number(text), format: '0.00' } : text;
}

/** Cells are texts as they are typed, but numbers beside formulas; a table's title may say its unit in brackets, 万元 otherwise. */
function sheetOf([title = '', ...rows]: readonly string[]): Sheet {
  const [, name = title, unit = '万元'] = /^(.*)（(元|万元)）$/.exec(title) ?? [];
  const table = rows.some((row) => row.includes('|'));
  const cellOf = rows.some((row) => row.split('|').some((cell) => COMPUTED.test(cell.trim())))
    ? computedCell
    : (text: string): GridCell => text;
  const cells = rows.map((row) => (table ? row.split('|').map((cell) => cellOf(cell.trim()) || null) : [row]));
  return table ? sheet(name, [[name], [`单位：${unit}`], ...cells]) : { ...sheet(name, [[name], ...cells]), text: true };
}

const LEVELS = { error: '错误', warning: '警告', info: '提示' } as const;
const BROKEN = { '=': '≠', '<=': '＞', '>=': '＜' } as const;

/** As the headers write it. */
export function verdictOf({ severity, left, right, op }: Finding): string {
  return `${LEVELS[severity]}：${left} ${BROKEN[op]} ${right}`.trim();
}
