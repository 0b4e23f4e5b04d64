/** Sentences of the rules for running text. `{text}` are the words of the paragraph, `{leftPlace}` its cell. */
export const narrative = {
  'rule-name.narrative-table': 'Text and tables',
  'rule-name.narrative-change': 'Change on last year in the text',
  'rule-name.narrative-sum': 'Sums inside a sentence',
  'rule-name.narrative-share': 'Shares in the text',
  'rule-name.narrative-growth': 'Rates of change in the text',
  'rule-name.narrative-count': 'Counts inside a sentence',
  'rule-name.narrative-unit': 'Units in the text',
  'rule-name.narrative-two-values': 'One thing, one value in the text',
  'rule-name.narrative-doubled': 'Doubled words',
  'rule-name.narrative-residue': 'Template residue',
  'rule-name.narrative-year': 'Year of the text',
  'rule-name.narrative-department': 'Another department in the text',
  'rule-name.narrative-former-name': 'Former account names in the text',
  'rule-name.narrative-account-name': 'Account names in the text',
  'rule-name.performance-text': 'Amounts in the text of performance forms',
  'rule.performance-text':
    '{leftPlace} says “{text}”, but the budget amount of {label} ({rightPlace}) is {right}, a difference of {difference}',
  'rule-name.narrative-project': 'Projects named in the text',
  'rule.narrative-project':
    '{leftPlace} says “{text}”, but the project “{project}” ({rightPlace}) has {right}, a difference of {difference}',
  'rule-name.performance-counts': 'Counts in the text of performance forms',
  'rule.performance-counts':
    '{leftPlace} says “{text}”, but the indicator “{indicator}” ({rightPlace}) is {right}, a difference of {difference}',
  'rule.narrative-table': '{leftPlace} says “{text}”, {rightPlace} is {right}, difference {difference}',
  'rule.narrative-change':
    '{leftPlace} says “{text}”, by the table ({rightPlace}) this year less last year is {right}, difference {difference}',
  'rule.narrative-sum': '{leftPlace} says “{text}”, the {count} parts listed add up to {right}, difference {difference}',
  'rule.narrative-sum-change': '{leftPlace} says “{text}”, the {count} changes listed add up to {right}, difference {difference}',
  'rule.narrative-share': '{leftPlace} says “{text}”, by the table ({rightPlace}) it is {right}, difference {difference} points',
  'rule.narrative-growth': '{leftPlace} says “{text}”, by the amounts of the sentence it is {right}, difference {difference} points',
  'rule.narrative-share-text':
    '{leftPlace} says “{text}”, but the text’s own two figures ({rightPlace}) give {right}, a difference of {difference} points',
  'rule.narrative-growth-tables':
    '{leftPlace} says “{text}”, but this and last year’s figures ({rightPlace}) give {right}, a difference of {difference} points',
  'rule.narrative-zero-base': '{leftPlace} says “{text}”: last year’s figure is 0 and has no rate of change; please verify',
  'rule.narrative-count': '{leftPlace} says “{text}”, the {count} parts listed add up to {right}, difference {difference}',
  'rule.narrative-unit': '{leftPlace} says “{text}”, {rightPlace} is {right}: same number, other unit; it should read {unit}',
  'rule.narrative-two-values':
    'One thing, two values: {leftPlace} has {left}, {rightPlace} has {right}, difference {difference}; no table states it, please verify',
  'rule.narrative-doubled': '{leftPlace} doubled words: “{text}” should read “{expected}”',
  'rule.narrative-residue': '{leftPlace} “{text}” looks like template text that was not filled in or removed',
  'rule.narrative-year': '{leftPlace} speaks of “{text}”, the budget year is {year}; is it last year’s sentence?',
  'rule.narrative-department':
    '{leftPlace} speaks of itself as “{text}”, but the tables are those of “{department}”: see whether it was taken over from another department',
  'rule.narrative-former-name': '{leftPlace} “{text}” is a former account name, since {year} it is “{expected}”',
  'rule.narrative-account-name':
    '{leftPlace} says “{text}”; by the table ({rightPlace} {name}) it belongs to {code} {expected}: the names differ',
  'skip.narrative-no-tables':
    'no set of tables to compare the text with (no amounts, or several departments that the text does not tell apart); the text was not checked',
  'skip.narrative-unread': '{count} amounts of the text name no table figure for certain; not compared with the tables',
  'skip.narrative-no-last-year': '{count} changes on last year in the text: the tables have no figure of last year; not checked',
  'skip.narrative-list-open': '{count} lists in the text may not name every part; their sums were not checked',
  'rule-name.last-year-figures': "Last year's figures",
  'rule.last-year-figures':
    "{label}: {leftPlace} states {left} for last year, last year's workbook {rightPlace} says {right}, difference {difference}; check whether the basis was adjusted",
  'skip.last-year-alone':
    "{count} of last year's figures have no counterpart in last year's workbook (other tables or accounts, or another year) and were not checked",
  'skip.last-year-none': "No table has a column of last year; last year's workbook serves the narrative only",
  'rule-name.narrative-none': 'Said to be none',
  'rule.narrative-none': '{leftPlace} says “{text}”, but the table ({rightPlace}) has {right}',
  'rule-name.document-tables': 'Tables in the document',
  'rule.document-tables':
    '{label}: {leftPlace} of the document states {left}, {rightPlace} of the workbook {right}, difference {difference}',
  'skip.document-tables-alone':
    "{count} figures in the document's tables have no counterpart in the workbook (no such table, or another department, year or account); not checked",
  'place.paragraph': 'paragraph {number}',
} as const;
