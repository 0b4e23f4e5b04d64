/** Rows of another sort below accounts: their projects, and units whose codes share the accounts' column. */
import {
  accounts,
  ALL,
  BASIC,
  body,
  both,
  caption,
  grandTotal,
  ofUnit,
  PROJECT,
  projects,
  table,
  THREE_PUBLIC,
  total,
  under,
  unitLine,
  UNITS,
  wan,
  type Line,
} from '../../../support/budget';
import { drawnBook, type Pictures } from '../../../support/drawn';
import { NATIONWIDE } from '../../../support/nationwide';
import { isFound, placeOf, read } from '../../../support/sensitivity';

const HEADINGS = '科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出';

/** Every account, below the finest ones their projects. */
const WITH_PROJECTS = accounts('functional').flatMap((account): readonly Line[] => [
  account,
  ...(account.level === 2
    ? projects(account.choice).map((project): Line => ({ ...project, choice: both(account.choice, project.choice) }))
    : []),
]);
const BY_UNIT = UNITS.flatMap((unit): readonly Line[] => [unitLine(unit), ...accounts('functional', ofUnit(unit))]);
const MEETINGS = under('economic-dept', '30215');

const book = (pictures: Pictures): ReturnType<typeof drawnBook> => drawnBook({ ...NATIONWIDE, ...pictures });

test.each<[string, string, string]>([
  ['projects below their accounts', body([grandTotal(), ...WITH_PROJECTS], [ALL, BASIC, PROJECT]), '33/33'],
  ['units and accounts in one column', body([grandTotal(), ...BY_UNIT], [ALL, BASIC, PROJECT]), '39/39'],
])('%s', (_, rows, mapped) => {
  const workbook = book({ 表3: table(caption(5, '支出总表'), HEADINGS, rows) });
  const { inventory, unread, claimed, facts } = read(workbook);
  expect({ inventory: inventory.filter((entry) => entry.startsWith('表3:')), unread, claimed }).toEqual({
    inventory: [`表3: dept-expenditure 万元 ${mapped}`],
    unread: [],
    claimed: [],
  });
  const own = facts.filter((fact) => fact.table.sheet === '表3' && fact.value !== null);
  expect(own.filter((fact) => !isFound(workbook, fact.cell)).map((fact) => placeOf(fact.cell))).toEqual([]);
});

test('“三公”经费小计 and 会议费 below one another, and a 合计 over both', () => {
  const lines = [
    ['“三公”经费小计', THREE_PUBLIC.all],
    ['因公出国（境）费', THREE_PUBLIC.abroad],
    ['公务接待费', THREE_PUBLIC.reception],
    ['公务用车费', THREE_PUBLIC.vehicles],
    ['会议费', MEETINGS],
  ] as const;
  const rows = lines.map(([name, choice]) => `${name} | ${wan(total(choice)) || '0.00'}`);
  const sum = wan(total(THREE_PUBLIC.all) + total(MEETINGS));
  const picture = (meetings: string): string =>
    table(caption(2, '“三公”经费和会议费、培训费预算表'), '项目 | 预算数', ...rows, `培训费 | ${meetings}`, `合计 | ${sum}`);
  expect(read(book({ 表7: picture('0.00') })).claimed).toEqual([]);
  expect(read(book({ 表7: picture('7.77') })).claimed).toEqual(['three-public-rollup 表7!B10 表7!B4 表7!B8 表7!B9']);
});
