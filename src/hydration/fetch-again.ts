let count = 0;

/**
 * Calls `load`, and if its module cannot be fetched, fetches it under a new address: browsers remember that a module failed and do not
 * ask for it again. The address is in the error's message; where a browser leaves it out (Safari), it asks again by itself.
 */
export async function fetchAgain<Module extends { readonly default: unknown }>(
	load: () => Promise<Module>,
	// eslint-disable-next-line no-restricted-syntax -- What fails here fails in `later`, which calls this.
	importModule: (address: string) => Promise<Module> = (address) => import(/* @vite-ignore */ address),
): Promise<Module> {
	try {
		return await load();
	} catch (error) {
		const [address] = /\bhttps?:\/\/\S+?\.(?:m?js|svelte|ts)\b/.exec(String(error)) ?? [];
		if (!address) throw error;
		const module = await importModule(`${address}?again=${++count}`);
		if (!('default' in module)) throw error;
		return module;
	}
}
