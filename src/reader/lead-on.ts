/**
 * Runs before the first paint of `/`, inline in its head (build/inline-scripts.ts). The page holds the sections in short; an address that
 * names a figure, a subheading or a point that only the whole argument of a section holds is led on to that section's page, with its
 * settings. Takes the base path, and the ids by section, from attributes of its own element.
 */
{
	const { base = '/', elsewhere = '{}' } = document.currentScript!.dataset;
	const idsBySection = Object.entries(JSON.parse(elsewhere) as Readonly<Record<string, readonly string[]>>);
	const leadOn = () => {
		const name = location.hash.slice(1);
		// What other programs have put behind the name is left out by the next page (address-reading.ts), with a notice.
		const names = [name, name.replace(/[^\w-].*/, '')];
		const section = idsBySection.find(([, ids]) => names.some((id) => ids.includes(id)))?.[0];
		if (section) location.replace(`${base}${section}/${location.search}#${name}`);
	};
	leadOn();
	addEventListener('hashchange', leadOn);
}
