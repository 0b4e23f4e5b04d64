/** The narratives of the five published budgets: what is wrong in them is found where it stands, and nothing else is. */
import { checkWorkbook } from '../../../src/core';
import type { Finding } from '../../../src/core/model';
import { addressOf } from '../../../src/core/workbook';
import { caseTruth, caseWorkbook, type TruthFinding } from '../../support/cases';

const narrativeFindings = (file: string): readonly Finding[] =>
  checkWorkbook(caseWorkbook(file)).findings.filter(({ rule }) => rule.startsWith('narrative-'));

const cellsOf = (finding: Finding): string[] => finding.cells.map(({ cell }) => `${cell.sheet}!${addressOf(cell)}`).sort();

/** Severity, rule, the words of the first cell without blanks, both sides. */
const said = ({ severity, class: kind, rule, cells, left, right }: Finding): string =>
  [kind === 'rounding' ? kind : severity, rule, cells[0]?.text?.replace(/\s/g, ''), left, right].join(' | ');

describe('against the truth', () => {
  // Sentences of performance forms (表7) have rules of their own.
  const ofSentences = (finding: TruthFinding): boolean =>
    finding.lhs[0]?.sheet === '预算说明' && finding.rhs.length > 0 && finding.family !== 'text';

  test.each(['000', '002', '003'])('seed %s', (seed) => {
    const wanted = caseTruth(`truth-${seed}.json`).findings.filter(ofSentences);
    const found = narrativeFindings(`seed-${seed}.xlsx`);
    for (const truth of wanted) {
      const cells = [...truth.lhs, ...truth.rhs].map((cell) => `${cell.sheet}!${cell.addr}`).sort();
      // A share may be made with another table of the same figures.
      const same = found.find((finding) =>
        /%|占/.test(truth.rule)
          ? Number(finding.left) === Number(truth.lhs_value)
          : (truth.lhs_value === null || Number(finding.left) === Number(truth.lhs_value)) &&
            JSON.stringify(cellsOf(finding)) === JSON.stringify(cells),
      );
      expect([truth.rule, same?.class]).toEqual([truth.rule, truth.class === 'mismatch' ? 'narrative' : truth.class]);
    }
    // Whatever else is said of the text is a hint.
    const others = found.filter((finding) => finding.severity !== 'info').length;
    expect(others).toBe(wanted.filter((truth) => truth.class !== 'rounding').length);
  });
});

test('seed 001: the unit, last year’s figures, the performance amount, an instruction of the template', () => {
  expect(narrativeFindings('seed-001.xlsx').map(said).sort()).toEqual([
    'error | narrative-change | 比2022年减少10.8万元 | -10.8 | -8.30',
    'error | narrative-change | 比2022年减少9.8万元 | -9.8 | -9.30',
    'error | narrative-sum | 比2022年减少9.8万元 | -9.8 | -11.8',
    'error | narrative-table | 一般公共预算当年财政拨款9209.73万元 | 9209.73 | 6713.58',
    'error | narrative-unit | 2023年“三公”经费预算23元 | 23 | 23.00',
    'info | narrative-table | 2023年一般公共预算财政拨款运行经费430.06万元 | 430.06 | 436.06',
    'warning | narrative-residue | 部门应根据实际情况 | 部门应根据实际情况 | ',
  ]);
});

test('seed 002: an account named twice, a class that it does not belong to, a count, last year’s sentence; seven tail differences are rounding', () => {
  expect(narrativeFindings('seed-002.xlsx').map(said).sort()).toEqual([
    'error | narrative-table | 2024年预算数为5.59万元 | 5.59 | 79.47',
    'info | narrative-year | 2023年 | 2023 年 | 2024年',
    'rounding | narrative-project | 区人社局基层调解组织平台经费项目19.7234万元 | 19.7234 | 19.72',
    'rounding | narrative-project | 单位共计使用财政预算资金8022.01万元 | 8022.01 | 8022.0234',
    // Of the treasury's table and of the department's.
    'rounding | narrative-share | 占96.27% | 96.27 | 96.2779',
    'rounding | narrative-share | 占96.27% | 96.27 | 96.2779',
    'rounding | narrative-sum | 一般公共预算拨款收入8022.01万元 | 8022.01 | 8022.00',
    'rounding | narrative-sum | 达川区人社局部门汇总2024年一般公共预算基本支出2397.89万元 | 2397.89 | 2397.90',
    'rounding | narrative-sum | 预算8022.01万元 | 8022.01 | 8022.02',
    'warning | narrative-account-name | 城乡居民养老支出（类） | 城乡居民养老支出（类） | 社会保障和就业支出',
    'warning | narrative-count | 2024年达川区人社局部门汇总数据开展绩效管理的项目67个 | 67 | 71',
  ]);
});

test('seed 003: another department’s text', () => {
  expect(narrativeFindings('seed-003.xlsx').map(said)).toEqual(['info | narrative-department | 区政协 | 区政协 | ']);
});

test('seed 004: doubled words', () => {
  expect(narrativeFindings('seed-004.xlsx').map(said)).toEqual(['warning | narrative-doubled | 万元万元 | 万元万元 | 万元']);
});

test('what could not be checked is counted', () => {
  const skipped = (file: string) =>
    checkWorkbook(caseWorkbook(file))
      .skipped.filter(({ rule }) => rule.startsWith('narrative-'))
      .map(({ rule, reason, sheet }) => [rule, reason.id, reason.data.count, sheet]);
  expect(skipped('seed-000.xlsx')).toEqual([['narrative-change', 'skip.narrative-no-last-year', '13', '预算说明']]);
  expect(skipped('seed-003.xlsx')).toContainEqual(['narrative-change', 'skip.narrative-no-last-year', '1', '预算说明']);
});

test('the words of a finding stand where it says', () => {
  for (const file of ['seed-000.xlsx', 'seed-001.xlsx', 'seed-002.xlsx', 'seed-004.xlsx']) {
    const workbook = caseWorkbook(file);
    for (const finding of narrativeFindings(file)) {
      for (const { cell, text, start, length, value } of finding.cells) {
        if (text === undefined || start === undefined || length === undefined) continue;
        const whole = workbook.sheets.find(({ name }) => name === cell.sheet)?.rows[cell.row]?.[cell.column]?.value;
        expect(String(whole).slice(start, start + length)).toBe(text);
        expect(text).toContain(value);
      }
    }
  }
});
