/** What csv-rows.mjs gives for the columns that are asked for. */
declare module '*.csv?columns=date,series,value' {
	const rows: readonly { readonly date: string; readonly series: string; readonly value: string }[];
	export default rows;
}
declare module '*.csv?columns=date,series,share' {
	const rows: readonly { readonly date: string; readonly series: string; readonly share: string }[];
	export default rows;
}
