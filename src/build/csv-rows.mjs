import { readFileSync } from 'node:fs';
import { csvParse } from 'd3';

const ASKED = /\.csv\?columns=([\w,]+)$/;

/**
 * Lets a module import some columns of a CSV as rows: `import rows from '….csv?columns=date,value'`. Parsed at build, so that
 * the CSV stays the one definition and no browser carries a parser, or the columns that nothing computes with.
 */
export const csvRows = () => ({
	name: 'csv-rows',
	load(id) {
		const columns = ASKED.exec(id)?.[1]?.split(',');
		if (!columns) return undefined;
		const path = id.slice(0, id.lastIndexOf('?'));
		this.addWatchFile(path);
		const parsed = csvParse(readFileSync(path, 'utf8'));
		const unknown = columns.filter((column) => !parsed.columns.includes(column));
		if (unknown.length > 0) throw new Error(`${path} has no ${unknown.join(', ')}, only ${parsed.columns.join(', ')}.`);
		const rows = parsed.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
		return { code: `export default ${JSON.stringify(rows)};`, moduleType: 'js' };
	},
});
