import { compact, linesOf, stripOrdinal } from '../../../src/core/recognise/text';
import { decimalsOfFormat, parseFigure, readFigure } from '../../../src/core/recognise/figure';
import { formatDecimal } from '../../../src/core/amount';

describe('labels are read whatever they were typed with', () => {
  test.each([
    ['科目    编码', '科目编码'],
    ['项  目', '项目'],
    ['上解上级\n     支出', '上解上级支出'],
    ['预算数（万元）', '预算数(万元)'],
    ['　合　计　', '合计'],
  ])('%j → %s', (text, expected) => {
    expect(compact(text)).toBe(expected);
  });

  test.each([
    ['八、社会保障和就业支出', '社会保障和就业支出'],
    ['(八)社会保障和就业支出', '社会保障和就业支出'],
    ['1.一般公共预算资金', '一般公共预算资金'],
    ['二十七、国有资本经营预算支出', '国有资本经营预算支出'],
    ['其中:公务用车购置费', '公务用车购置费'],
    ['一般公共服务支出', '一般公共服务支出'],
  ])('%s → %s', (text, expected) => {
    expect(stripOrdinal(text)).toBe(expected);
  });

  test('a cell may hold title, number and unit in lines', () => {
    expect(linesOf('收支预算总表\n公开表一\n部门： 某局 单位：万元')).toEqual(['收支预算总表', '公开表一', '部门:某局单位:万元']);
  });
});

describe('amounts in text', () => {
  test.each([
    ['6,912.23', '6912.23', 2],
    ['６，９１２．２３', '6912.23', 2],
    [' 1 605.00 ', '1605', 2],
    ['-18', '-18', 0],
    ['(18.50)', '-18.5', 2],
    ['.5', '0.5', 1],
    ["'12.50", '12.5', 2],
  ])('%j is %s', (text, value, decimals) => {
    const figure = parseFigure(text);
    expect(figure && [formatDecimal(figure.value), figure.decimals]).toEqual([value, decimals]);
  });

  test.each(['12,34.5', '5%', '约5', '2024年', '一', 'A', '1.2.3', '(1)'])('%s is none', (text) => {
    expect(parseFigure(text)).toBeNull();
  });
});

describe('what a cell states', () => {
  test.each([null, '', '   ', '\n'])('%j is blank', (value) => {
    expect(readFigure({ value }).type).toBe('blank');
  });
  test.each([0, '0', '0.00', '-', '—', '－', '——', '０．００', '无'])('%j is nil', (value) => {
    expect(readFigure({ value }).type).toBe('nil');
  });
  test('an error value or a remark is text, not an amount', () => {
    expect(readFigure({ value: '#REF!' }).type).toBe('text');
    expect(readFigure({ value: true }).type).toBe('text');
  });
  test.each([
    [{ value: 6523.4 }, 1],
    [{ value: 6523.4, format: '#,##0.00' }, 2],
    [{ value: 6523.4, format: 'General', text: '6,523.40' }, 2],
    [{ value: 6523.456, format: '0.00' }, 3],
    [{ value: 0.1 + 0.2, format: '0.00_ ' }, 2],
    [{ value: '62.10' }, 2],
    [{ value: 5, format: '@' }, 0],
  ])('%j is stated to %i decimals', (cell, decimals) => {
    const figure = readFigure(cell);
    expect(figure.type === 'amount' ? figure.decimals : null).toBe(decimals);
  });
  test.each([
    ['#,##0.00_);(#,##0.00)', 2],
    ['_ * #,##0.000_ ;_ * -#,##0.000_ ', 3],
    ['0', 0],
    ['#,##0.##', 0],
    ['"￥"0.0', 1],
    [undefined, 0],
  ])('%s shows %i decimals at least', (format, decimals) => {
    expect(decimalsOfFormat(format)).toBe(decimals);
  });
});
