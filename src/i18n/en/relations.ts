/** Own relations, tables of unknown kind, display rounding. */
export const relations = {
  'rule.display-rounding':
    '{leftPlace} shows {left}, {rightPlace} adds up as shown to {right}, a difference of {difference}: display rounding; the stored figures tie out, only each is rounded by its number format',
  'rule.own': '{title}: {leftPlace} is {left}, should be {op} {right} at {rightPlace}, a difference of {difference}',
  'rule.own-note': '{title}: {leftPlace} is {left}, should be {op} {right} at {rightPlace}, a difference of {difference}. {note}',
  'skip.own-none': '“{term}” is not found in the table, so it was not checked',
  'skip.own-unclear':
    'It is not certain which figure “{term}” means (see the row of {cell}), so it was not checked; say nature, fund, item or side in the relation',
  'own.syntax': 'Own relations, line {line} cannot be read: please check indentation, quotes and brackets; a colon is followed by a blank.',
  'own.tab': 'Own relations, line {line} is indented by a tab: please use blanks.',
  'own.repeated-field': 'Own relations, line {line} says a field of its entry a second time: please take one out.',
  'own.not-list': 'Own relations, line {line}: the file should begin with “relations:” and list its entries below, each after “- ”.',
  'own.too-long-file': 'The file of own relations is too long (more than 500,000 characters); it was not used.',
  'own.too-many': 'Own relations, from line {line}: too many entries. A file may hold 1,000 relations, a side 200 terms.',
  'own.not-map': 'Own relations, line {line} should be “field: value”, with a blank after the colon.',
  'own.unknown-field':
    'Own relations, line {line}: the field “{field}” is not known. A relation has title, left, op, right, severity, note, basis; a term has table, account, line, side, nature, fund, source, item, year, unit, minus.',
  'own.missing-field': 'Own relations, line {line}: an entry has no “{field}”.',
  'own.bad-word': 'Own relations, line {line}: {field} cannot be “{value}”. It may be: {names}.',
  'own.bad-account':
    'Own relations, line {line}: “{value}” is no account code (functional codes begin with 2 and have 3, 5 or 7 digits, economic codes with 3 or 5 and have 3 or 5).',
  'own.bad-value': 'Own relations, line {line}: the value “{value}” of {field} is wrong.',
  'own.not-text': 'Own relations, line {line}: {field} should be a word or a code.',
  'own.not-boolean': 'Own relations, line {line}: {field} can only be true or false.',
  'own.empty': 'Own relations, line {line}: {field} must not be empty.',
  'own.too-long': 'Own relations, line {line}: {field} is too long (200 characters at most).',
  'own.title-repeated': 'Own relations, line {line}: the title “{title}” is that of line {earlier}; please choose another.',
  'own.not-utf8': 'The file must be text in UTF-8.',
  'rule-name.unknown-totals': 'Totals of unknown tables',
  'skip.unknown-large': 'The table on “{sheet}” is of no known kind and holds more than 12,000 figures; no totals were looked for in it',
  'rule.unknown-subtotals':
    '{leftPlace} {label} is {left}, the sum of {rightPlace} is {right}, difference {difference}; {count} other such totals ({held}) tie out',
  'rule.unknown-numbered':
    '{leftPlace} {label} is {left}, the sum of the items listed ({rightPlace}) is {right}, difference {difference}, please check',
  'rule.unknown-rows':
    '{leftPlace} is {left}, {rightPlace} add up to {right}, a difference of {difference}; the same rows tie out in columns {held} ({count} in all)',
  'rule.unknown-columns':
    '{leftPlace} is {left}, {rightPlace} add up to {right}, a difference of {difference}; the same columns tie out in rows {held} ({count} in all)',
} as const;
