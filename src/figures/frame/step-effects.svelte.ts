import { getContext, setContext } from 'svelte';
import { figureHold } from '../../charts/hold.svelte.ts';
import type { StepEffect } from '../../controls/step-effect.ts';
import type { AnyModel } from '../../engine/model.ts';
import { idle } from '../../hydration/activity.ts';
import { figureScope } from '../../hydration/figure-scope.svelte.ts';
import { later } from '../../hydration/later.svelte.ts';
import { uncertainty } from '../../state/uncertainty.svelte.ts';

type EffectOf = (key: string) => StepEffect | undefined;

const stepEffects = later('the marks beside the sliders', () => import('../../analysis/step-effects.ts'));
const KEY = Symbol('step effects');

/**
 * Computes what each slider of a figure does to its main output, at the reader's settings: in an idle period, and again when what
 * the reader holds is let go. Call it during the figure's initialisation.
 */
export function provideStepEffects(modelOf: () => AnyModel): void {
	const hold = figureHold();
	const inputs = $derived.by(figureScope().inputsOf(modelOf));
	let effects = $state.raw<ReadonlyMap<string, StepEffect>>();
	setContext<EffectOf>(KEY, (key) => effects?.get(key));

	$effect(() => stepEffects.need());
	$effect(() => {
		const [compute, model, at, pinned] = [stepEffects.now, modelOf(), inputs, uncertainty.pinned];
		if (!compute || hold.isHeld) return undefined;
		let isStale = false;
		void idle().then(() => {
			if (!isStale) effects = compute(model, at, (key) => pinned.includes(key));
		});
		return () => (isStale = true);
	});
}

/** Returns what reads a parameter's effect in the figure that a component belongs to; undefined if the figure has none. */
export const stepEffectOf = (): EffectOf | undefined => getContext<EffectOf | undefined>(KEY);
