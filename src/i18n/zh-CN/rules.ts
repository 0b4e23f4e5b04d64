/** Sentences of the rules. `{leftPlace}` and `{rightPlace}` are cells, `{left}`, `{right}`, `{difference}` amounts or names. */
export const rules = {
  'rule.balance': '{leftPlace} {leftLabel} 为 {left}，{rightPlace} {rightLabel} 为 {right}，收支不一致，差 {difference}',
  'rule.side-sums': '{leftPlace} {label} 为 {left}，所列 {count} 项之和为 {right}，差 {difference}',
  'rule.rollup': '{leftPlace} {label}（{column}）为 {left}，下级 {count} 项之和为 {right}，差 {difference}',
  'rule.repeated-total': '{leftPlace} {label}（{column}）为 {left}，重复的合计行 {rightPlace} 为 {right}，差 {difference}',
  'rule.procurement-items': '{leftPlace} {label}（{column}）为 {left}，货物、工程、服务之和为 {right}，差 {difference}',
  'rule.row-sums': '{leftPlace} {label}：{column} 为 {left}，{parts} 为 {right}，差 {difference}',
  'rule.tables-agree': '{label}：{leftPlace} 为 {left}，{rightPlace} 为 {right}，两表不一致，差 {difference}',
  'rule.summary-fiscal-total': '{leftPlace} {label} 为 {left}，部门收支总表财政拨款各项（{rightPlace}）之和为 {right}，差 {difference}',
  'rule.fiscal-balance': '{leftPlace} {label}（{column}）为 {left}，该项资金收入（{rightPlace}）为 {right}，差 {difference}',
  'rule.all-funds-at-least': '{label}：全口径支出 {leftPlace} 为 {left}，小于其中的财政拨款 {rightPlace} {right}，差 {difference}',
  'rule.all-funds-gap': '{label}：全口径支出减财政拨款（{leftPlace}）为 {left}，其他资金（{rightPlace}）为 {right}，差 {difference}',
  'rule.economic-map': '部门经济 {dept}（{leftPlace}）为 {left}，政府经济 {gov}（{rightPlace}）为 {right}，差 {difference}',
  'rule.three-public-at-least':
    '“三公”经费 {label}（{leftPlace}）为 {left}，小于经济科目 {codes} 列支（{rightPlace}）{right}，差 {difference}',
  'rule.three-public-equal':
    '“三公”经费 {label}（{leftPlace}）为 {left}，经济科目 {codes} 列支（{rightPlace}）为 {right}，差 {difference}，请核实',
  'rule.insurance-identities':
    '功能科目 {functional} 基本支出（{leftPlace}）为 {left}，经济科目 {economic}（{rightPlace}）为 {right}，差 {difference}，请核实',
  'rule.agency-operating': '{label}（{leftPlace}）为 {left}，大于基本支出公用经费（{rightPlace}）{right}，差 {difference}，请核实',
  'rule.account-code': '{rightPlace} 科目编码 {code} 与所在位置不符：「{left}」（{leftPlace}）按位置应为 {corrected}，各栏合计按此成立',
  'rule.performance-parts': '{leftPlace} {label} 预算数为 {left}，各项资金（{rightPlace}）之和为 {right}，差 {difference}',
  'rule.performance-whole-cost': '{label}：预算数（{leftPlace}）为 {left}，成本指标（{rightPlace}）为 {right}，差 {difference}',
  'rule.performance-costs': '{label}：预算数（{leftPlace}）为 {left}，小于成本指标之和（{rightPlace}）{right}，差 {difference}',
  'rule.fiscal-income': '{leftPlace} {label} 为 {left}，一般公共预算收入（含结转，{rightPlace}）为 {right}，差 {difference}',
  'rule.performance-sum': '{leftPlace} {label} 为 {left}，所列项目之和为 {right}，差 {difference}',
  'rule.performance-coverage':
    '项目支出合计（{leftPlace}）为 {left}，项目绩效目标表预算数之和（{rightPlace}）为 {right}，差 {difference}，可能只公开了部分项目',
  'rule.account-names': '科目 {code} 名称不一致：{leftPlace} 为「{left}」，{rightPlace} 为「{right}」',

  'skip.table-missing': '工作簿中没有可用的{kind}',
  'skip.table-repeated': '{kind}不止一张且无法按部门区分，跨表关系未核对：{sheet}',
  'skip.no-other-income-table': '支出总表与财政拨款支出不等，又没有部门收支总表可说明差额',
  'skip.gap-explained': '支出总表合计比财政拨款支出多 {gap}，由 {cells} 说明，不是差错',
  'skip.economic-undivided': '政府经济 {code} 未分列到款，部门经济 {dept} 与政府经济的对应未核对',
  'skip.table-incomplete': '「{sheet}」的表像是被分页截断，不完整，相关差额未下结论',
  'skip.row-unread': '该行有未认出的金额（{cell}），相关等式未下结论',
  'skip.several-overall-forms': '整体绩效目标表有 {count} 张（按单位），未与部门支出总计核对',
  'skip.no-budget-tables':
    '没有认出预算表：工作表的表名{titles}都不是部门预算公开表。若其中有预算表，请检查表名（如“部门收支总表”）或在“表格”中指定表种',
  'skip.no-content': '没有认出预算表：各工作表是空的，或只有图表',
  'skip.not-chinese': '没有认出预算表：工作表中没有中文表名和栏目名称',
  'skip.template': '这是尚未填写的空白模板：表格已认出，没有数字可核对',
} as const;
