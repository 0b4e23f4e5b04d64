/** Sentences of the rules. `{leftPlace}` and `{rightPlace}` are cells, `{left}`, `{right}`, `{difference}` amounts or names. */
export const rules = {
  'rule.balance':
    '{leftPlace} {leftLabel} is {left}, {rightPlace} {rightLabel} is {right}: income and expenditure do not balance, difference {difference}',
  'rule.side-sums': '{leftPlace} {label} is {left}, its {count} items add up to {right}, difference {difference}',
  'rule.rollup': '{leftPlace} {label} ({column}) is {left}, its {count} parts add up to {right}, difference {difference}',
  'rule.repeated-total':
    '{leftPlace} {label} ({column}) is {left}, the repeated total row {rightPlace} is {right}, difference {difference}',
  'rule.procurement-items':
    '{leftPlace} {label} ({column}) is {left}, goods, works and services add up to {right}, difference {difference}',
  'rule.row-sums': '{leftPlace} {label}: {column} is {left}, {parts} is {right}, difference {difference}',
  'rule.tables-agree': '{label}: {leftPlace} is {left}, {rightPlace} is {right}: the tables disagree, difference {difference}',
  'rule.summary-fiscal-total':
    '{leftPlace} {label} is {left}, the fiscal items of the department summary ({rightPlace}) add up to {right}, difference {difference}',
  'rule.fiscal-balance':
    '{leftPlace} {label} ({column}) is {left}, the income of this fund ({rightPlace}) is {right}, difference {difference}',
  'rule.all-funds-at-least':
    '{label}: expenditure of all funds {leftPlace} is {left}, less than its fiscal part {rightPlace} {right}, difference {difference}',
  'rule.all-funds-gap':
    '{label}: all funds less fiscal funds ({leftPlace}) is {left}, the other sources ({rightPlace}) bring {right}, difference {difference}',
  'rule.economic-map': 'Departmental {dept} ({leftPlace}) is {left}, government {gov} ({rightPlace}) is {right}, difference {difference}',
  'rule.three-public-at-least':
    'Three-public {label} ({leftPlace}) is {left}, less than what accounts {codes} spend ({rightPlace}) {right}, difference {difference}',
  'rule.three-public-equal':
    'Three-public {label} ({leftPlace}) is {left}, accounts {codes} spend ({rightPlace}) {right}, difference {difference}; please verify',
  'rule.insurance-identities':
    'Functional {functional} basic expenditure ({leftPlace}) is {left}, economic {economic} ({rightPlace}) is {right}, difference {difference}; please verify',
  'rule.retirement-pay':
    'Pensions {economic} ({rightPlace}) are {right}, more than basic expenditure of {functional} ({leftPlace}) {left}, difference {difference}, please check',
  'rule.economic-items':
    'Government economic account {gov} ({leftPlace}) is {left}, the departmental accounts {dept} that feed it ({rightPlace}) are {right}, difference {difference}, please check',
  'rule.agency-operating':
    '{label} ({leftPlace}) is {left}, more than the operating part of basic expenditure ({rightPlace}) {right}, difference {difference}; please verify',
  'rule.account-code':
    '{rightPlace}: code {code} does not fit its place: by place “{left}” ({leftPlace}) is {corrected}, and the sums hold so',
  'rule.performance-parts':
    '{leftPlace} {label}: the budget amount is {left}, its sources ({rightPlace}) add up to {right}, difference {difference}',
  'rule.performance-whole-cost':
    '{label}: the budget amount ({leftPlace}) is {left}, the cost indicator ({rightPlace}) is {right}, difference {difference}',
  'rule.performance-costs':
    '{label}: the budget amount ({leftPlace}) is {left}, less than the cost indicators together ({rightPlace}) {right}, difference {difference}',
  'rule.fiscal-income':
    '{leftPlace} {label} is {left}, the general budget income with carry-over ({rightPlace}) is {right}, difference {difference}',
  'rule.performance-sum': '{leftPlace} {label} is {left}, the projects listed add up to {right}, difference {difference}',
  'rule.performance-coverage':
    'Project expenditure ({leftPlace}) is {left}, the performance forms ({rightPlace}) add up to {right}, difference {difference}; perhaps only some projects are published',
  'rule.fund-flow-whole':
    '{leftPlace} {label}: the balance carried forward is {left}, brought forward + income + balance used − spent − distributed ({rightPlace}) is {right}, difference {difference}',
  'rule.fund-flow':
    '{leftPlace} {label}: the balance carried forward is {left}, balance brought forward + income - expenditure ({rightPlace}) is {right}, difference {difference}',
  'rule.change-columns':
    '{leftPlace} {label} ({column}) is {left}, this year less last year ({rightPlace}) is {right}, difference {difference}',
  'rule.account-names': 'Account {code} has two names: {leftPlace} “{left}”, {rightPlace} “{right}”',
  'rule.basic-project':
    '{leftPlace} {label} is {left}, the totals of the basic and the project table ({rightPlace}) add up to {right}, difference {difference}',
  'rule.procurement-price': '{leftPlace} {label} ({column}) is {left}, quantity × price ({rightPlace}) is {right}, difference {difference}',
  'rule.procurement-budget':
    '{label}: the purchase ({leftPlace}) is {left}, more than the budget of the project ({rightPlace}) {right}, difference {difference}',
  'rule.procurement-share':
    '{label}: the share set aside ({leftPlace}) is {left}, more than the purchase ({rightPlace}) {right}, difference {difference}',
  'rule.final-budget':
    '{label} ({column}): spent ({leftPlace}) {left}, more than the budget ({rightPlace}) {right}, difference {difference}; please verify',
  'rule.performance-weights':
    '{label}: the weights add up to {left}, expected 100 (90 where 10 is kept for budget execution), difference {difference}',
  'rule.performance-rates': '{leftPlace}: the indicator “{label}” is {left} %, a rate should not exceed 100 %',
  'rule.performance-units':
    'Project “{project}”: the performance form names “{left}” ({leftPlace}), the list of projects “{right}” ({rightPlace})',
  'rule.account-shape': '{leftPlace}: code {code} has the wrong number of digits, “{name}” is {expected}',
  'rule.account-columns': 'The codes of “{name}” disagree: {left} at {leftPlace}, {right} at {rightPlace}',
  'rule.account-depth': '“{title}” goes down to {left} ({leftPlace}) only; it should list accounts to the level of {level}',
  'rule.account-parents': '{leftPlace}: the parent {parent} of {code} {name} is not in this table',
  'rule.account-duplicates': 'Code {code} is used twice: “{left}” at {leftPlace}, “{right}” at {rightPlace}',
  'rule.account-unlisted':
    'Not in the built-in catalogue: {names} ({leftPlace}); please compare with the list of the year. That need not be an error',
  'rule.account-former-name': '{leftPlace}: account {code} is called “{former}”, from {year} on it is “{now}”; please verify',
  'rule.empty-table': '{leftPlace}: “{title}” has no figures and does not say why',
  'rule.formula-result':
    '{leftPlace}: formula {formula} gives {right}, but {left} is kept: it was not recalculated; recalculate in Excel (F9) and check again',
  'rule.contents-tables': '{leftPlace}: the contents list “{title}”, which was not recognised in the workbook',
  'rule.disclosure-sections': 'The explanations ({leftPlace}) do not speak of: {missing}',

  'skip.table-missing': 'the workbook has no usable {kind}',
  'skip.table-repeated': 'there is more than one {kind} and the department does not tell them apart; not compared across tables: {sheet}',
  'skip.no-other-income-table':
    'all-funds and fiscal expenditure differ and no department and fiscal summaries are there to explain the gap',
  'skip.gap-explained': 'total expenditure exceeds fiscal expenditure by {gap}, which {cells} explains: not an error',
  'skip.economic-undivided': 'government account {code} is not broken down; its tie to departmental {dept} was not checked',
  'skip.table-incomplete': 'the table on “{sheet}” seems to be cut by a page and incomplete; the difference was not judged',
  'skip.row-unread': 'the row holds an amount that was not understood ({cell}); the equation was not judged',
  'skip.several-overall-forms': 'there are {count} overall performance forms (by unit); not compared with the department total',
  'skip.final-budget-explained': '{label}: the final amount exceeds the budget; the text gives the reason',
  'skip.accounts-beyond-list':
    'The built-in list does not cover the groups of {count} accounts ({names}); their codes and names were not checked. Load the bureau’s own list to check them',
  'skip.change-unclear': 'Most rows of “{column}” are not this year less last year: it may compare something else, and was not checked',
  'skip.carried-on':
    'money is carried on to next year (or these are final accounts): income and expenditure need not agree account by account; not compared',
  'skip.carry-over-undivided': 'the carry-over is not told apart by fund; the funds were not balanced one by one',
  'skip.fund-untold': 'there is income of a government fund or state capital without its expenditure table; the totals were not compared',
  'skip.no-basic-column':
    'the expenditure table has no column of basic expenditure (or there is other money); functional and economic accounts were not compared',
  'skip.identity-shared':
    '{unit} account {code} has money as well and may be spent from the same economic accounts; they were not compared',
  'skip.leaves-only': '“{sheet}” lists leaf accounts only; there are no subtotals of 类 and 款 to check',
  'skip.costs-unclear':
    '{count} project forms: the cost indicators are neither the whole cost nor all amounts (prices, rates); not compared with the budget',
  'skip.projects-unmatched':
    '{count} projects of the performance forms have no single project of that name in the list; their budgets were not compared',
  'skip.price-unclear': 'in most rows quantity × price is not the amount; the columns may mean something else; not checked',
  'skip.weight-missing': '{count} performance forms have indicators without a weight; the sum of their weights was not judged: {labels}',
  'skip.no-budget-tables':
    'no budget table was recognised: none of the titles {titles} is that of a published departmental budget table. If one of them is, check its title (such as 部门收支总表) or set its kind under “Tables”',
  'skip.no-content': 'no budget table was recognised: the sheets are empty, or hold charts only',
  'skip.not-calculated':
    '“{sheet}” has {count} formulas without a result (the file was written by a program that does not calculate); not checked; open and save it in Excel first',
  'skip.no-titles':
    'no budget table was recognised: the sheet “{sheet}” has no title, it may be a part of a table; check it together with its title and header',
  'skip.no-rows': '{titles} has a title and a header only, no rows: it may have been cut off; there are no figures to check',
  'skip.not-chinese': 'no budget table was recognised: the sheets have no Chinese titles and headings',
  'skip.template': 'this is a blank template: its tables were recognised, there are no figures to check',
} as const;
