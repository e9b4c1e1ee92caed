import { atLength, embedPages, expect, test, wake } from './site.ts';

/** What must stay where it is while a control of its figure is held. */
const STAYS =
	'.control, .control :is(label, legend, input, button:not(.value), summary), .presets button, .ladder button, .picture, .picture .axis-title, .picture svg[role="img"], .panel-undo button, summary';
/** Pixels by which it may move. */
const STILL = 1;

for (const width of [360, 768, 1440])
	test.describe(`at ${width} px`, () => {
		test.use({ viewport: { width, height: 900 } });
		for (const { path } of embedPages)
			test(
				`${path} hydrates, and nothing of it moves while one of its sliders is held`,
				width === 360 ? {} : atLength,
				async ({ page, origin }) => {
					await page.goto(new URL(path, origin).href);
					await wake(page);
					const moved = await page.evaluate(
						async ([stays, still]) => {
							const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
							const figure = document.querySelector('figure')!;
							for (const fold of figure.querySelectorAll<HTMLDetailsElement>('details.more')) fold.open = true;
							await settled();
							const found: string[] = [];
							const boxes = () =>
								new Map(
									Array.from(figure.querySelectorAll(stays), (element) => {
										const { left, top, right, bottom } = element.getBoundingClientRect();
										return [element, [left, top + scrollY, right, bottom + scrollY]] as const;
									}),
								);
							for (const slider of figure.querySelectorAll<HTMLInputElement>('.slider input')) {
								const own = slider.value;
								const press = (type: string) =>
									slider.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 9, pointerType: 'mouse' }));
								const set = async (value: string) => {
									slider.value = value;
									slider.dispatchEvent(new Event('input', { bubbles: true }));
									await settled();
								};
								slider.scrollIntoView({ block: 'center' });
								await settled();
								const before = boxes();
								press('pointerdown');
								for (const value of ['0', '500', '1000']) {
									await set(value);
									for (const [element, box] of boxes()) {
										const was = before.get(element);
										const by = was ? Math.max(...box.map((edge, i) => Math.abs(edge - was[i]!))) : 0;
										const key = slider.closest('[data-parameter]')?.getAttribute('data-parameter');
										if (by > still)
											found.push(
												`${key} at ${value} moves ${element.tagName} ${element.getAttribute('class')} “${element.textContent.trim().slice(0, 20)}” by ${by.toFixed(1)}`,
											);
									}
								}
								press('pointerup');
								await set(own);
							}
							return found;
						},
						[STAYS, STILL] as const,
					);
					expect(moved).toEqual([]);
				},
			);
	});
