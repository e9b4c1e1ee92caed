/** Milliseconds in which a task falls by one attempt, and in which it is checked. */
const [FALL, CHECK] = [450, 350];

/** A fall that is under way. */
export interface Fall {
	/** Resolves when the tasks have fallen, or when the fall is cancelled. */
	readonly done: Promise<unknown>;
	readonly cancel: () => void;
}

/**
 * Lets the tasks of a drawn funnel fall from the first attempt to the one that settles them. It ends in the picture that was there
 * before: animations leave nothing behind.
 */
export function dropTasks(funnel: Element): Fall {
	const rows = Number(funnel.getAttribute('data-rows'));
	const duration = rows * (FALL + CHECK) + CHECK;
	const at = (time: number) => Math.min(1, time / duration);
	/** The moment at which the tasks of an attempt are checked. */
	const checked = (row: number) => row * (FALL + CHECK) + CHECK;
	const appear = (element: Element, time: number) =>
		element.animate(
			[
				{ opacity: 0, offset: 0 },
				{ opacity: 0, offset: at(time - 1) },
				{ opacity: 1, offset: at(time) },
				{ opacity: 1, offset: 1 },
			],
			{ duration },
		);
	for (const group of funnel.querySelectorAll('[data-row]')) {
		const [row, height] = [Number(group.getAttribute('data-row')), Number(group.getAttribute('data-height'))];
		const kind = group.getAttribute('data-kind');
		// Sent back: they are left in their row when the tasks fall on.
		if (kind === 'again') appear(group, checked(row));
		else if (kind === 'delivered') appear(group, checked(rows - 1) + CHECK / 2);
		else {
			const stops = Array.from({ length: row + 1 }, (_, i) => [
				{ transform: `translateY(${(i - row) * height}px)`, offset: at(i * (FALL + CHECK)) },
				{ transform: `translateY(${(i - row) * height}px)`, offset: at(checked(i)) },
			]).flat();
			group.animate([...stops, { transform: 'none', offset: 1 }], { duration, easing: 'ease-in' });
			for (const [part, isLater] of [
				['.settled', true],
				['.falling', false],
			] as const) {
				const element = group.querySelector(part);
				const [before, after] = isLater ? [0, 1] : [1, 0];
				element?.animate(
					[
						{ opacity: before, offset: 0 },
						{ opacity: before, offset: at(checked(row) - 1) },
						{ opacity: after, offset: at(checked(row)) },
						{ opacity: after, offset: 1 },
					],
					{ duration },
				);
			}
		}
	}
	const animations = funnel.getAnimations({ subtree: true });
	return {
		done: Promise.allSettled(animations.map(({ finished }) => finished)),
		cancel: () => animations.forEach((animation) => animation.cancel()),
	};
}
