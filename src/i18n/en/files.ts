/** Files that cannot be read: what is wrong, what to do. */
export const files = {
  'files.empty': 'The file is empty (0 bytes). Make sure it was downloaded or saved completely, then choose it again.',
  'files.notSpreadsheet': 'This is not a spreadsheet. Choose a budget workbook in .xlsx format.',
  'files.oldXls':
    'This is the old Excel format (.xls, or .et of WPS), which cannot be read here. Open it in Excel or WPS, save it as .xlsx and try again.',
  'files.oldXlsBroken':
    'This old Excel file (.xls) cannot be read; it may be damaged. Open it in Excel or WPS, save it as .xlsx and try again.',
  'files.oldOffice': 'This is an old Office document (such as .doc or .ppt), not a workbook. Choose a budget workbook in .xlsx format.',
  'files.encrypted':
    'The workbook is protected by a password and cannot be read. Remove the password in Excel or WPS, save, and try again.',
  'files.brokenZip':
    'The file is damaged or incomplete and cannot be unpacked. Download it again, or open and repair it in Excel and save it as .xlsx.',
  'files.brokenPart': 'The part {part} inside the workbook is damaged. Open and repair the file in Excel, save it as .xlsx and try again.',
  'files.missingPart': 'The part {part} inside the workbook is missing. Open and repair the file in Excel, save it as .xlsx and try again.',
  'files.missingSheet':
    'The content of the sheet “{sheet}” is missing from the workbook. Open and repair the file in Excel, save it as .xlsx and try again.',
  'files.noWorkbook': 'This is an archive without a workbook. Unpack it first and choose the .xlsx file inside.',
  'files.tooLarge':
    'Unpacked, the file exceeds {limit} MB; reading was stopped. Check where it comes from; if it is a budget workbook, remove surplus empty rows and pictures, save it and try again.',
  'files.docx': 'This is a Word document (.docx), not a workbook. Choose a budget workbook in .xlsx format.',
  'files.pptx': 'This is a presentation (.pptx), not a workbook. Choose a budget workbook in .xlsx format.',
  'files.openDocument':
    'This is an OpenDocument file (such as .ods). Open it in Excel, WPS or LibreOffice, save it as .xlsx and try again.',
  'files.xlsb': 'This is an Excel binary workbook (.xlsb). Open it in Excel, save it as .xlsx and try again.',
  'files.pdf': 'This is a PDF file, not a workbook. Choose a budget workbook in .xlsx format.',
  'files.html': 'This is a web page (HTML) under a workbook’s name. Open it in Excel or WPS, save it as .xlsx and try again.',
  'files.xml': 'This is an XML file (perhaps an Excel 2003 XML spreadsheet). Open it in Excel or WPS, save it as .xlsx and try again.',
  'files.text': 'This is a text file (such as .csv), not a workbook. Open it in Excel or WPS, save it as .xlsx and try again.',
  'files.notDocx': 'This is not a Word document (.docx). Choose a budget narrative in .docx format; save an old .doc as .docx first.',
  'files.encryptedDocx':
    'This Word document has a password to open it and cannot be read. Remove the password in Word or WPS, save and try again.',
  'files.tooLargeDocx':
    'The text of this Word document unpacks to more than {limit} MB; reading was stopped. Make sure where the file comes from; if it is a budget narrative, split it and try again.',
  'files.noText': 'There is no running text in the document (only images). Choose a .docx or text file with the budget narrative.',
  'files.brokenDocx': 'This Word document (.docx) cannot be read; it may be damaged. Open it in Word or WPS, save it and try again.',
  'files.unknownSheet': 'The workbook has no sheet named “{sheet}”; the change was not written.',
  'files.sheetExists': 'The workbook already has a sheet named “{sheet}”. Choose another name.',
  'files.invalidSheetName':
    '“{sheet}” cannot be the name of a sheet: it must have 1 to 31 characters, none of \\ / ? * [ ] :, and no single quote at either end.',
  'files.lastSheet': 'A workbook must keep at least one visible sheet; “{sheet}” cannot be removed.',
  'files.tableHeaderDeleted':
    'On the sheet “{sheet}”, {range} is a table (or a pivot table) whose header row was deleted; a file cannot hold that. Undo the deletion, or convert it to a plain range in Excel first.',
} as const;
