/** What should the words of a sentence read, and when is it the cell of the table that is wrong? */
import { check } from '../../../src/core/check';
import { mendedWords } from '../../../src/core/diagnose/words';
import { parseDecimal } from '../../../src/core/amount';
import type { NarrativeRelation, Relation, TextFigure, Unit, WordingRelation } from '../../../src/core/model';
import { equation, place, resultOf, tableOn, type TermLiteral } from '../../support/findings';

function figure(text: string, printed: string, start: number, unit: Unit | null = '万元'): TextFigure {
  return {
    table: tableOn('预算说明'),
    cell: place('预算说明!A3'),
    text,
    start,
    length: text.length,
    value: parseDecimal(printed.replace(/,/g, ''))!,
    unit,
    measure: unit ?? '%',
    printed,
    decimals: printed.split('.')[1]?.length ?? 0,
    label: text,
  };
}

/** The sentence says what the cell says. */
function says(words: TextFigure, [where, printed, unit]: TermLiteral): NarrativeRelation {
  const [{ fact } = { fact: undefined }] = equation([where, printed, unit ?? '万元'], []).left;
  return {
    type: 'narrative',
    rule: 'narrative-table',
    op: '=',
    left: [{ figure: words, sign: 1 }],
    right: fact ? [{ fact, sign: 1 }] : [],
    message: { id: 'rule.narrative-table', data: {} },
  };
}

const causesOf = (...relations: Relation[]) =>
  resultOf(...relations).causes.map(({ cells, slip, confidence }) => ({
    words: cells.map(({ value, suggested }) => `${value} → ${suggested}`).join(' & '),
    start: cells[0]?.start,
    slip,
    confidence,
  }));

describe('the words with the right figure', () => {
  test.each<readonly [TextFigure, string, string | null]>([
    [figure('项目支出 5463.1 万元', '5463.1', 0), '5421.51', '项目支出 5421.51 万元'],
    [figure('支出预算6,870.64万元', '6,870.64', 0), '16870.64', '支出预算16,870.64万元'],
    [figure('支出23.50万元', '23.50', 0), '24', '支出24.00万元'],
    [figure('“三公”经费预算 23元', '23', 0, '元'), '230000', '“三公”经费预算 23万元'],
    // Ten times as much is a decimal point that moved: nobody writes 千元 by mistake.
    [figure('卫生健康支出 786.2 万元', '786.2', 0), '78.62', '卫生健康支出 78.62 万元'],
    [figure('比上年减少9.8万元', '9.8', 0), '-2', '比上年增加2.0万元'],
    [figure('占支出的 72.22%', '72.22', 0, null), '27.22', '占支出的 27.22%'],
    // Full-width digits: what stands in the cell is not what was read.
    [figure('支出２３万元', '23', 0), '24', null],
    // Words that state nothing: how they go on with a figure is not for us to say.
    [figure('没有使用政府性基金', '没有使用', 0), '520', null],
    [figure('与上年持平', '持平', 0), '5', null],
  ])('%o and %s', (words, right, told) => {
    expect(mendedWords(words, parseDecimal(right)!)).toBe(told);
  });
});

describe('a sentence against the tables', () => {
  const tables = equation(['表三!C6', '5421.51'], [['表五!F6', '5421.51']]);

  test('the tables agree among themselves: the words are wrong, likely where a slip explains it', () => {
    expect(causesOf(tables, says(figure('项目支出 5412.51 万元', '5412.51', 7), ['表五!F6', '5421.51']))).toEqual([
      { words: '项目支出 5412.51 万元 → 项目支出 5421.51 万元', start: 7, slip: 'transposed-digits', confidence: 0.95 },
    ]);
    const [unexplained] = causesOf(tables, says(figure('项目支出 4980.00 万元', '4980.00', 7), ['表五!F6', '5421.51']));
    expect(unexplained).toMatchObject({ words: '项目支出 4980.00 万元 → 项目支出 5421.51 万元' });
    expect(unexplained?.confidence).toBeLessThan(0.9);
    expect(unexplained?.confidence).toBeGreaterThanOrEqual(0.5);
  });

  test('only the sentence speaks of the cell: neither is claimed', () => {
    const causes = causesOf(says(figure('项目支出 5412.51 万元', '5412.51', 7), ['表五!F6', '5421.51']));
    expect(causes).toHaveLength(2);
    expect(causes.every(({ confidence }) => confidence < 0.5)).toBe(true);
  });

  test('three sentences and another table agree against one cell: the cell is wrong, and every finding goes with it', () => {
    const said = [7, 40, 90].map((start) => says(figure('项目支出 5421.51 万元', '5421.51', start), ['表五!F6', '5412.51']));
    const { causes, findings } = resultOf(equation(['表三!C6', '5421.51'], [['表五!F6', '5412.51']]), ...said);
    expect(causes[0]?.cells).toMatchObject([{ cell: { sheet: '表五', row: 5, column: 5 }, suggested: '5421.51' }]);
    expect(causes[0]?.confidence).toBeGreaterThanOrEqual(0.9);
    expect(causes[0]?.findings).toEqual(findings.map(({ id }) => id));
  });
});

test('the words of a document are wrong, not the table; and however many there are, each is looked at', () => {
  const count = 400;
  const cells = Array.from({ length: count }, (_, at) => equation(['表三!C6', '5421.51'], [[`表五!F${at + 6}`, '5421.51']]));
  const said = cells.map((_, at): NarrativeRelation => {
    const words = figure('项目支出 5412.51 万元', '5412.51', at * 20);
    return says({ ...words, cell: place(`[说明.docx]!A${at + 1}`), table: tableOn('[说明.docx]') }, ['表三!C6', '5421.51']);
  });
  const { causes, findings, skipped } = resultOf(...cells, ...said);
  expect(findings).toHaveLength(count);
  expect(skipped).toEqual([]);
  expect(new Set(causes.map(({ cells: [cell] }) => cell?.suggested))).toEqual(new Set(['项目支出 5421.51 万元']));
  expect(causes.filter(({ confidence }) => confidence >= 0.9)).toHaveLength(count);
});

test('words that should read otherwise: a doubled word, surely; last year, as a candidate', () => {
  const wording = (rule: string, text: string, expected: string, severity: 'warning' | 'info'): WordingRelation => ({
    type: 'wording',
    rule,
    left: { table: tableOn('预算说明'), cell: place('预算说明!A3'), text, start: 4, length: text.length },
    right: [],
    expected,
    severity,
    message: { id: 'rule.narrative-doubled', data: {} },
  });
  expect(causesOf(wording('narrative-doubled', '万元万元', '万元', 'warning'))).toEqual([
    { words: '万元万元 → 万元', start: 4, slip: 'wording', confidence: 0.97 },
  ]);
  expect(causesOf(wording('narrative-year', '2023年', '2024年', 'info'))).toMatchObject([{ words: '2023年 → 2024年', confidence: 0.49 }]);
  expect(causesOf(wording('narrative-residue', 'XX', '', 'warning'))).toEqual([]);
});

test('a percentage that the tables do not give: computed anew', () => {
  const [part, whole] = [equation(['表五!F6', '30.00'], []), equation(['表五!D6', '120.00'], [])].map(({ left }) => left[0]!.fact);
  const share: NarrativeRelation = {
    type: 'narrative',
    rule: 'narrative-share',
    op: '=',
    left: [{ figure: figure('占 52.00%', '52.00', 3, null), sign: 1 }],
    right: [{ fact: part!, sign: 1 }],
    base: [{ fact: whole!, sign: 1 }],
    message: { id: 'rule.narrative-share', data: {} },
  };
  const rule = { meta: { id: 'literal', title: 'literal', basis: 'literal', severity: 'error' as const }, relations: () => [share] };
  const { causes } = check({ tables: [tableOn('表五'), tableOn('预算说明')], facts: [], labels: [] }, [rule]);
  expect(causes).toMatchObject([{ cells: [{ value: '占 52.00%', suggested: '占 25.00%', start: 3 }], slip: 'transposed-digits' }]);
});
