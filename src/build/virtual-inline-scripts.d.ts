/** The module that inline-scripts.ts provides. */
declare module 'virtual:inline-scripts' {
	const scripts: { readonly leadOnScript: string; readonly pageScript: string; readonly embedScript: string };
	export default scripts;
}
