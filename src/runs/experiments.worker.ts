import type { Inputs } from '../engine/model.ts';
import type { Frame } from '../experiments/experiment.ts';
import { runExperiment, RunFailed, type RunResult } from '../experiments/run-experiment.ts';
import { STARTED } from './start-worker.ts';

/** One run to make; `id` tells its replies from those of an earlier request. */
export interface RunRequest {
	readonly id: number;
	readonly experiment: string;
	readonly inputs: Inputs;
	readonly seed: number;
}
/** Frames as they come, then the result, or why there is none. */
export type RunReply = { readonly id: number } & (
	| { readonly share: number; readonly frames: readonly Frame[] }
	| { readonly result: RunResult }
	| { readonly failure: string }
);

/** Milliseconds between two messages with frames. */
const TOGETHER = 16;

const post = (reply: RunReply) => postMessage(reply);

addEventListener('message', ({ data: { id, experiment, inputs, seed } }: MessageEvent<RunRequest>) => {
	let frames: Frame[] = [];
	let posted = -Infinity;
	const flush = (share: number) => {
		post({ id, share, frames });
		frames = [];
		posted = performance.now();
	};
	try {
		const result = runExperiment(experiment, inputs, seed, (share, frame) => {
			if (frame) frames.push(frame);
			if (performance.now() - posted >= TOGETHER) flush(share);
		});
		flush(1);
		post({ id, result });
	} catch (error) {
		post({ id, failure: error instanceof RunFailed ? error.message : 'The run failed with an error of its own.' });
	}
});
postMessage(STARTED);
