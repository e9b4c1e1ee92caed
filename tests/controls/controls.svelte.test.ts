import { scaleLinear, scaleLog } from 'd3';
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Choice from '../../src/controls/Choice.svelte';
import Slider from '../../src/controls/Slider.svelte';
import { formatNumber } from '../../src/engine/number-format.ts';
import { stepBy, type ChoiceParameter, type NumberParameter } from '../../src/engine/parameter.ts';
import Adjust from '../../src/prose/Adjust.svelte';
import { parameters } from '../../src/models/registry.ts';
import { assumptions } from '../../src/state/assumptions.svelte.ts';

const compute: NumberParameter = {
	label: 'Compute spent',
	unit: '×',
	scale: 'log',
	default: 1000,
	min: 1,
	max: 1e8,
	p05: 10,
	p95: 1e5,
	source: { cite: [], note: 'Our assumption.' },
};
const share: NumberParameter = {
	label: 'Share',
	unit: 'fraction',
	scale: 'linear',
	default: 0.5,
	min: 0,
	max: 1,
	source: { cite: [], note: 'Your choice.' },
};
const fit: ChoiceParameter = {
	label: 'Fit',
	unit: 'choice',
	scale: 'choice',
	default: 'old',
	choices: { old: 'Old fit', new: 'New fit' },
	source: { cite: [], note: 'Our assumption.' },
};

let app: Record<string, unknown> | undefined;
afterEach(async () => {
	if (app) await unmount(app);
	app = undefined;
	document.body.replaceChildren();
	assumptions.replaceAll(new Map());
});

/** Mounts a control whose value is kept, as in a figure. */
function put<V>(control: unknown, parameter: unknown, value: V) {
	const props = $state({ parameter, value, onchange: (next: V) => (props.value = next) });
	app = mount(control as Component<Record<string, unknown>>, {
		target: document.body,
		props: props as Record<string, unknown>,
	});
	flushSync();
	return props;
}
const find = <E extends HTMLElement = HTMLInputElement>(selector: string) => document.querySelector<E>(selector)!;
const range = () => find('input[type=range]');
/** Opens the field of the exact value and returns it. */
function field() {
	const value = document.querySelector<HTMLButtonElement>('.number-field .value');
	value?.click();
	flushSync();
	return find('input[type=text]');
}
const message = () => document.querySelector('.field-message')?.textContent;
/** Presses a key. Returns whether the default action was prevented. */
function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}) {
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
	element.dispatchEvent(event);
	flushSync();
	return event.defaultPrevented;
}
function type(text: string) {
	field().value = text;
	field().dispatchEvent(new Event('input', { bubbles: true }));
	flushSync();
	press(field(), 'Enter');
}

describe('`Slider`', () => {
	it('names range input, field and reset button by the visible label', () => {
		put(Slider, compute, 1000);
		expect(range().labels?.[0]?.textContent).toBe('Compute spent');
		expect(field().getAttribute('aria-label')).toContain('Compute spent');
		expect(find('button.reset').getAttribute('aria-label')).toBe('Reset Compute spent to 1,000×');
	});

	it('gives its value in words as aria-valuetext', () => {
		const props = put(Slider, compute, 1000);
		expect(range().getAttribute('aria-valuetext')).toBe('1,000 times');
		props.value = 1e6;
		flushSync();
		expect(range().getAttribute('aria-valuetext')!.replace('\u00a0', ' ')).toBe('1 million times');
	});

	it('shows the source of its default', () => {
		put(Slider, compute, 1000);
		expect(find('summary').textContent.trim()).toBe('Source: Our assumption');
		expect(find('summary .is-assumed'), 'a dashed mark').not.toBeNull();
		expect(find('.provenance p').textContent).toMatch(
			/Default 1,000×; the slider goes from 1× to 100,000,000×\. Nine chances in ten.* between 10× and 100,000×/,
		);
	});

	it('handles arrow, page, Home and End keys, and prevents scrolling', () => {
		const props = put(Slider, compute, 1000);
		for (const [key, check] of [
			['ArrowRight', (before: number) => props.value > before],
			['ArrowUp', (before: number) => props.value > before],
			['ArrowLeft', (before: number) => props.value < before],
			['ArrowDown', (before: number) => props.value < before],
			['PageUp', (before: number) => props.value > before * 2],
			['PageDown', (before: number) => props.value < before / 2],
			['Home', () => props.value === compute.min],
			['End', () => props.value === compute.max],
		] as const) {
			const before = props.value;
			expect(press(range(), key), key).toBe(true);
			expect(check(before), `${key} from ${before} to ${props.value}`).toBe(true);
		}
	});

	it('ignores other keys and keys with modifiers', () => {
		const props = put(Slider, compute, 1000);
		expect(['Tab', 'a', 'Enter'].map((key) => press(range(), key))).toEqual([false, false, false]);
		expect(press(range(), 'ArrowRight', { altKey: true })).toBe(false);
		expect(props.value).toBe(1000);
	});

	it('reaches both ends by dragging', () => {
		const props = put(Slider, compute, 1000);
		for (const [position, value] of [
			['0', 1],
			['1000', 1e8],
		] as const) {
			range().value = position;
			range().dispatchEvent(new Event('input', { bubbles: true }));
			flushSync();
			expect(props.value).toBe(value);
		}
	});

	it.each([
		['log', compute, scaleLog([compute.min, compute.max], [0, 100])],
		['linear', share, scaleLinear([share.min, share.max], [0, 100])],
	] as const)('positions thumb, rail, range and default by D3’s %s scale', (_, parameter, place) => {
		const number = (selector: string, name: string) =>
			parseFloat(find<HTMLElement>(`.track ${selector}`).getAttribute(name)!);
		for (const value of [parameter.min, parameter.default * 0.4, parameter.max]) {
			put(Slider, parameter, value);
			expect(Number(range().value)).toBeCloseTo(place(value) * 10, -0.5);
			expect(number('.filled', 'width')).toBeCloseTo(place(value), 1);
			expect(number('.tick', 'x1')).toBeCloseTo(place(parameter.default), 1);
			if ('p05' in parameter && parameter.p05 !== undefined) {
				expect(number('.belief', 'x')).toBeCloseTo(place(parameter.p05), 1);
				expect(number('.belief', 'x') + number('.belief', 'width')).toBeCloseTo(place(parameter.p95!), 1);
			}
			document.body.replaceChildren();
		}
	});

	it('resets to the default; the reset button is disabled at the default', () => {
		const props = put(Slider, compute, 1000);
		const reset = find<HTMLButtonElement>('button.reset');
		expect(reset.getAttribute('aria-disabled')).toBe('true');
		press(range(), 'End');
		expect(reset.getAttribute('aria-disabled')).toBe('false');
		reset.click();
		flushSync();
		expect(props.value).toBe(1000);
	});
});

describe('the exact value of `Slider`', () => {
	it.each([
		['1e6', 1e6],
		['1,000,000', 1e6],
		['1M', 1e6],
		['10^6', 1e6],
		['123456.789', 123456.789],
	])('accepts %s', (text, value) => {
		const props = put(Slider, compute, 1000);
		type(text);
		expect([props.value, message()]).toEqual([value, undefined]);
	});

	it('rejects text that is not a number with a message, and keeps the value', () => {
		const props = put(Slider, compute, 1000);
		type('a lot');
		expect(props.value).toBe(1000);
		expect(message()).toMatch(/^Compute spent: “a lot” is not a number. Try .*1e6/);
		expect(field().getAttribute('aria-invalid')).toBe('true');
		expect(document.getElementById(field().getAttribute('aria-describedby')!)?.textContent).toBe(message());
		type('2000');
		expect([props.value, message(), field().getAttribute('aria-invalid')]).toEqual([2000, undefined, null]);
	});

	it('clamps a number out of range, and the message gives both values', () => {
		const props = put(Slider, compute, 1000);
		type('1e9');
		expect(props.value).toBe(1e8);
		expect(message()?.replaceAll('\u00a0', ' ')).toBe(
			'Compute spent: “1e9” is 1 billion× here, outside 1× to 100,000,000×; showing 100,000,000×.',
		);
	});

	const money = { ...compute, unit: 'bn$', default: 29, min: 1, max: 10_000 } as const;
	it.each(['105', '105bn', '$105 billion', '0.105tn', '105000000000', '105,000,000,000'])(
		'accepts %s as 105 billion in a field of billions',
		(text) => {
			const props = put(Slider, money, 29);
			type(text);
			expect([props.value, message()]).toEqual([105, undefined]);
			expect(field().value.replaceAll('\u00a0', ' ')).toBe('$105 billion');
		},
	);
	it('reads 1,000,000 as millions of billions in a field of billions, and shows a message', () => {
		put(Slider, money, 29);
		type('1,000,000');
		expect(message()?.replaceAll('\u00a0', ' ')).toBe(
			'Compute spent: “1,000,000” is $1,000 trillion here, outside $1 billion to $10 trillion; showing $10 trillion.',
		);
	});
	it('shows three digits, and all digits while it is edited', async () => {
		put(Slider, compute, 12.3456);
		expect(find('.number-field .value').textContent).toBe('12.3×');
		field().dispatchEvent(new FocusEvent('focus'));
		flushSync();
		await vi.waitFor(() => expect(field().value).toBe('12.3456×'));
	});

	it('accepts a share as a percentage or a fraction', () => {
		const props = put(Slider, share, 0.5);
		type('60%');
		expect(props.value).toBe(0.6);
		type('0.25');
		expect(props.value).toBe(0.25);
	});

	it('discards the typed text on Escape', () => {
		const props = put(Slider, compute, 1000);
		field().value = '5';
		field().dispatchEvent(new Event('input', { bubbles: true }));
		flushSync();
		press(field(), 'Escape');
		field().dispatchEvent(new FocusEvent('blur'));
		flushSync();
		expect([props.value, field().value]).toEqual([1000, '1,000×']);
	});
});

it('`Choice` is a named group of buttons with one pressed', () => {
	const props = put(Choice, fit, 'old');
	expect(find('legend').textContent).toBe('Fit');
	expect(Array.from(document.querySelectorAll('.choices button'), (choice) => choice.textContent)).toEqual([
		'Old fit',
		'New fit',
	]);
	Array.from(document.querySelectorAll<HTMLElement>('.choices button')).at(-1)!.click();
	flushSync();
	expect(props.value).toBe('new');
	expect(find('.choices [aria-pressed=true]').textContent).toBe('New fit');
});

describe('`Adjust`', () => {
	const [key, parameter] = [...parameters].find(([, { scale }]) => scale === 'log') as [string, NumberParameter];
	const place = () => {
		app = mount(Adjust, { target: document.body, props: { parameter: key } });
		flushSync();
	};

	it('is a range input with label and value text', () => {
		place();
		expect(range().getAttribute('aria-label')).toBe(parameter.label);
		expect(range().getAttribute('aria-valuetext')).not.toBe('');
		press(range(), 'End');
		expect(assumptions.get(key)).toBe(parameter.max);
		press(range(), 'ArrowLeft');
		expect(assumptions.number(key)).toBeLessThan(parameter.max);
	});

	it('follows a change made elsewhere', () => {
		place();
		const before = find('.adjust-text').textContent;
		assumptions.set(key, parameter.max);
		flushSync();
		expect(find('.adjust-text').textContent).not.toBe(before);
	});

	it('restores on Escape the value it had on focus', () => {
		place();
		range().focus();
		press(range(), 'End');
		press(range(), 'Escape');
		expect(assumptions.get(key)).toBe(parameter.default);
	});

	it('becomes a field on Enter, and a range input again after editing', () => {
		place();
		press(range(), 'Enter');
		expect(document.activeElement).toBe(field());
		type(String(parameter.min));
		expect(assumptions.get(key)).toBe(parameter.min);
		expect(range()).not.toBeNull();
	});
});

describe('a number that can mean two', () => {
	it.each([
		['1,000', 1000, 'Use 1× instead', 1],
		['1.500', 1.5, 'Use 1,500× instead', 1500],
	])('%s is read as %d, and the other meaning is offered', (typed, value, offer, other) => {
		const props = put(Slider, compute, 50);
		type(typed);
		expect(props.value).toBe(value);
		const button = find<HTMLButtonElement>('.field-message button');
		expect(button.textContent).toBe(offer);
		button.click();
		flushSync();
		expect(props.value).toBe(other);
		expect(document.querySelector('.field-message')).toBeNull();
	});
	it('has one meaning if the other is out of range', () => {
		const props = put(Slider, { ...compute, min: 100 }, 500);
		type('1,000');
		expect(props.value).toBe(1000);
		expect(document.querySelector('.field-message button')).toBeNull();
	});
});

describe('a step by assistive technology', () => {
	const step = (up: boolean) => {
		if (up) range().stepUp();
		else range().stepDown();
		range().dispatchEvent(new Event('input', { bubbles: true }));
		flushSync();
	};
	it.each([
		['a logarithmic slider', compute, 1000],
		['a linear slider', share, 0.25],
		['a slider of whole numbers', { ...share, unit: '–', min: 1, max: 5, default: 3, integer: true }, 3],
	] as const)('moves %s by the step of an arrow key, up and down', (_, parameter, start) => {
		const props = put(Slider, parameter as NumberParameter, start as number);
		for (const up of [true, true, false, true, false, false]) {
			const before = props.value;
			step(up);
			expect(props.value, String(up)).toBe(stepBy(parameter as NumberParameter, before, up ? 1 : -1));
		}
		expect(range().getAttribute('aria-valuetext')).toBe(
			formatNumber(props.value, parameter.unit as 'fraction', { style: 'speech' }),
		);
	});
});
