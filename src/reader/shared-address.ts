/** Where browsers look for the address when a reader shares the page from their menu, besides the address bar. */
const PLACES = [
	['link[rel="canonical"]', 'href'],
	['meta[property="og:url"]', 'content'],
] as const;

/**
 * Puts the settings into the addresses that browsers share. Crawlers must see the addresses without settings, so this is called
 * once a reader has changed or clicked something, or has settings of their own in this tab: no crawler does.
 */
export function updateSharedAddress(query: string): void {
	for (const [selector, name] of PLACES) {
		const element = document.head.querySelector(selector);
		const address = element?.getAttribute(name);
		if (element && address) element.setAttribute(name, address.replace(/\?.*$/, '') + query);
	}
}
