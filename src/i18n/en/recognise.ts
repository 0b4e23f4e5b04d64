/** Why a table was read the way it was: the evidence that the pane, the command line and the JSON show. */
export const recognise = {
  'recognise.title.cell': 'The title reads “{title}”',
  'recognise.kind.title': 'Kind of table by “{words}” in its title “{title}”',
  'recognise.kind.sheet': 'The title names no kind of table; taken from the sheet’s name “{sheet}”',
  'recognise.kind.codes': 'The title “{title}” leaves the classification open or disagrees with the codes; kind of table by its codes',
  'recognise.kind.fund-summary':
    '“{title}” holds income and expenditure of one fund: none of the published tables, but its figures are checked',
  'recognise.kind.expenditure-detail':
    '“{title}” lists expenditure in another way (by economic class, of one source, one nature of all money): none of the published tables, but its figures are checked',
  'recognise.kind.not-chinese': '“{title}” has no Chinese titles and headings; not checked',
  'recognise.kind.no-title': 'No title found, and the sheet’s name “{title}” tells no kind: perhaps only a part of a table; not checked',
  'recognise.kind.contents-tell': 'No title; told by the headings and the names of the rows',
  'recognise.kind.none': '“{title}” is not a known budget disclosure table; not checked',
  'recognise.kind.contents': 'A list of contents or a cover; no figures to check',
  'recognise.kind.narrative': 'Running text',
  'recognise.kind.hidden': 'The hidden sheet “{sheet}” repeats a kind of table that is visible; not checked',
  'recognise.header.none': 'No header was found for “{title}”; not checked',
  'recognise.header.rows': 'The header is in rows {from}–{to}',
  'recognise.header.stacked': 'Income and expenditure stand below one another; the second begins in row {row}',
  'recognise.unit.caption': 'Unit stated above the table: {unit}',
  'recognise.unit.header': 'Unit stated in a heading: {unit}',
  'recognise.unit.none': 'The table states no unit; read as {unit}',
  'recognise.year.caption': 'Title or caption states the year {year}',
  'recognise.year.header': 'A heading states the year {year}',
  'recognise.year.workbook': 'The table states no year; {year} taken from the other tables',
  'recognise.department.caption': 'Department stated above the table: {department}',
  'recognise.department.workbook': 'The table states no department; “{department}” taken from the other tables',
  'recognise.phase.final': 'Title or headings say 决算: read as final accounts',
  'recognise.total.label': 'Row {row}, “{label}”, is the total',
  'recognise.total.nameless': 'Row {row} has no name and stands first: taken as the total',
  'recognise.total.duplicate': 'Row {row} has no name and follows the total: taken as its repetition',
  'recognise.arithmetic.column-total':
    'The heading of column {column} is unknown, but in most rows it equals columns {columns}: taken as their total',
  'recognise.arithmetic.column-part':
    'The heading of column {column} is unknown, but in most rows it and others add up to column {columns}: taken as a part of it',
  'recognise.arithmetic.column-beside': 'Column {column} takes no part in the sums of the table: read as an amount beside them',
  'recognise.arithmetic.row-total': 'Row {row} has no name, but equals the sum of the rows in every column, or in most: taken as the total',
  'recognise.arithmetic.row-unit':
    'Row {row} has no code, but equals the sum of the rows below it in every column, or in most: taken as a subtotal',
  'recognise.arithmetic.row-project': 'Row {row} is named like a unit but does not add up the rows below: taken as a project',
  'recognise.arithmetic.code': 'Code {code} does not fit its place, but the sums hold by place: rolled up as {corrected}',
  'recognise.title.continued': 'Sheet “{sheet}” has no title and no headings, and its columns are this table’s: read as its next page',
  'recognise.cut':
    'Sheet “{sheet}” seems to continue this table, but its columns do not fit: the table may be incomplete, nothing is claimed of its sums',
  'recognise.template.workbook':
    'No table of the workbook states an amount, and things are left to be filled in: taken as a blank template',
  'recognise.template.title': 'The title “{title}” says that this is a model: not checked',
} as const;
