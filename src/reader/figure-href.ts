/**
 * Returns the address of a figure: on this page if it is here, or else on the first page, which leads on to the page that holds the
 * figure (reader/lead-on.ts). From the first page a hash suffices for that, and keeps the settings.
 */
export function figureHref(id: string): string {
	const base = import.meta.env.BASE_URL;
	const isHere = document.getElementById(id) !== null || location.pathname === base;
	return `${isHere ? '' : base}#${id}`;
}
