/** Words of the command line. */
export const cli = {
  'cli.help': `Gouji: checks the tables of a departmental budget workbook against one another.

Usage:
  gouji check PATH... [options]   check workbooks; of a folder, every file in it
  gouji tables PATH... [options]  list the tables that are recognised, without checking them
  gouji annotate PATH... --output FOLDER   write copies with marks, notes and the discrepancy sheet (.xlsx)
  gouji clean PATH... --output FOLDER      write copies for publication: none of Gouji's marks, notes, sheets, settings
  gouji --help                    show this help
  gouji --version                 show the version

In folders, .xlsx .xlsm .xls .et and .docx files are read; names that begin with ~$ or . are passed over.

Options:
  --format text|json              text for people (default) or JSON for scripts
  --lang zh-CN|en                 language of the output, zh-CN by default
  --fail-on error|warning|info    exit with 1 when there is a finding of this severity or above, error by default
  --output FILE                   write the result to a file instead of standard output
  --accounts FILE                 your own list of accounts (.csv or workbook: code, name, first year), put over the built-in one
  --with FILE                     (check) the budget narrative to check with the workbook, .docx or text; may be repeated; one workbook only
  --last-year FILE                (check) last year's workbook, for the columns of last year and the changes that the text states; one workbook only
  --relations FILE                relations of your own (.yaml or .json, see docs/own-relations.md)
  --tolerance TOLERANCE           interval (default: what rounding explains is no error), exact, or an amount such as 0.01万元
  --without RULE                  do not check this rule (ids in docs/rules.md); may be repeated
  --evidence                      (tables) say of each table why it was read so

Exit codes: 0 nothing at or above --fail-on; 1 something is; 2 some input could not be read, or the command is wrong.
`,
  'cli.usage.no-command':
    'A command is missing. The commands are check, tables, annotate and clean, for example gouji check PATH...; see gouji --help.',
  'cli.usage.unknown-command':
    'There is no command "{command}". The commands are check, tables, annotate and clean, for example gouji check PATH...; see gouji --help.',
  'cli.usage.no-path': 'A file or folder is missing. Use gouji {command} PATH...; see gouji --help.',
  'cli.usage.unknown-option': 'There is no option "{option}". See gouji --help.',
  'cli.usage.other-command': 'The command {command} has no option {option}. See gouji --help.',
  'cli.usage.unknown-rule': 'There is no rule "{rule}". The ids of the rules are in docs/rules.md.',
  'cli.usage.no-value': 'The option {option} needs a value: {values}.',
  'cli.usage.bad-value': 'The option {option} cannot be "{value}". Use {values}.',
  'cli.usage.beside-several': '--with and --last-year belong to one workbook, and there are {count}. Check them one by one.',
  'cli.usage.no-folder': 'The command {command} needs --output FOLDER, where the copies go.',
  'cli.copy.written': '{file} → {target}',
  'cli.copy.not-xlsx': 'Copies are written of .xlsx and .xlsm files only. Save it as .xlsx first.',
  'cli.copy.exists': '{target} is there already and was not written over. Name another folder, or move it away.',
  'cli.copy.not-written': '{target} cannot be written ({code}). Check the rights of the folder and the space on the disk.',
  'cli.error.not-found': 'There is no such file or folder. Please check the path.',
  'cli.error.no-permission': 'It may not be read. Please check its permissions.',
  'cli.error.unreadable': 'It cannot be read ({code}). Please check that no other program holds it and that the disk is there.',
  'cli.error.empty-folder': 'The folder holds nothing to check (.xlsx .xlsm .xls .et .docx).',
  'cli.error.internal': 'The check failed with an internal error: {message}. Please report this sentence together with the file.',
  'cli.error.output': '{file} cannot be written ({code}); the result goes to standard output instead.',
  'cli.text.relations': '{checked} relations checked: {held} hold, {rounding} differ by rounding, {violated} are violated.',
  'cli.text.severities': '{error} errors, {warning} warnings, {info} notes.',
  'cli.text.no-tables': 'The workbook was read, nothing was checked: {reason}.',
  'cli.text.no-findings': 'Everything that was checked ties out.',
  'cli.tables.sheet': 'Sheet',
  'cli.tables.range': 'Range',
  'cli.tables.kind': 'Kind',
  'cli.tables.phase': 'Phase',
  'cli.tables.unit': 'Unit',
  'cli.tables.year': 'Year',
  'cli.tables.panels': 'Panels',
  'cli.tables.rows': 'Rows',
  'cli.tables.mapped': 'Mapped',
  'cli.tables.unread': 'Unread',
  'cli.tables.department': 'Department',
  'cli.tables.title': 'Title',
  'cli.tables.corrected': ' (user)',
  'phase.budget': 'budget',
  'phase.final': 'final',
  'cli.text.column.sheet': 'Sheet',
  'cli.text.column.range': 'Range',
  'cli.text.column.kind': 'Kind',
  'cli.text.column.unit': 'Unit',
  'cli.text.column.year': 'Year',
  'cli.text.column.rows': 'Rows',
  'cli.text.rows': '{mapped}/{rows}',
  'cli.text.unread': ' ({count} cells not understood)',
  'cli.text.kind-count': '{count} × {kind}',
  'cli.text.without-amounts': 'Tables without rows of amounts: {kinds}.',
  'cli.text.left': 'left',
  'cli.text.right': 'right',
  'cli.text.difference': 'difference',
  'cli.text.blank': '(blank)',
  'cli.text.more-terms': 'and {count} more cells',
  'cli.text.rounding': '{count} differences by rounding:',
  'cli.text.accepted': '{count} accepted:',
  'cli.text.skipped': '{count} not checked:',
  'cli.text.total': '{files} workbooks: {error} errors, {warning} warnings, {info} notes; {unreadable} files could not be read.',
} as const;
