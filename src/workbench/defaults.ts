/** How does an untouched cell look, and how large is it? As in a new workbook. */
export const DEFAULT_FONT = { name: 'Calibri', size: 11, bold: false, italic: false, underline: false, color: '#000000' } as const;
/** Pixels. */
export const DEFAULT_COLUMN_WIDTH = 64;
