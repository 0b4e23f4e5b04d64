import { formatDecimal } from '../../src/core/amount';
import { judge } from '../../src/core/interval';
import type { AmountRelation, Unit } from '../../src/core/model';
import { factsOfLiterals } from '../support/facts';

interface Figure {
  readonly value: string;
  readonly decimals?: number;
  readonly unit?: Unit;
}

const figure = (given: string | Figure): Figure => (typeof given === 'string' ? { value: given } : given);

function relation(left: string | Figure, op: AmountRelation['op'], right: readonly (string | Figure)[]): AmountRelation {
  const terms = [left, ...right].map(figure).map(({ value, decimals, unit }, at) => {
    const { facts } = factsOfLiterals([
      {
        kind: 'dept-expenditure',
        sheet: `表${at}`,
        decimals: decimals ?? 2,
        ...(unit ? { unit } : {}),
        rows: [{ line: 'grand-total', amounts: { all: value } }],
      },
    ]);
    return { fact: facts[0]!, sign: 1 as const };
  });
  return { type: 'amount', rule: 'test', op, left: terms.slice(0, 1), right: terms.slice(1), message: { id: '', data: {} } };
}

describe('a total ties out with its parts when the intervals meet', () => {
  test.each<[string, string | Figure, AmountRelation['op'], readonly (string | Figure)[], string]>([
    ['exact', '6912.23', '=', ['1449.13', '5463.10'], 'held'],
    ['0.01 with three addends is rounding', '6523.40', '=', ['1555.94', '259.89', '4707.56'], 'rounding'],
    ['0.02 with three addends sits on the edge of the interval', '6523.41', '=', ['1555.94', '259.89', '4707.56'], 'doubtful'],
    ['0.03 with three addends is a mismatch', '6523.42', '=', ['1555.94', '259.89', '4707.56'], 'mismatch'],
    ['two tables may differ by their two halves', '88.90', '=', ['88.91'], 'rounding'],
    ['and no further', '88.90', '=', ['88.92'], 'mismatch'],
    ['0.34 is never rounding', '500.34', '=', ['200.00', '300.00'], 'mismatch'],
    [
      'whole yuan may be off by one',
      { value: '1001', decimals: 0, unit: '元' },
      '=',
      [
        { value: '400', decimals: 0, unit: '元' },
        { value: '600', decimals: 0, unit: '元' },
      ],
      'rounding',
    ],
    ['a nil addend has no width', '10.01', '=', ['10.00', '', ''], 'rounding'],
    ['a nil total against parts is a mismatch', '', '=', ['5.00', '3.00'], 'mismatch'],
    ['zero has no width: 0 = 0.00', '0', '=', ['0.00'], 'vacuous'],
    ['all nil says nothing', '', '=', ['', ''], 'vacuous'],
    ['元 against 万元 inside the half digit', { value: '69122345.67', unit: '元' }, '=', ['6912.23'], 'rounding'],
    ['元 against 万元 beyond it', { value: '69122851.00', unit: '元' }, '=', ['6912.23'], 'mismatch'],
    ['at most', '0.65', '<=', ['0.65'], 'held'],
    ['at most, below', '0.60', '<=', ['0.65'], 'held'],
    ['at most, above', '0.95', '<=', ['0.65'], 'mismatch'],
    ['at least, by rounding', '41.58', '>=', ['41.59'], 'rounding'],
  ])('%s', (_, left, op, right, verdict) => {
    expect(judge(relation(left, op, right)).verdict).toBe(verdict);
  });

  test('the gap beyond which rounding is unlikely grows with the root of the addends, the bound with their number', () => {
    const parts = Array.from({ length: 18 }, () => '1.00');
    expect(judge(relation('18.03', '=', parts)).verdict).toBe('rounding');
    expect(judge(relation('18.05', '=', parts)).verdict).toBe('doubtful');
    expect(judge(relation('18.09', '=', parts)).verdict).toBe('doubtful');
    expect(judge(relation('18.10', '=', parts)).verdict).toBe('mismatch');
    expect(formatDecimal(judge(relation('18.03', '=', parts)).allowance)).toBe('950');
  });
});
