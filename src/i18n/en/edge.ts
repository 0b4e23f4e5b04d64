export const edge = {
  'edge.error.cell-edit': 'Excel is editing a cell. Press Enter or Esc to finish, then try again.',
  'edge.error.protected':
    'The workbook or a sheet is protected and cannot be written. Remove the protection on the Review tab, then try again.',
  'edge.error.too-large': 'The workbook is too large to be passed at once. Remove large sheets that are not budget tables, then try again.',
  'edge.error.unsupported': 'This version of Excel lacks a feature that is needed. Use Excel 2021, Microsoft 365 or newer.',
  'edge.error.busy': 'Excel is busy. Wait a moment, then try again.',
  'edge.error.gone': 'The sheet or cell is no longer there. Check again.',
  'edge.error.conflict': 'The workbook changed during the check. Check again.',
  'edge.error.read-only': 'The workbook is open read-only. Enable editing or save a copy, then try again.',
  'edge.error.filtered': 'A filtered range cannot be written. Clear the filter, then try again.',
  'edge.error.session': 'The connection to Excel was lost. Close the pane and open it again; if that does not help, reopen the workbook.',
  'edge.error.other': 'Excel reported an error ({code}). Try again; if it persists, save and reopen the workbook.',
  'edge.error.internal':
    'Gouji failed ({detail}). Your workbook is not affected; please report this sentence to whoever maintains the add-in.',
  'edge.notice.protected': 'Sheet “{sheet}” is protected: {count} cells were not marked. Remove the protection and check again.',
  'edge.notice.protected-clear': 'Sheet “{sheet}” is protected: its marks were not cleared. Remove the protection and clear again.',
  'edge.notice.sheet-missing': 'Sheet “{sheet}” is no longer there: {count} cells were not marked. Check again.',
  'edge.notice.comment': '{cells} already hold a note: highlighted only, the pane has the explanation.',
  'edge.notice.comments-refused': 'Sheet “{sheet}” refused comments on {count} cells: highlighted only, the pane has the explanation.',
  'edge.notice.replies-kept': '“{sheet}” holds replies and was not deleted. Delete the sheet by hand if it is not needed.',
  'edge.notice.protected-workbook':
    'The workbook’s structure is protected: the discrepancy sheet was not deleted. Remove the protection and clear again.',
  'edge.sheet.protected-workbook':
    'The workbook’s structure is protected, so that no sheet can be added. Remove “Protect Workbook” on the Review tab, then try again.',
  'edge.sheet.protected': 'Sheet “{sheet}” is protected and cannot be updated. Remove the protection or delete the sheet, then try again.',
  'edge.select.gone': 'There is no sheet “{sheet}”; it may have been renamed or deleted. Check again.',
  'edge.select.hidden': 'Sheet “{sheet}” is hidden. Unhide it to go to {address}.',
  'edge.select.none': 'No cell is selected. Click a cell of a budget table first.',
  'pane.done.cancelled': 'Cancelled; the earlier results are as they were.',
  'pane.step.unchecked': 'Nothing has been checked yet. Click Check workbook first.',
  'pane.step.none': 'There is no difference to go to.',
  'edge.write.protected': '{address} on {sheet} is protected and was not changed. Unprotect the sheet and try again.',
} as const;
