import { csvFormatRows } from 'd3';

/** Tells spreadsheets that the file is UTF-8. Readers of data packages skip it. */
const BYTE_ORDER_MARK = '\ufeff';

/** Starts of a cell that a spreadsheet may run as a formula, also after blanks and in full width. */
const FORMULA = /^[\s\p{Cc}\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Returns a cell that a spreadsheet shows as text: prefixes an apostrophe to text that it could run as a formula.
 * Numbers are unchanged.
 */
export const csvCell = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** Returns rows as a CSV file. Every CSV of the site is written here. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
	`${BYTE_ORDER_MARK}${csvFormatRows(rows.map((row) => row.map(csvCell)))}\n`;
