/** Attributes of a group that leave the colours of its content alone. */
const isPlain = (group: Element) =>
	group.tagName === 'g' && [...group.attributes].every(({ name }) => /^(opacity|clip-path|transform)$/.test(name));

/** Returns the one shape in a group; undefined if there are several, or a group between has an effect. */
function onlyShape(group: Element): Element | undefined {
	if (!isPlain(group))
		return /^(path|line|rect|circle|ellipse|polygon|polyline)$/.test(group.tagName) ? group : undefined;
	return group.childElementCount === 1 ? onlyShape(group.firstElementChild!) : undefined;
}

/**
 * Moves the opacity of a group that holds one shape, filled or stroked but not both, to that paint. It looks the same and needs no
 * layer, which some programs cut off where a shape extends far outside the picture.
 */
export function withoutLayers(root: Element): void {
	for (const group of root.querySelectorAll('g[opacity]')) {
		const shape = onlyShape(group);
		const paints = (['fill', 'stroke'] as const).filter((name) => (shape?.getAttribute(name) ?? 'none') !== 'none');
		if (!shape || paints.length !== 1) continue;
		const paint = `${paints[0]}-opacity`;
		const opacity = Number(group.getAttribute('opacity')) * Number(shape.getAttribute(paint) ?? 1);
		shape.setAttribute(paint, String(Number(opacity.toPrecision(4))));
		group.removeAttribute('opacity');
		if (group.attributes.length === 0) group.replaceWith(...group.childNodes);
	}
}
