/** The tables that the budget systems of most provinces print alike: every table is read and tied. */
import { NATIONWIDE } from '../../../support/nationwide';
import { expectWhole } from '../../../support/whole';

test('every table is read and tied', () => {
  expectWhole(NATIONWIDE, [
    '表1: dept-summary 12/12',
    '表2: dept-income 4/4',
    '表3: dept-expenditure 26/26',
    '表4: fiscal-summary 9/9',
    '表5: general-expenditure 20/20',
    '表6: general-basic 21/21',
    '表7: three-public 4/4',
    '表8: gov-fund 4/4',
    '表9: state-capital 4/4',
    '表10: project-list 8/8',
  ]);
});
