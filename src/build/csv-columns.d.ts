/** The rows that csv-rows.ts imports, by their columns. */
declare module '*.csv?columns=date,published,series,value' {
	const rows: readonly {
		readonly date: string;
		readonly published: string;
		readonly series: string;
		readonly value: string;
	}[];
	export default rows;
}
declare module '*.csv?columns=date,series,share' {
	const rows: readonly { readonly date: string; readonly series: string; readonly share: string }[];
	export default rows;
}
