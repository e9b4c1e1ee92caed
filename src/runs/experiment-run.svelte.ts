import type { Inputs } from '../engine/model.ts';
import type { Experiment, Frame } from '../experiments/experiment.ts';
import type { RunResult } from '../experiments/run-experiment.ts';
import workerAddress from './experiments.worker.ts?worker&url';
import type { RunReply, RunRequest } from './experiments.worker.ts';
import { startWorker, STARTED, WorkerRefused } from './start-worker.ts';

/** Milliseconds without a message after which a run counts as stuck: ten times the longest run on a slow phone. */
const STUCK_AFTER = 20_000;

/** One worker for all figures. A run cannot be interrupted, so it is stopped by ending the worker, and the next run starts another. */
let worker: Promise<Worker> | undefined;
let owner: ExperimentRun | undefined;
let requests = 0;

function endWorker(): void {
	void worker?.then((running) => running.terminate()).catch(() => undefined);
	worker = undefined;
}
function startedWorker(): Promise<Worker> {
	worker ??= startWorker(workerAddress, () => owner?.crash()).then((started) => {
		started.addEventListener('message', ({ data }: MessageEvent<RunReply | typeof STARTED>) => {
			if (data !== STARTED) owner?.receive(data);
		});
		return started;
	});
	return worker;
}
function workerFor(run: ExperimentRun): Promise<Worker> {
	if (owner !== run) owner?.cancel();
	owner = run;
	return startedWorker();
}

/** Starts the worker, so that a run which the reader is about to ask for need not wait for its script. A failure is told by the run. */
export function prepareRun(): void {
	const starting = startedWorker();
	starting.catch(() => {
		if (worker === starting) worker = undefined;
	});
}

/** The reader's run of one experiment: its state, and what it has reported so far. One run at a time on a page; a new one cancels it. */
export class ExperimentRun<E extends Experiment = Experiment> {
	readonly experiment: E;
	/** `failed`: `message` says why. `cancelled`: by the reader, by other settings, or by a run of another figure. */
	state = $state<'idle' | 'running' | 'done' | 'cancelled' | 'failed'>('idle');
	/** Share of the run that is done, from 0 to 1. */
	share = $state(0);
	frames = $state.raw<readonly Frame[]>([]);
	result = $state.raw<RunResult<E>>();
	/** What the run was asked with; undefined before the first. */
	asked = $state.raw<{ readonly inputs: Inputs; readonly seed: number }>();
	message = $state('');
	#id = 0;
	#watchdog: ReturnType<typeof setTimeout> | undefined;

	constructor(experiment: E) {
		this.experiment = experiment;
	}

	/** Starts a run; resolves when it has been sent, or has failed. */
	async start(inputs: Inputs, seed: number): Promise<void> {
		this.cancel();
		const id = ++requests;
		this.#id = id;
		Object.assign(this, {
			state: 'running',
			share: 0,
			frames: [],
			result: undefined,
			asked: { inputs, seed },
			message: '',
		});
		this.#watch();
		try {
			const started = await workerFor(this);
			if (this.#id !== id) return;
			started.postMessage({ id, experiment: this.experiment.id, inputs, seed } satisfies RunRequest);
		} catch (error) {
			if (this.#id !== id) return;
			this.#fail(
				error instanceof WorkerRefused
					? 'This browser, or the frame that the page is in, does not let the page run learners. The published runs are above.'
					: 'The learners did not come: the network may be down. Run again to fetch them.',
			);
		}
	}
	/** Stops the run. What it has reported stays. */
	cancel(): void {
		if (this.state !== 'running') return;
		this.#end();
		endWorker();
		this.state = 'cancelled';
	}
	receive(reply: RunReply): void {
		if (reply.id !== this.#id) return;
		this.#watch();
		if ('frames' in reply) {
			if (reply.frames.length > 0) this.frames = [...this.frames, ...reply.frames];
			this.share = reply.share;
		} else if ('result' in reply) {
			this.#end();
			// The worker ran this experiment: its procedure is typed by the same keys.
			this.result = reply.result as RunResult<E>;
			this.share = 1;
			this.state = 'done';
		} else this.#fail(reply.failure);
	}
	crash(): void {
		if (this.state === 'running')
			this.#fail('The run stopped with an error of its own. Run again, or choose other settings.');
	}

	#watch(): void {
		clearTimeout(this.#watchdog);
		this.#watchdog = setTimeout(
			() =>
				this.#fail(
					`The run has said nothing for ${STUCK_AFTER / 1000} seconds and was stopped. Run again, or choose other settings.`,
				),
			STUCK_AFTER,
		);
	}
	#end(): void {
		this.#id = 0;
		clearTimeout(this.#watchdog);
	}
	#fail(message: string): void {
		this.#end();
		endWorker();
		this.message = message;
		this.state = 'failed';
	}
}
