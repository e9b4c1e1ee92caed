import type { Experiment, Frame } from '../../experiments/experiment.ts';
import { ExperimentRun } from '../../runs/experiment-run.svelte.ts';

/** Frames shown with each picture of the screen, at the two speeds. */
export const SPEEDS = [1, 20] as const;

/** The reader's run of an experiment, whose frames are shown one after another: a fixed number with each picture of the screen, never by the clock. */
export class Playback<E extends Experiment = Experiment> {
	readonly run: ExperimentRun<E>;
	/** Number of frames shown. */
	#position = $state(0);
	isPlaying = $state(false);
	speed = $state<(typeof SPEEDS)[number]>(1);
	#request = 0;

	constructor(experiment: E) {
		this.run = new ExperimentRun(experiment);
	}
	get shown(): readonly Frame[] {
		return this.run.frames.slice(0, this.#position);
	}
	/** Whether all frames of a finished run are shown. */
	get isAtEnd(): boolean {
		return this.run.state !== 'running' && this.#position >= this.run.frames.length;
	}
	/** Plays from the first frame; with reduced motion, or `atOnce`, shows every frame as it arrives. */
	start(atOnce: boolean): void {
		const isStill = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches;
		this.#position = isStill ? Infinity : 0;
		if (!isStill) this.play();
	}
	play(): void {
		if (this.isAtEnd) this.#position = 0;
		this.isPlaying = true;
		cancelAnimationFrame(this.#request);
		const advance = () => {
			this.#position = Math.min(this.run.frames.length, this.#position + this.speed);
			if (this.isAtEnd) this.isPlaying = false;
			if (this.isPlaying) this.#request = requestAnimationFrame(advance);
		};
		this.#request = requestAnimationFrame(advance);
	}
	pause(): void {
		this.isPlaying = false;
		cancelAnimationFrame(this.#request);
	}
	step(): void {
		this.pause();
		this.#position = Math.min(this.run.frames.length, this.#position + 1);
	}
}
