import type { RecordingOrder } from '#lib/source/recorded/play-recording.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { TraceEvent } from '#lib/trace/event.ts';
import type { Trace, TraceHeader } from '#lib/trace/trace.ts';
import type { SimulationNews, SimulationOrder } from './simulation-message.ts';

type Asked<Order = SimulationOrder> = Order extends unknown ? Omit<Order, 'id'> : never;

interface Waiting {
	header?: TraceHeader;
	readonly events: TraceEvent[];
	readonly done: (header: TraceHeader | undefined, events: readonly TraceEvent[]) => void;
	readonly failed: (problem: Error) => void;
}

/** Simulates in a worker of its own. */
export class Simulator {
	readonly #worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), {
		type: 'module'
	});
	readonly #waiting = new Map<number, Waiting>();
	#lastId = 0;

	constructor() {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<SimulationNews>) =>
			this.#hear(data)
		);
		this.#worker.addEventListener('error', ({ message }) => this.#fail(message));
	}

	/** The same as `simulate`, later. Rejects with what the simulation throws. */
	simulate(scenario: Scenario): Promise<Trace> {
		return new Promise((done, failed) => {
			this.#order({ scenario }, failed, (header, events) => header && done({ header, events }));
		});
	}

	/** The trace of what was recorded. Rejects with what is wrong with the recording. */
	play(recording: RecordingOrder): Promise<Trace> {
		return new Promise((done, failed) => {
			this.#order({ recording }, failed, (header, events) => header && done({ header, events }));
		});
	}

	/** Runs a scenario for nothing but to have run it: browsers make code quick that runs often. */
	rehearse(scenario: Scenario): Promise<void> {
		return new Promise((done, failed) => {
			this.#order({ scenario, isRehearsal: true }, failed, () => done());
		});
	}

	#order(asked: Asked, failed: Waiting['failed'], done: Waiting['done']): void {
		const id = ++this.#lastId;
		this.#waiting.set(id, { events: [], done, failed });
		this.#worker.postMessage({ id, ...asked } satisfies SimulationOrder);
	}

	/** Stops whatever runs; what was asked for is never answered. */
	close(): void {
		this.#worker.terminate();
		this.#waiting.clear();
	}

	#hear(news: SimulationNews): void {
		const waiting = this.#waiting.get(news.id);
		if (!waiting) return;
		switch (news.type) {
			case 'header':
				waiting.header = news.header;
				return;
			case 'events':
				for (const event of news.events) waiting.events.push(event);
				return;
			case 'failed':
				this.#waiting.delete(news.id);
				return waiting.failed(new Error(news.message));
			case 'done':
				this.#waiting.delete(news.id);
				waiting.done(waiting.header, waiting.events);
		}
	}

	/** The worker itself broke: whoever waits would wait for ever. */
	#fail(problem: string): void {
		for (const { failed } of this.#waiting.values()) failed(new Error(problem));
		this.#waiting.clear();
	}
}
