/** The tables in a document that is given beside the workbook (三公 figures in 说明.docx) against the workbook's own. */
import { statedInWorkbook } from '../counterparts';
import type { Rule } from '../model';
import { plus } from './select';
import { skip } from './skip';

const RULE = 'document-tables';

/**
 * 说明文件中的表格.
 *
 *     2024年“三公”经费支出预算表
 *     合计  | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 |        |
 *           |                |            | 小计                 | 购置费 | 运行费
 *     23.00 |                | 12.00      | 11.00                |        | 11.00
 *
 *     说明文件：2024年“三公”经费支出预算表
 *     合计  | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 |        |
 *           |                |            | 小计                 | 购置费 | 运行费
 *     23.00 |                | 21.00      | 11.00                |        | 11.00
 *
 * → 错误：21.00 ≠ 12.00
 */
export const documentTables: Rule = {
  meta: {
    id: RULE,
    title: '说明文件中所附表格的数与工作簿同一表格一致（给出说明文件时）',
    basis: '财预〔2016〕143号：公开的说明与报表同源；表格种类、部门、年度相同且所指唯一的才核对',
    severity: 'error',
  },
  *relations(facts) {
    const alone = new Map<string, number>();
    for (const copy of facts.copies?.facts ?? []) {
      if (copy.duplicateTotal || copy.part !== undefined) continue;
      const own = statedInWorkbook(facts, copy);
      if (own)
        yield {
          type: 'amount',
          rule: RULE,
          op: '=',
          left: plus([copy]),
          right: plus([own]),
          message: { id: 'rule.document-tables', data: { label: copy.label } },
        };
      else if (copy.value !== null) alone.set(copy.table.sheet, (alone.get(copy.table.sheet) ?? 0) + 1);
    }
    for (const [sheet, count] of alone) yield skip(RULE, 'skip.document-tables-alone', { count: String(count) }, sheet);
  },
};
