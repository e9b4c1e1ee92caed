import { csvFormatRows } from 'd3';

/** Tells spreadsheets that the file is UTF-8. Readers of data packages skip it. */
const BYTE_ORDER_MARK = '\ufeff';

/** Starts of a cell that a spreadsheet may run as a formula, also after blanks and in full width. */
const FORMULA = /^[\s\p{Cc}\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** The place of such a start within a cell, where a spreadsheet that separates cells by semicolons or tabs begins another one. */
const LATER_FORMULA = /(?<=\S[^]*[;\t|\r\n]\s*)(?=[=+\-@＝＋－＠])/gu;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Returns a cell that a spreadsheet shows as text: puts an apostrophe before what it could run as a formula. Numbers are
 * unchanged.
 */
export function csvCell(text: string): string {
	if (NUMBER.test(text)) return text;
	const guarded = text.replace(LATER_FORMULA, "'");
	return FORMULA.test(text) ? `'${guarded}` : guarded;
}

/** Returns rows as a CSV file. Every CSV of the site is written here. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
	`${BYTE_ORDER_MARK}${csvFormatRows(rows.map((row) => row.map(csvCell)))}\n`;
