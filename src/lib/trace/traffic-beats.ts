import type { FoundBeat } from './beat.ts';
import type { Local } from './event.ts';
import { shortName } from './object-at-key.ts';

/** Failures closer than this belong to one failing, ms. */
const sameMs = 2000;
/** After so many failures in a row, an answer is news. */
const outage = 8;

interface Memory {
	isServing: boolean;
	failedAtMs: number;
	inARow: number;
}

/** Tells when a Service begins to answer, and when requests to it begin to fail; not each of them. */
export class TrafficBeats {
	readonly #services = new Map<string, Memory>();

	next({ fact, atMs }: Local): FoundBeat {
		if (fact.type !== 'request-ended') return null;
		const { service, outcome, pod, code } = fact;
		const memory = this.#memoryOf(service);
		const values = {
			service: shortName(service),
			pod: pod === undefined ? '' : shortName(pod),
			outcome,
			code: code ?? 0
		};
		const about = { of: service, ...(pod === undefined ? {} : { pod }), values };
		if (outcome === 'served') {
			const isNews = !memory.isServing || memory.inARow >= outage;
			Object.assign(memory, { isServing: true, inARow: 0 });
			return isNews ? { name: 'serving', ...about } : null;
		}
		const begins = atMs - memory.failedAtMs > sameMs;
		Object.assign(memory, { failedAtMs: atMs, inARow: memory.inARow + 1 });
		return begins ? { name: 'failing', ...about } : null;
	}

	#memoryOf(service: string): Memory {
		const memory = this.#services.get(service);
		if (memory) return memory;
		const fresh = { isServing: false, failedAtMs: -Infinity, inARow: 0 };
		this.#services.set(service, fresh);
		return fresh;
	}
}
