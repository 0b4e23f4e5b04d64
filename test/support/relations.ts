/** How are the relations that the rules make compared with a hand-made key of relations (test/cases/relations-*.json)? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellRelation, LabelRelation, Relation } from '../../src/core';
import { addressOf, cellAt, parseAddress, type CellRef, type Workbook } from '../../src/core/workbook';

/** Family → its relations: an equation over cells (`表三!C7 = 表三!D7 + 表三!E7`), or words for what is none. */
export type RelationsKey = Readonly<Record<string, readonly string[]>>;

export function relationsKey(name: string): RelationsKey {
  return JSON.parse(readFileSync(join(__dirname, '..', 'cases', name), 'utf8')) as RelationsKey;
}

interface Term {
  readonly cell: string;
  readonly sign: number;
}

const nameOf = (cell: CellRef): string => `${cell.sheet}!${addressOf(cell)}`;

/** The same whichever side is written first and wherever a term stands; several figures of one text are told apart by no cell. */
function formOf(terms: readonly Term[]): string {
  const written = (turn: number): string =>
    [...new Set(terms.map(({ cell, sign }) => `${sign * turn > 0 ? '+' : '-'}${cell}`))].sort().join(' ');
  return [written(1), written(-1)].sort()[0] ?? '';
}

/** The cells that are not nil and the signs with which they enter, as one text; `null` for what is no equation. */
export function formOfRelation(relation: Relation): string | null {
  if (relation.type === 'product') {
    const { total, quantity, price } = relation;
    return formOf([{ cell: nameOf(total.cell), sign: 1 }, ...[quantity, price].map(({ cell }) => ({ cell: nameOf(cell), sign: -1 }))]);
  }
  if (relation.type === 'amount') {
    const terms = [...relation.left, ...relation.right.map(({ fact, sign }) => ({ fact, sign: -sign }))];
    return formOf(terms.filter(({ fact }) => fact.value !== null).map(({ fact, sign }) => ({ cell: nameOf(fact.cell), sign })));
  }
  if (relation.type !== 'narrative') return null;
  const terms = [
    ...relation.left.map(({ figure, fact, sign }) => ({ figure, fact, sign: sign as number })),
    ...[...relation.right, ...(relation.base ?? [])].map(({ figure, fact, sign }) => ({ figure, fact, sign: -sign })),
  ];
  return formOf(
    terms.flatMap(({ figure, fact, sign }): readonly Term[] => {
      if (figure) return [{ cell: nameOf(figure.cell), sign }];
      return fact && fact.value !== null ? [{ cell: nameOf(fact.cell), sign }] : [];
    }),
  );
}

/** An equation of the key in the same form; `null` for words. */
export function formOfKey(text: string, workbook: Workbook): string | null {
  const [left, right] = text.split(/ (?:=|<=|>=|≤|≥) /);
  if (left === undefined || right === undefined || !text.includes('!')) return null;
  const terms = (side: string, turn: number): Term[] =>
    side.split(/ (?=[+×-] )/).map((part) => {
      const [, sign, cell = ''] = /^([+×-] )?(.*)$/.exec(part) ?? [];
      return { cell, sign: sign === '- ' ? -turn : turn };
    });
  return formOf([...terms(left, 1), ...terms(right, -1)].filter(({ cell }) => isStated(cell, workbook)));
}

function isStated(name: string, workbook: Workbook): boolean {
  const at = name.lastIndexOf('!');
  const place = parseAddress(name.slice(at + 1));
  const sheet = workbook.sheets.find((other) => other.name === name.slice(0, at));
  const value = place && sheet ? cellAt(sheet, place.row, place.column)?.value : undefined;
  return value !== undefined && value !== null && !/^(?:0(?:\.0+)?|-|—)?$/.test(String(value).trim());
}

/** What a relation that is no equation says, in the words of the key; a relation may say several things. */
export function wordsOfRelation(relation: Relation): readonly string[] {
  if (relation.type === 'label') return namesAgree(relation);
  if (relation.type === 'amount') {
    // a project is known again by its name
    return relation.rule === 'performance-budget' ? relation.left.map(({ fact }) => `项目名称一致 ${fact.project ?? ''}`) : [];
  }
  return relation.type === 'cell' ? saidByCells(relation) : [];
}

function namesAgree({ right }: LabelRelation): readonly string[] {
  return [`${right.account.code} 名称一致`, `${right.table.sheet} ${right.name} 名称一致`];
}

function saidByCells({ rule, left, message, stated }: CellRelation): readonly string[] {
  const sheet = left[0]?.cell.sheet ?? '';
  const { code = '', parent = '', project = '', label = '' } = message.data;
  switch (rule) {
    case 'account-parents':
      return [`${sheet} ${code} 挂在上级 ${parent} 之下`];
    case 'account-columns':
      return [`${sheet} 第${(left[0]?.cell.row ?? 0) + 1}行 类+款=单位代码列科目 ${stated}`];
    case 'performance-units':
      return [`项目名称一致 ${project}`];
    case 'performance-weights':
      return [`${sheet} ${label} 权重合计`, `${sheet} 整体绩效 权重合计`];
    default:
      return [];
  }
}

/** `50999 名称一致（2处）` without the count, `… 权重合计 90` without the sum, `表3-2 139001 行政运行 名称=表1-2` without unit and other sheet. */
export function wordsOfKey(text: string): string {
  return text
    .replace(/（\d+处）$/, '')
    .replace(/(权重合计)(?: \d+)?$/, '$1')
    .replace(/^(\S+) \d+ (\S+ 名称)=\S+$/, '$1 $2一致');
}
