import { readFileSync } from 'node:fs';
import { csvParse } from 'd3';
import type { Plugin } from 'vite';

const COLUMNS = /\.csv\?columns=([\w,]+)$/;

/**
 * Imports some columns of a CSV file as rows: `import rows from '….csv?columns=date,value'`. The file is parsed at build, so that
 * it stays the one definition and the browser receives neither a parser nor columns that nothing computes with. Throws if the
 * file lacks a column. `?columns=all` imports all of them.
 */
export const csvRows = (): Plugin => ({
	name: 'csv-rows',
	load(id) {
		const list = COLUMNS.exec(id)?.[1];
		if (!list) return undefined;
		const path = id.slice(0, id.lastIndexOf('?'));
		this.addWatchFile(path);
		const parsed = csvParse(readFileSync(path, 'utf8'));
		const columns = list === 'all' ? parsed.columns : list.split(',');
		const unknown = columns.filter((column) => !parsed.columns.includes(column));
		if (unknown.length > 0)
			throw new Error(`${path} has no column ${unknown.join(', ')}. Known: ${parsed.columns.join(', ')}.`);
		const rows = parsed.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
		return { code: `export default ${JSON.stringify(rows)};`, moduleType: 'js' };
	},
});
