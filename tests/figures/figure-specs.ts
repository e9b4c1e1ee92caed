import { baselineOf, type AnyModel, type Inputs } from '../../src/engine/model.ts';
import type { PathName } from '../../src/engine/path.ts';
import { checkDrawing, type Answers, type Fan, type FigureSpec, type IslandProps } from './figure-spec.ts';

const files = import.meta.glob<FigureSpec | ((props: IslandProps) => FigureSpec)>('./*/*.figure-spec.ts', {
	eager: true,
	import: 'default',
});
const specs = new Map(Object.entries(files).map(([path, spec]) => [path.match(/(\w+)\.figure-spec\.ts$/)![1]!, spec]));

/** Names of the figures that have a spec. */
export const specifiedFigures: readonly string[] = [...specs.keys()];

/** Returns the spec of a figure. Throws if its kind has none. */
export function specOf(name: string, props: IslandProps): FigureSpec {
	const spec = specs.get(name);
	if (!spec) throw new Error(`Figure ${name} has no spec. Add tests/figures/${name}/${name}.figure-spec.ts.`);
	return typeof spec === 'function' ? spec(props) : spec;
}

/** Returns the model that a figure draws. */
export const modelOfFigure = (name: string, props: IslandProps): AnyModel => specOf(name, props).model;

/** Compares a drawn figure with its spec for these inputs. Throws a `DrawingError` that names the wrong mark. */
export function checkFigure(
	name: string,
	props: IslandProps,
	figure: Element,
	inputs: Inputs,
	fanOf?: (name: PathName) => Fan,
	answers?: Answers,
): void {
	const spec = specOf(name, props);
	checkDrawing(spec, figure, inputs, baselineOf(spec.model), fanOf, answers);
}
