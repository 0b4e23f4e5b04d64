/** Which of the published tables is one without a title, by its headings and the labels down its side? Only where they leave no doubt. */
import type { Body } from './body';
import type { Header } from './header';
import type { Layout } from './kind';
import { stripOrdinal } from './text';
import { fundOf } from './vocabulary';
import { FISCAL_FUNDS, NOT_FISCAL } from '../funds';
import type { Fund } from '../model';

/** What may stand where a title should: the department, the unit of the amounts. */
const NO_TITLE = /^(?:金额)?(?:计量)?单位[::]|^(?:部门|单位名称|编制单位|填报单位|编制部门)[^::]{0,6}[::]/;

export function isUntitled(title: string | null): boolean {
  return title === null || NO_TITLE.test(title);
}

function fundsOf(texts: readonly string[]): ReadonlySet<Fund> {
  return new Set(texts.flatMap((text) => fundOf(stripOrdinal(text)) ?? []));
}

const hasAny = (funds: ReadonlySet<Fund>, wanted: readonly Fund[]): boolean => wanted.some((fund) => funds.has(fund));

/** `null` where several tables look alike: 部门支出 and 一般公共预算支出 have the same columns. */
export function layoutOfContents(header: Header, body: Body): Layout | null {
  const headings = header.rows.flatMap((row) => row.cells.map((cell) => cell.text));
  const headed = (pattern: RegExp): boolean => headings.some((text) => pattern.test(text));
  if (headed(/^收入/) && headed(/^支出/)) {
    const labels = body.rows.flatMap((row) => row.cells.slice(0, 1).filter((cell) => cell.figure.type === 'text'));
    const funds = fundsOf(labels.map((cell) => cell.text));
    if (hasAny(funds, NOT_FISCAL)) return 'dept-summary';
    return FISCAL_FUNDS.filter((fund) => funds.has(fund)).length >= 2 ? 'fiscal-summary' : null;
  }
  if (headed(/公务接待/) && headed(/公务用车/)) return 'three-public';
  if (headed(/基本支出/) && headed(/项目支出/)) return headed(/上缴上级|(?:附属|下级)单位.*补助/) ? 'dept-expenditure' : null;
  const funds = fundsOf(headings);
  const sources = [...funds].filter((fund) => NOT_FISCAL.includes(fund));
  return funds.has('general') && sources.length >= 2 && !headed(/支出|采购|项目名称/) ? 'dept-income' : null;
}
